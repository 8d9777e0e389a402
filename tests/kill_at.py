"""Runs `playbook build` in folder after folder, each in a process of its own that dies just before
its n-th change.

`kill_at.py build FOLDER:N …` kills each without any chance to clean up; with N = 0 it runs to its
end. What it changed on disk until then stands in FOLDER.log, one line each; how it ended is
printed. `FOLDER:N:steps` builds as where folders can't be exchanged. With `swap` instead of `build`
a page is written, and takes the place of the site.
"""

import os
import signal
import sys
from itertools import zip_longest
from pathlib import Path

from playbook.cli import main
from playbook.system import atomic_swap

CHANGES = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.", "tempfile.", "ctypes.")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Reaper:
    """Counts the changes that Python announces before it makes them."""

    def __init__(self, log: str, at: int) -> None:
        self.log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        self.at, self.count = at, 0

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        """Note one event; at the n-th be gone."""
        writes = event == "open" and isinstance(args[2], int) and bool(args[2] & WRITING)
        if writes or event.startswith(CHANGES):
            self.count += 1
            if self.count == self.at:
                os.kill(os.getpid(), signal.SIGKILL)
            os.write(self.log, f"{event} {args}\n".encode())


def replace_site() -> None:
    """Do what a build does to the folders, with one page."""
    with atomic_swap.Draft(Path.cwd() / "site") as draft:
        (draft.folder / "page").write_text("new")
        draft.put_in_place()


def start(job: str, *, is_build: bool) -> int:
    """Start one job in a process of its own and return its id."""
    folder, at, *steps = job.split(":")
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        if steps:
            atomic_swap.exchange = lambda *_: False
        sys.addaudithook(Reaper(f"{folder}.log", int(at)))
        try:
            main(["build"]) if is_build else replace_site()
        except SystemExit as end:
            os._exit(int(end.code or 0))
        os._exit(0)
    return child


if __name__ == "__main__":
    what, *jobs = sys.argv[1:]
    for pair in zip_longest(jobs[::2], jobs[1::2]):
        for child in [start(job, is_build=what == "build") for job in pair if job]:
            print("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201 - for the test
