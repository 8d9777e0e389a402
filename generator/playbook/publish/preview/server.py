"""Answers browsers from a site that is made while they look at it."""

import json
import re
import socket
import sys
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from playbook.assets import THEME
from playbook.publish.preview.answer import Answer
from playbook.publish.preview.live_site import LiveSite

OWN = "/.playbook/"
SCRIPT, CHANGES = f"{OWN}preview.js", f"{OWN}changes"
FINGERPRINT = re.compile(r"\.[0-9a-f]{8}\.min\.(css|js)$")
"""How Material calls a file whose name is another once it says something else."""
TAG = '<script src="{script}" data-shown="{shown}"></script>'


class PreviewServer(ThreadingHTTPServer):
    """Listens from the moment it is made; raises OSError where nothing can."""

    daemon_threads = True
    live: LiveSite

    def __init__(self, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), Handler)

    def server_bind(self) -> None:
        """Bind without asking for the machine's name, which may take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = map(str, self.server_address[:2])  # type: ignore[assignment]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that has gone."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer with a page, with a file, or when a page has changed."""
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        if path == SCRIPT:
            script = (THEME / "preview" / "preview.js").read_bytes()
            self.send(Answer(200, "text/javascript; charset=utf-8", script))
        elif path == CHANGES:
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            page = unquote(asked.get("path", "/"))
            news = self.server.live.wait(page, asked.get("shown", ""), asked.get("seen", ""))
            self.send(Answer(200, "application/json", json.dumps(news).encode()))
        else:
            self.send(self.server.live.answer(path))

    do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

    def send(self, answer: Answer) -> None:
        """Send an answer; a file that the browser has already is not sent again."""
        body = add_script(answer) if answer.shown else answer.content
        tag = f'"{sha256(body).hexdigest()}"'
        is_known = answer.status == HTTPStatus.OK and self.headers.get("If-None-Match") == tag
        self.send_response(HTTPStatus.NOT_MODIFIED if is_known else answer.status)
        if answer.location:
            self.send_header("Location", quote(answer.location))
        self.send_header("Content-Type", answer.media_type)
        lasts = FINGERPRINT.search(urlsplit(self.path).path) and answer.status == HTTPStatus.OK
        self.send_header("Cache-Control", "max-age=3600" if lasts else "no-cache")
        self.send_header("ETag", tag)
        if not is_known:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not is_known and self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def add_script(answer: Answer) -> bytes:
    """Return a page with the script that follows its changes."""
    start, end, rest = answer.content.rpartition(b"</body>")
    return start + TAG.format(script=SCRIPT, shown=answer.shown).encode() + end + rest
