"""The command in a fork of this process, measured."""

import gc
import os
import signal
import time
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import playbook
from forks import USED, call

ENVIRONMENT = {"SOURCE_DATE_EPOCH": "0", "PLAYBOOK_DEBUG": "1"}
"""With the last, an error of ours is shown as what it is, and not answered in one line."""
WALL = 900
"""Seconds after which a command hangs, however busy the machine is."""


@dataclass
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float
    wall: float


def run(args: tuple[str, ...], root: Path, room: Path) -> Done:
    """Run a command in a fork of this process, and measure it."""
    told = [str(room / "out"), str(room / "err")]
    for path in told:
        Path(path).write_bytes(b"")
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os._exit(call("playbook", list(args), str(root), {**os.environ, **ENVIRONMENT}, told))
    used, status = wait(child, start)
    out, err = (Path(path).read_text(encoding="utf-8", errors="replace") for path in told)
    code = os.waitstatus_to_exitcode(status)
    return Done(
        code,
        out,
        err,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / 1024,
        time.monotonic() - start,
    )


def wait(child: int, start: float) -> tuple[Any, int]:
    """Wait for a process, and end it when it never comes back."""
    pause = 0.002
    while True:
        pid, status, used = os.wait4(child, os.WNOHANG)
        if pid:
            return used, status
        if time.monotonic() - start > WALL:
            os.kill(child, signal.SIGKILL)
            _, status, used = os.wait4(child, 0)
            return used, status
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)


def load_everything() -> None:
    """Load all that the command may want, so that each fork finds it there."""
    for name in [each.name for each in walk_packages(playbook.__path__, "playbook.")] + USED:
        if not name.endswith("__main__"):
            import_module(name)
    gc.freeze()
