"""What git remembers of a file.

Nothing is written, and no hook, helper or network used, whatever a repository asks.
"""

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

MOST_VERSIONS, MOST_BYTES = 100, 1_000_000
SECONDS = 20
KEPT = {"GIT_CEILING_DIRECTORIES"}
QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_ALLOW_PROTOCOL": "none",  # before any setting of the repository, as that is
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
}
SAFE = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "log.showSignature=false",
    "protocol.allow=never",
)


@dataclass(frozen=True)
class Version:
    """A file as it was committed, and when that was."""

    text: str
    when: datetime


@dataclass(frozen=True)
class History:
    """The latest versions of a file, newest first.

    A shallow clone knows no more than the one it holds.
    """

    versions: tuple[Version, ...] = ()
    is_shallow: bool = False


def read_history(path: Path) -> History:
    """Return what a file's repository remembers of it.

    Nothing where there is no repository, or no git.
    """
    path = path.resolve()
    if not is_in_git(path.parent):
        return History()
    try:
        shallow = run(path, "rev-parse", "--is-shallow-repository").strip() == b"true"
        most = max(1, min(MOST_VERSIONS, MOST_BYTES // max(1, path.stat().st_size)))
        log = run(
            path,
            "rev-list",
            "--first-parent",
            "--timestamp",
            f"--max-count={most}",
            "HEAD",
            "--",
            path.name,
        )
        commits = [line.split() for line in log.decode().splitlines()]
        names = "".join(f"{commit}:./{path.name}\n" for _, commit in commits)
        texts = parse_batch(run(path, "cat-file", "--batch", stdin=names.encode()))
    except (OSError, ValueError, subprocess.SubprocessError):
        return History()
    versions = (
        Version(text, datetime.fromtimestamp(int(seconds), UTC))
        for (seconds, _), text in zip(commits, texts, strict=True)
        if text is not None
    )
    return History(tuple(versions), shallow)


def is_in_git(folder: Path) -> bool:
    """Whether a folder is in a git repository; `.git` is a file in a worktree."""
    folder = folder.resolve()
    return any((one / ".git").exists() for one in (folder, *folder.parents))


def is_shallow(folder: Path) -> bool:
    """Whether a folder lies in a clone without its history."""
    try:
        return run(folder / ".git", "rev-parse", "--is-shallow-repository").strip() == b"true"
    except (OSError, subprocess.SubprocessError):
        return False


def run(path: Path, *command: str, stdin: bytes = b"") -> bytes:
    """Return what a git command writes in a file's folder.

    A failure raises SubprocessError, a missing git OSError.
    """
    settings = [word for setting in SAFE for word in ("-c", setting)]
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in KEPT
    }
    process = subprocess.run(  # noqa: S603 - no shell, and no word of the command is the author's
        ["git", "--no-pager", *settings, *command],  # noqa: S607 - the git of this machine, wherever it is
        cwd=path.parent,
        env=environment | QUIET,
        input=stdin,
        capture_output=True,
        check=True,
        timeout=SECONDS,
    )
    return process.stdout


def ask_git(folder: Path, *command: str) -> str:
    """Return what git says, on one line; nothing where it says nothing, or isn't installed."""
    try:
        return run(folder / ".git", *command).decode(errors="replace").strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def parse_batch(batch: bytes) -> list[str | None]:
    """Return the texts in the output of `git cat-file --batch`.

    None for what is not there or is no text.
    """
    texts: list[str | None] = []
    start = 0
    while start < len(batch):
        end = batch.index(b"\n", start)
        head = batch[start:end].split()
        if head[-1] == b"missing":
            texts.append(None)
            start = end + 1
            continue
        size = int(head[-1])
        texts.append(
            batch[end + 1 : end + 1 + size].decode(errors="replace").removeprefix("\ufeff")
        )
        start = end + size + 2
    return texts
