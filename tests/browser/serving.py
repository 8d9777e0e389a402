"""A folder served to a browser from this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--in-process-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
USED_PORTS: set[int] = set()


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder without a word, and the site's own page for what isn't there."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Let a tab keep what it has, for asking anew is an eighth of what a page costs."""
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer as a static host does: with 404.html."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        self.answer(code, "text/html; charset=utf-8", page.read_bytes())

    def answer(self, code: int, media_type: str, body: bytes) -> None:
        """Answer with this body."""
        self.send_response(code)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def open_server(folder: Path) -> ThreadingHTTPServer:
    """Serve a folder at a port at which no other was served, of which a tab may keep something."""
    while True:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        if server.server_port not in USED_PORTS:
            USED_PORTS.add(server.server_port)
            return server
        server.server_close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, which isn't to be changed; yields its address, which ends in a slash."""
    server = open_server(folder)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()
