"""The live preview shows an edit, and outlives a mistake."""

import json
import os
import shutil
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

from projects import Project, Run

PLAY = """kind: play
title: {title}
summary: For the preview.
purpose: To see an edit.
time: 10
steps: [{{title: Look}}]
"""


INTERRUPTIBLE = """
import signal
from playbook.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""
"""What a shell starts in the background ignores the interrupt that a terminal would send."""
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
        """Wait until a page holds these words; return the mistakes on it."""
        self.shown = ""
        mistakes = self.wait(path)
        while words not in self.get(path):
            mistakes = self.wait(path)
        return mistakes

    def read_mistake(self, path: str, place: str) -> dict[str, Any]:
        """Wait until a page shows a mistake at this place, and return that."""
        self.shown = ""
        while True:
            for mistake in self.wait(path):
                if mistake["place"] == place:
                    return mistake

    def wait_until_mended(self, path: str) -> None:
        """Wait until there is no mistake on a page."""
        self.shown = ""
        while self.wait(path):
            pass


@contextmanager
def previewing(root: Path) -> Iterator[Preview]:
    """Preview a project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, "serve", "--address", address],
        cwd=root,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
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


def test_a_preview_starts_on_a_mistake_shows_each_edit_and_outlives_the_next_mistake(
    project: Project,
) -> None:
    """Links in circles beside the content keep it from nothing of this."""
    project.write({"look.yml": PLAY.format(title="[]"), ".hidden/notes.md": "# Notes"})
    for name in ("loop", "pool"):
        (project.content / ".hidden" / name).symlink_to(".", target_is_directory=True)
    with previewing(project.root) as preview:
        page = "/plays/look/"
        assert preview.read_mistake("/", "content/look.yml:2:8")["code"] == "SHP004"
        mistake = preview.read_mistake(page, "content/look.yml:2:8")
        assert mistake["lines"][1] == [2, "title: []"]
        assert "There is no page at this address" in preview.get(page)
        project.write(
            {"look.yml": PLAY.format(title="Before"), "other.yml": PLAY.format(title="O")}
        )
        assert preview.read_page(page, "Before") == []
        other = PLAY.format(title="Else")
        project.write({"look.yml": PLAY.format(title="[]"), "other.yml": other})
        assert preview.read_mistake(page, "content/look.yml:2:8")
        assert "Before" in preview.get(page)
        assert "Else" in preview.get("/plays/other/")
        assert preview.read_page("/plays/other/", "Else") == []
        project.write({"look.yml": PLAY.format(title="After")})
        assert preview.read_page(page, "After") == []


HEADS = [
    "template: nope.html",
    "template: main.html",
    "search: 3",
    "hide: 5",
    "title: [a]",
    "source: {a: b}",
]


def test_front_matter_that_no_theme_can_use_is_a_problem_in_the_preview(project: Project) -> None:
    for number, head in enumerate(HEADS):
        project.write({f"notes-{number}.md": f"---\n{head}\n---\n# Notes\n"})
    (project.content / "odd.md").write_bytes("# Odd".encode("utf-16"))
    with previewing(project.root) as preview:
        for number, _ in enumerate(HEADS):
            preview.shown = preview.seen = ""
            [mistake] = preview.wait(f"/notes-{number}/")
            assert mistake["place"] == f"content/notes-{number}.md:2:1"
            assert "<h1" in preview.get(f"/notes-{number}/")


def test_a_port_that_is_taken_is_said_in_one_line(project: Project, run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = run("serve", "--address", address, cwd=project.root)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"{address} can't be listened on: ")


@pytest.mark.parametrize("address", ["here", "127.0.0.1:http", "127.0.0.1:70000", "::1"])
def test_an_address_that_is_none_is_said_in_one_line(
    project: Project, run: Run, address: str
) -> None:
    done = run("serve", "--address", address, cwd=project.root)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"{address} can't be listened on: ")


HOOK = """from pathlib import Path

def on_pre_build(config):
    if Path("stop").exists():
        raise ValueError("not today")
"""


def test_what_stops_a_preview_is_said_in_one_line_and_leaves_it_as_it_was(
    project: Project,
) -> None:
    project.write({"look.yml": PLAY.format(title="Before")})
    stop, config = project.root / "stop", project.root / "mkdocs.yml"
    (project.root / "hook.py").write_text(HOOK, encoding="utf-8")
    text = f"{config.read_text(encoding='utf-8')}\nhooks: [hook.py]\n"
    config.write_text(text, encoding="utf-8")
    page = "/plays/look/"
    with previewing(project.root) as preview:
        assert preview.read_page(page, "Before") == []
        stop.touch()
        project.write({"look.yml": PLAY.format(title="After")})
        stands = hear(preview.server, "The preview stands")
        assert stands == "The preview stands as it was: ValueError: not today\n"
        stop.unlink()
        config.write_text("{{{", encoding="utf-8")
        assert hear(preview.server, "mkdocs.yml:1:").startswith("mkdocs.yml:1:3: ")
        assert preview.read_mistake(page, "mkdocs.yml:1:3")
        assert "Before" in preview.get(page)
        config.write_text(text, encoding="utf-8")
        assert preview.read_page(page, "After") == []


def test_a_preview_stays_up_whatever_becomes_of_its_files(project: Project) -> None:
    """A deleted folder, a branch switched underneath, another preview of the same project."""
    project.write({"look.yml": PLAY.format(title="Before")})
    page, away = "/plays/look/", project.root / "away"
    with previewing(project.root) as preview, previewing(project.root) as other:
        assert preview.read_page(page, "Before") == []
        assert other.read_page(page, "Before") == []
        project.content.rename(away)
        assert preview.read_mistake(page, "mkdocs.yml:3:11")
        project.write({"look.yml": PLAY.format(title="Another branch")})
        assert preview.read_page(page, "Another branch") == []
        shutil.rmtree(project.content)
        away.rename(project.content)
        assert preview.read_page(page, "Before") == []
        assert other.read_page(page, "Before") == []
        config = project.root / "site_config"
        config.rename(away)
        assert preview.read_mistake(page, "mkdocs.yml:1:10")
        away.rename(config)
        preview.wait_until_mended(page)
        (project.content / "look.yml").unlink()
        assert preview.read_page(page, "There is no page at this address") == []
