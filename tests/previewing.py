"""A preview of a project, and what its pages are like."""

import errno
import json
import os
import signal
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any, TextIO
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from projects import ask_forks

HERE = Path(__file__).parent
ON_A_FULL_DISK = (str(HERE / "failing_disk.py"), str(errno.ENOSPC), ".cache")
"""Our command where nothing can be written to the cache."""
STARTED_ANEW = (str(HERE / "started_anew.py"),)
"""Our command in a Python of its own, which alone sees all of its environment."""
PATIENCE = 600
"""Seconds after which a preview that says nothing ends, so that the tests do."""


@dataclass
class Preview:
    """A preview of a project, and what a page of it was like when it was last looked at."""

    address: str
    said: TextIO
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
def previewing(root: Path, command: Sequence[str] = ("playbook",), **env: str) -> Iterator[Preview]:
    """Preview a project with our command, or with another such as MkDocs itself.

    Its process is forked from one that has loaded all; what it says comes through a pipe.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    program, *args = *command, "serve", "-a", address
    with TemporaryDirectory() as folder:
        pipe = f"{folder}/said"
        os.mkfifo(pipe)
        told, whole = [os.devnull, pipe], {**os.environ, **env}
        call = {"program": program, "args": args, "cwd": str(root), "env": whole, "told": told}
        number = ask_forks(call, is_awaited=False)
        said = open(pipe, encoding="utf-8")  # noqa: PTH123, SIM115 - closed below, once all is read
    last_resort = Timer(PATIENCE, os.kill, (number, signal.SIGKILL))
    last_resort.start()
    with said:
        try:
            hear(said, "Serving on")
            yield Preview(f"http://{address}", said)
        finally:
            os.kill(number, signal.SIGINT)
            rest = said.read()  # to its end, which is that of the process
            last_resort.cancel()
    assert "Traceback" not in rest


def hear(said: TextIO, words: str) -> str:
    """Return the next line that holds these words.

    Fails when the preview ends before it says them.
    """
    heard = ""
    for line in said:
        heard += line
        if words in line:
            return line
    pytest.fail(f"the preview never said '{words}':\n{heard}")
