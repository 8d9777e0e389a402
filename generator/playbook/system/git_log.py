"""What git's log tells of the files below a folder: which blob each was, and since when."""

import os
import subprocess
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from playbook.system.git import is_in_git, is_shallow, parse_batch, run

MOST_COMMITS = 5_000
COMMIT = b"\x01"
"""What a commit's line begins with, and none with the facts of a file."""
LAST_SECOND = 2**32 - 1
"""In the year 2106; a commit may say any number."""
LARGEST = 1_000_000
"""So many bytes of a state are read, as of a file of the content."""


@dataclass(frozen=True)
class FileChange:
    """That a file became another in a commit; the paths are from the folder, with slashes."""

    path: str
    blob: str
    """Nothing where the commit deletes it."""
    old_path: str = ""
    """What it was called before, where the commit renames it."""


@dataclass(frozen=True)
class Commit:
    """A commit of the main line, with the files below the folder that it changes."""

    day: date
    """The day of the commit, in UTC."""
    changes: tuple[FileChange, ...]


@dataclass(frozen=True)
class Log:
    """The commits of the main line, the earliest first."""

    commits: tuple[Commit, ...] = ()
    is_shallow: bool = False


def read_log(folder: Path) -> Log:
    """Return the commits that change files below a folder; none where git knows nothing of it."""
    folder = folder.resolve()
    if not is_in_git(folder):
        return Log()
    try:
        out = run(
            folder / ".git",  # whose folder is where git is run
            "log",
            "--first-parent",
            "--diff-merges=first-parent",
            "--raw",
            "--no-abbrev",
            "--find-renames",
            "--no-textconv",
            "--no-ext-diff",
            "--relative",
            "-z",
            f"--max-count={MOST_COMMITS}",
            "--format=%x01%ct",
            "HEAD",
            "--",
            ".",
        )
        commits = list(reversed([*parse_log(out)]))
    except (OSError, ValueError, subprocess.SubprocessError):
        return Log()
    days = order_days([commit.day for commit in commits])
    ordered = (replace(one, day=day) for one, day in zip(commits, days, strict=True))
    return Log(tuple(ordered), is_shallow(folder))


def parse_log(out: bytes) -> Iterator[Commit]:
    """Yield the commits in the output of `git log --raw -z`, in its order.

    Each change is its facts and one path, or two where it renames; a path may look like anything.
    """
    day: date | None = None
    changes: list[FileChange] = []
    words = iter(out.split(b"\0"))
    for word in words:
        if word.startswith(COMMIT):
            if day:
                yield Commit(day, tuple(changes))
            seconds = min(int(word.removeprefix(COMMIT).strip() or b"0"), LAST_SECOND)
            day, changes = datetime.fromtimestamp(seconds, UTC).date(), []
            continue
        facts = word.decode().strip().removeprefix(":").split(" ")
        if len(facts) != len(("mode", "mode", "blob", "blob", "status")):
            continue
        blob, status = facts[3], facts[4][:1]
        path = os.fsdecode(next(words))
        if status in {"R", "C"}:
            changes.append(
                FileChange(os.fsdecode(next(words)), blob, path if status == "R" else "")
            )
        else:
            changes.append(FileChange(path, "" if status == "D" else blob))
    if day:
        yield Commit(day, tuple(changes))


def order_days(days: Sequence[date]) -> list[date]:
    """Return days in their order, where those of clocks that were wrong are as the day before.

    Most of the days are in order; so those are wrong that are in no longest series of such days.
    """
    ends: list[date] = []
    places: list[int] = []
    before: list[int | None] = []
    for place, day in enumerate(days):
        length = bisect_right(ends, day)
        before.append(places[length - 1] if length else None)
        if length == len(ends):
            ends.append(day)
            places.append(place)
        else:
            ends[length], places[length] = day, place
    right: set[int] = set()
    last = places[-1] if places else None
    while last is not None:
        right.add(last)
        last = before[last]
    known = days[min(right)] if right else None
    ordered = []
    for place, day in enumerate(days):
        known = day if known is None or place in right else known
        ordered.append(known)
    return ordered


def read_blobs(folder: Path, blobs: Sequence[str]) -> dict[str, str]:
    """Return the texts of blobs by their ids; what can't be had or is no text is left out."""
    if not blobs:
        return {}
    place = folder.resolve() / ".git"
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    try:
        sizes = run(place, "cat-file", "--batch-check", stdin=asked).decode().splitlines()
        blobs = [blob for blob, size in zip(blobs, sizes, strict=True) if is_small_text(size)]
        asked = "".join(f"{blob}\n" for blob in blobs).encode()
        texts = parse_batch(run(place, "cat-file", "--batch", stdin=asked))
    except (OSError, ValueError, subprocess.SubprocessError):
        return {}
    return {blob: text for blob, text in zip(blobs, texts, strict=True) if text is not None}


def is_small_text(described: str) -> bool:
    """Whether git describes an object as a file that is not too large to read."""
    _, sort, *size = described.split()
    return sort == "blob" and int(size[0]) <= LARGEST
