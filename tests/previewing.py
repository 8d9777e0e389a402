"""A preview of a project, and what its pages are like."""

import errno
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

INTERRUPTIBLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
"""What a shell starts in the background ignores the interrupt that a terminal would send."""
PLAYBOOK = "from playbook.cli import main; main()"
MKDOCS = "from mkdocs.__main__ import cli; cli()"
ON_A_FULL_DISK = f"""
import runpy, sys
sys.argv[1:1] = ["{errno.ENOSPC}", ".cache"]
runpy.run_path({str(Path(__file__).with_name("failing_disk.py"))!r}, run_name="__main__")
"""
"""Our command where nothing can be written to the cache."""
PATIENCE = 600
"""Seconds after which a preview that says nothing ends, so that the tests do."""


@dataclass
class Preview:
    """A preview of a project, and what a page of it was like when it was last looked at."""

    server: "subprocess.Popen[str]"
    address: str
    shown: str = ""
    seen: str = ""

    def get(self, path: str) -> str:
        """Return what is at an address, a page that can't be made too."""
        try:
            with urlopen(f"{self.address}{path}") as answer:  # noqa: S310 - our own server
                return str(answer.read().decode())
        except HTTPError as error:
            with error:
                return error.read().decode()

    def wait(self, path: str) -> list[dict[str, Any]]:
        """Wait until a page has changed, as its script does; return the mistakes on it."""
        query = urlencode({"path": path, "shown": self.shown, "seen": self.seen})
        news = json.loads(self.get(f"/.playbook/changes?{query}"))
        self.shown, self.seen = news["shown"], news["seen"]
        mistakes: list[dict[str, Any]] = news["mistakes"]
        return mistakes

    def read_page(self, path: str, words: str) -> list[dict[str, Any]]:
        """Wait until a page holds these words; return the mistakes that are on it then."""
        self.shown = ""
        self.wait(path)
        while words not in self.get(path):
            self.wait(path)
        self.shown = ""
        return self.wait(path)

    def read_mistake(self, path: str, place: str) -> dict[str, Any]:
        """Wait until a page shows a mistake at this place, and return that."""
        self.shown = ""
        while True:
            for mistake in self.wait(path):
                if mistake["place"] == place:
                    return mistake

    def wait_until_fixed(self, path: str) -> None:
        """Wait until there is no mistake on a page."""
        self.shown = ""
        while self.wait(path):
            pass


@contextmanager
def previewing(root: Path, program: str = PLAYBOOK, **env: str) -> Iterator[Preview]:
    """Preview a project with our command, or with another program such as MkDocs itself."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE + program, "serve", "-a", address],
        cwd=root,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1", **env},
    )
    last_resort = Timer(PATIENCE, server.kill)
    last_resort.start()
    try:
        hear(server, "Serving on")
        yield Preview(server, f"http://{address}")
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()
        last_resort.cancel()
        assert server.stderr is not None
        rest = server.stderr.read()
        server.stderr.close()
    assert "Traceback" not in rest


def hear(server: "subprocess.Popen[str]", words: str) -> str:
    """Return the next line that holds these words.

    Fails when the server ends before it says them.
    """
    assert server.stderr is not None
    said = ""
    for line in server.stderr:
        said += line
        if words in line:
            return line
    pytest.fail(f"the server never said '{words}':\n{said}")
