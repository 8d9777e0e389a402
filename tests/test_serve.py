"""The live preview shows an edit, and outlives a mistake."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from urllib.request import urlopen

import pytest

from conftest import Project

PLAY = """kind: play
title: {title}
summary: For the preview.
purpose: To see an edit.
time: 10
steps: [{{title: Look}}]
"""


@pytest.fixture
def preview(project: Project) -> Iterator[tuple[Project, "subprocess.Popen[str]", str]]:
    project.write({"look.yml": PLAY.format(title="Before")})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "playbook", "serve", "--address", address]
    server = subprocess.Popen(
        command, cwd=project.root, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    try:
        hear(server, "Serving on")
        yield project, server, f"http://{address}/plays/look/"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()
        assert server.stderr is not None
        server.stderr.close()


def hear(server: "subprocess.Popen[str]", words: str) -> str:
    """Return the next line that holds these words; fails when the server ends before it says them."""
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


def test_an_edit_shows_and_a_mistake_does_not_end_the_preview(
    preview: tuple[Project, "subprocess.Popen[str]", str],
) -> None:
    project, server, url = preview
    assert "Before" in page(url)
    project.write({"look.yml": PLAY.format(title="After")})
    hear(server, "Reloading browsers")
    assert "After" in page(url)
    project.write({"look.yml": PLAY.format(title="[]")})
    assert "look.yml:2:8: SHP004" in hear(server, "SHP004")
    project.write({"look.yml": PLAY.format(title="Mended")})
    hear(server, "Reloading browsers")
    assert "Mended" in page(url)
