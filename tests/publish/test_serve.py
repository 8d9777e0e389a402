"""The live preview shows an edit, and outlives a mistake."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
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


@contextmanager
def previewing(project: Project) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Preview a project; yields the server and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, "serve", "--address", address],
        cwd=project.root,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    last_resort = Timer(PATIENCE, server.kill)
    last_resort.start()
    try:
        hear(server, "Serving on")
        yield server, f"http://{address}"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()
        last_resort.cancel()
        assert server.stderr is not None
        server.stderr.close()


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


def page(url: str) -> str:
    with urlopen(url) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


def test_a_preview_starts_on_a_mistake_shows_each_edit_and_outlives_the_next_mistake(
    project: Project,
) -> None:
    """Links in circles beside the content keep it from nothing of this."""
    project.write({"look.yml": PLAY.format(title="[]"), ".hidden/notes.md": "# Notes"})
    for name in ("loop", "pool"):
        (project.content / ".hidden" / name).symlink_to(".", target_is_directory=True)
    with previewing(project) as (server, address):
        assert "look.yml:2:8: SHP004" in page(f"{address}/")
        project.write({"look.yml": PLAY.format(title="Before")})
        hear(server, "Reloading browsers")
        assert "Before" in page(f"{address}/plays/look/")
        project.write({"look.yml": PLAY.format(title="[]")})
        assert "look.yml:2:8: SHP004" in hear(server, "SHP004")
        hear(server, "Reloading browsers")
        assert "look.yml:2:8: SHP004" in page(f"{address}/")
        assert "Before" in page(f"{address}/plays/look/")
        project.write({"look.yml": PLAY.format(title="After")})
        hear(server, "Reloading browsers")
        assert "After" in page(f"{address}/plays/look/")


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
    with previewing(project) as (_, address):
        problems = page(f"{address}/")
        for number, _ in enumerate(HEADS):
            assert f"content/notes-{number}.md:2:1" in problems
            assert "<h1" in page(f"{address}/notes-{number}/")


def test_a_port_that_is_taken_is_said_in_one_line(project: Project, run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = run("serve", "--address", address, cwd=project.root)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(f"{address} can't be listened on: ")
    assert "Traceback" not in done.stderr


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
    with previewing(project) as (server, address):
        stop.touch()
        project.write({"look.yml": PLAY.format(title="After")})
        assert server.stderr is not None
        lines = iter(server.stderr.readline, "")
        answers = ("Traceback", "The preview", "Reloading")
        assert next(line for line in lines if any(each in line for each in answers)) == (
            "The preview stands as it was: ValueError: not today\n"
        )
        hear(server, "Reloading browsers")
        stop.unlink()
        config.write_text("{{{", encoding="utf-8")
        assert hear(server, "mkdocs.yml:1:").startswith("mkdocs.yml:1:3: ")
        hear(server, "The preview stands as it was: 1 problem")
        hear(server, "Reloading browsers")
        assert "Before" in page(f"{address}/plays/look/")
        config.write_text(text, encoding="utf-8")
        hear(server, "Reloading browsers")
        assert "After" in page(f"{address}/plays/look/")
