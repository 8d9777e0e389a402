"""Commands, timed; the most memory that they and what they start take at once; figures."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent
PLAYBOOK = str(BIN / "playbook")
MB = 1_000_000


@dataclass(frozen=True)
class Taken:
    """What a command took."""

    seconds: float
    memory: float
    """In MB, of all its processes together, what they share counted once."""


@dataclass(frozen=True)
class Figure:
    """A thing measured for one size of content, beside what is to be reached."""

    name: str
    size: str
    value: float
    unit: str
    target: float | None = None
    at_least: bool = False
    """Whether more is better."""

    @property
    def row(self) -> str:
        """The figure as a line of the table."""
        digits = 0 if abs(self.value) >= 100 else 1 if abs(self.value) >= 10 else 2  # noqa: PLR2004
        figure = f"{self.value:,.{digits}f} {self.unit}"
        if self.target is None:
            return f"{self.name:<46}{self.size:>6}{figure:>14}"
        sign = "≥" if self.at_least else "≤"
        reached = self.value >= self.target if self.at_least else self.value <= self.target
        goal = f"{sign} {self.target:,.4g} {self.unit}"
        return f"{self.name:<46}{self.size:>6}{figure:>14}{goal:>16}  {'yes' if reached else 'NO'}"


def run(command: list[str], cwd: Path) -> Taken:
    """Run a command that has to succeed, and return what it took."""
    started = time.perf_counter()
    with (
        subprocess.Popen(
            command,
            cwd=cwd,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        ) as process,
        watch_memory(process.pid) as peak,
    ):
        _, errors = process.communicate()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: {errors.decode(errors='replace')[-2000:]}")
    return Taken(time.perf_counter() - started, peak[0] / MB)


@contextmanager
def watch_memory(pid: int) -> Iterator[list[float]]:
    """Give the most bytes that a process and its children took together; 0 where none can say."""
    peak, done = [0.0], threading.Event()

    def look() -> None:
        while not done.wait(0.1):
            # A process that is just being started has still the memory of its parent, not a copy.
            peak[0] = max(peak[0], sum(set(map(read_memory, list_family(pid)))))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def list_family(pid: int) -> Iterator[int]:
    """Yield a process, and all that it has started."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in children:
            yield from list_family(int(child))


def read_memory(pid: int) -> float:
    """Return the bytes of memory that are a process's own, with its part of what it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0.0)


def edit(path: Path, word: str) -> None:
    """Change an artifact: its summary ends with a word."""
    lines = path.read_text(encoding="utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("summary:"))
    end = next(n for n, line in enumerate(lines) if n > place and line[:1].strip())
    text = '"A summary that says '.join(["summary: ", f'{word}."'])
    path.write_text("\n".join([*lines[:place], text, *lines[end:]]) + "\n", encoding="utf-8")


def find_edited(root: Path) -> Path:
    """Return the artifact that is edited: the first play."""
    return min((root / "content" / "plays").glob("*.yml"))
