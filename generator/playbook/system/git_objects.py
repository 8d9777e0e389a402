"""What git's objects hold of a commit, read without a checkout: no filter, hook or network."""

import os
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playbook.system.git import ask_git, run

LINK, SUBMODULE = "120000", "160000"
LARGEST = 1_000_001
"""Of a larger file the content is left where it is."""
HIDDEN_IN_NAMES = re.compile(r"[.\s]*\.git[.\s]*|git~\d+", re.IGNORECASE)
LFS = b"version https://git-lfs.github.com/spec/"


class GitFailure(Exception):
    """Why git gave no answer, in its own words."""


@dataclass(frozen=True)
class TreeFile:
    """A file of a commit: its mode and id as git has them, and its size in bytes."""

    mode: str
    id: str
    size: int

    @property
    def is_file(self) -> bool:
        """Whether it is neither a link nor another repository."""
        return self.mode not in {LINK, SUBMODULE}


def find_top(folder: Path) -> Path:
    """Return the root of the repository that a folder lies in, with links followed."""
    written = call_git(folder, "rev-parse", "--show-toplevel")
    top = Path(os.fsdecode(written.removesuffix(b"\n"))).resolve()
    if not folder.resolve().is_relative_to(top):
        raise GitFailure("its setting 'core.worktree' says that the files lie in another folder")
    return top


def find_commit(folder: Path, word: str) -> str:
    """Return the id of the commit that a word stands for; nothing where there is none."""
    if not word or word.startswith("-") or "\0" in word:
        return ""
    return ask_git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{word}^{{commit}}"
    )


def find_fork(folder: Path, commit: str, other: str) -> str:
    """Return the id of the commit where two lines left each other; nothing where it isn't here."""
    return ask_git(folder, "merge-base", "--end-of-options", commit, other)


def list_branches(folder: Path) -> list[str]:
    """Return the names of the branches and tags, for a suggestion."""
    names = ask_git(
        folder,
        "for-each-ref",
        "--format=%(refname:short)",
        "refs/heads",
        "refs/remotes",
        "refs/tags",
    )
    return names.splitlines()


def list_tree(folder: Path, commit: str, prefix: str = "") -> dict[str, TreeFile]:
    """Return the files of a commit below a folder, by their paths from the repository's root."""
    below = [f"{prefix}/"] if prefix else []
    listed = call_git(folder, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *below)
    files = {}
    for line in listed.split(b"\0")[:-1]:
        head, _, name = line.partition(b"\t")
        mode, _, identity, size = head.decode().split()
        files[os.fsdecode(name)] = TreeFile(mode, identity, int(size) if size.isdigit() else 0)
    return files


def list_submodules(folder: Path) -> dict[str, str]:
    """Return the commits that other repositories below a folder are at, by their paths from it.

    One that isn't checked out is where git says that it should be.
    """
    commits = {}
    for line in call_git(folder, "ls-files", "--stage", "-z").split(b"\0")[:-1]:
        head, _, name = line.partition(b"\t")
        mode, commit, _ = head.decode().split()
        if mode == SUBMODULE:
            path = os.fsdecode(name)
            is_here = (folder / path / ".git").exists()
            commits[path] = (
                ask_git(folder / path, "rev-parse", "HEAD") if is_here else ""
            ) or commit
    return commits


def read_blobs(folder: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """Return what files hold by their ids; what this clone lacks is left out."""
    wanted = list(dict.fromkeys(ids))
    batch = call_git(folder, "cat-file", "--batch", stdin="".join(f"{one}\n" for one in wanted))
    blobs, start = {}, 0
    while start < len(batch):
        end = batch.index(b"\n", start)
        head = batch[start:end].split()
        start = end + 1
        if head[-1] == b"missing":
            continue
        size = int(head[-1])
        blobs[head[0].decode()] = batch[start : start + size]
        start += size + 1
    return blobs


def is_usable_name(path: str) -> bool:
    """Whether a path of a commit may be written below a folder: a hostile one has any name."""
    return all(
        part not in {"", ".", ".."}
        and not HIDDEN_IN_NAMES.fullmatch(part)
        and (os.sep == "/" or not set(part) & set('\\:*?"<>|'))
        for part in path.split("/")
    )


def call_git(folder: Path, *command: str, stdin: str = "") -> bytes:
    """Return what git answers; raises GitFailure with its words where it refuses."""
    try:
        return run(folder / ".git", *command, stdin=stdin.encode())
    except subprocess.CalledProcessError as error:
        words = error.stderr.decode(errors="replace").strip().splitlines()
        raise GitFailure(words[0] if words else "git gives no reason") from error
    except subprocess.TimeoutExpired as error:
        raise GitFailure("git takes too long to answer") from error
    except FileNotFoundError as error:
        raise GitFailure("git isn't installed, or the folder isn't there") from error
