"""What git's log tells of the files below a folder: which blob each was, and since when."""

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from playbook.system.git import is_in_git, is_shallow, parse_batch, run

MOST_COMMITS = 5_000
GONE = "0" * 40
COMMIT = b"\x01"
"""What a commit's line begins with, which no path of git's begins with in this output."""


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
        commits = tuple(parse_log(out))
    except (OSError, ValueError, subprocess.SubprocessError):
        return Log()
    return Log(tuple(reversed(commits)), is_shallow(folder))


def parse_log(out: bytes) -> Iterator[Commit]:
    """Yield the commits in the output of `git log --raw -z`, in its order."""
    for chunk in out.split(COMMIT)[1:]:
        head, *words = chunk.split(b"\0")
        seconds = int(head.strip() or b"0")
        changes = tuple(parse_changes([word.decode(errors="surrogateescape") for word in words]))
        yield Commit(datetime.fromtimestamp(seconds, UTC).date(), changes)


def parse_changes(words: Sequence[str]) -> Iterator[FileChange]:
    """Yield the changes of one commit: each is its facts and one path, or two where it renames."""
    rest = iter(words)
    for word in rest:
        facts = word.strip().removeprefix(":").split(" ")
        if len(facts) != len(("mode", "mode", "blob", "blob", "status")):
            continue
        path, blob, status = next(rest), facts[3], facts[4]
        if status[:1] in {"R", "C"}:
            yield FileChange(next(rest), blob, path if status[:1] == "R" else "")
        else:
            yield FileChange(path, "" if status[:1] == "D" else blob)


def read_blobs(folder: Path, blobs: Sequence[str]) -> dict[str, str]:
    """Return the texts of blobs by their ids; what can't be had or is no text is left out."""
    if not blobs:
        return {}
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    try:
        texts = parse_batch(run(folder.resolve() / ".git", "cat-file", "--batch", stdin=asked))
    except (OSError, ValueError, subprocess.SubprocessError):
        return {}
    return {blob: text for blob, text in zip(blobs, texts, strict=True) if text is not None}
