"""Runs two builds at once, each in a process of its own: `started_apart.py SECONDS ONE OTHER`.

The one stands still for some seconds, having written its first page, while the other starts.
Both are modules, such as `mkdocs`.
"""

import os
import runpy
import signal
import sys
import time
from pathlib import Path


def start(builder: str) -> int:
    """Start a build and return the id of its process."""
    child = os.fork()
    if child == 0:
        sys.argv = [builder, "build"]
        try:
            runpy.run_module(builder, run_name="__main__", alter_sys=True)
        except SystemExit as end:
            os._exit(int(end.code or 0))
        os._exit(0)
    return child


def wait_for_page(builder: int) -> None:
    """Return when a build has written a page of its draft, or has ended."""
    ended = os.WEXITED | os.WNOHANG | os.WNOWAIT
    while not [*Path().glob(".site-draft*/site/*.html")] and not os.waitid(
        os.P_PID, builder, ended
    ):
        time.sleep(0.005)


if __name__ == "__main__":
    seconds, one, other = sys.argv[1:]
    first = start(one)
    wait_for_page(first)
    os.kill(first, signal.SIGSTOP)
    second = start(other)
    time.sleep(float(seconds))
    os.kill(first, signal.SIGCONT)
    ends = [os.waitpid(child, 0)[1] for child in (first, second)]
    sys.exit(any(ends))
