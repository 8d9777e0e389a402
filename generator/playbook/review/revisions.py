"""The words that name two states -> the folders or commits that they stand for."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playbook.system.git import is_in_git, is_shallow
from playbook.system.git_objects import (
    GitFailure,
    find_commit,
    find_fork,
    find_top,
    list_branches,
)
from playbook.text.english import did_you_mean, quoted

MAIN_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
DEEPEN = "fetch it with 'git fetch --unshallow', or in a workflow with 'fetch-depth: 0'"


class NoState(Exception):
    """Why there is no such state, and what to do."""


@dataclass(frozen=True)
class Revision:
    """A state to read: a project's folder as it is, or the project in a commit."""

    label: str
    """What readers call it."""
    folder: Path
    """The project's folder."""
    commit: str = ""
    """The id of the commit; nothing for the folder as it is."""


def choose_revisions(
    root: Path, base: str, head: str, environment: Mapping[str, str] = os.environ
) -> tuple[Revision, Revision]:
    """Return the older and the newer state by the words for them, which may be empty.

    Both may stand in one word, as git has it: `main..topic`, and `main...topic` for what `topic`
    has changed since it left `main`.
    """
    if not head and ".." in base and not Path(base).is_dir():
        first, dots, last = base.partition("..." if "..." in base else "..")
        newer = find_revision(root, last or "HEAD")
        if dots == "..." and newer.commit:
            older = find_revision(root, first or "HEAD")
            return find_parting(root, older, newer.commit), newer
        return find_revision(root, first or "HEAD"), newer
    newer = find_revision(root, head) if head else Revision("the files as they are", root)
    if base:
        return find_revision(root, base), newer
    return find_base(root, newer.commit or "HEAD", environment), newer


def find_revision(root: Path, word: str) -> Revision:
    """Return the state that a word names: a commit first, as git has it, then a folder."""
    is_git = is_in_git(root)
    if is_git and (commit := find_commit(root, word)):
        return Revision(word, root, commit)
    if Path(word).is_dir():
        return Revision(word, Path(word))
    if Path(word).is_file():
        raise NoState(
            f"{quoted(word)} is a file, and whole projects are compared: name a commit, a branch "
            "or a project's folder"
        )
    if not is_git:
        raise NoState(
            f"{quoted(word)} is no folder, and this project is in no git repository, so it has no "
            "commits: name two folders"
        )
    require_repository(root)
    if is_shallow(find_top(root)):
        raise NoState(
            f"{quoted(word)} isn't in this clone, which has only a part of the history: {DEEPEN}"
        )
    raise NoState(
        f"{quoted(word)} is no commit, branch or folder here"
        f"{did_you_mean(word, list_branches(root))}: 'git branch --all' lists the branches, "
        "'git fetch' brings new ones"
    )


def find_base(root: Path, commit: str, environment: Mapping[str, str]) -> Revision:
    """Return where a line left the main one, or what the host of a pull request says it did."""
    if not is_in_git(root):
        raise NoState(
            "this project is in no git repository, so nothing says what it was before: name the "
            "folder of the older state, as in 'playbook diff ../before'"
        )
    require_repository(root)
    if not find_commit(root, "HEAD"):
        raise NoState("there is no commit yet to compare with: make the first one")
    if known := environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA"):
        return find_revision(root, known)
    if target := environment.get("GITHUB_BASE_REF"):
        names: tuple[str, ...] = (f"origin/{target}", target)
    else:
        target, names = "main", MAIN_BRANCHES
    for name in names:
        if other := find_commit(root, name):
            return find_parting(root, Revision(name, root, other), commit)
    if is_shallow(find_top(root)):
        raise NoState(
            f"this clone has only a part of the history, and {quoted(target)} isn't in it: {DEEPEN}"
        )
    raise NoState(
        f"there is no branch {quoted(target)} to compare with: name a commit or branch, as in "
        "'playbook diff HEAD~1'"
    )


def find_parting(root: Path, line: Revision, commit: str) -> Revision:
    """Return the state in which a commit left another line."""
    if parting := find_fork(root, commit, line.commit):
        return Revision(line.label, root, parting)
    if is_shallow(find_top(root)):
        raise NoState(
            f"where this branch left {quoted(line.label)} isn't in this clone, which has only a "
            f"part of the history: {DEEPEN}"
        )
    raise NoState(
        f"this branch and {quoted(line.label)} have no commit in common: name the commit to "
        "compare with"
    )


def require_repository(root: Path) -> None:
    """Raise NoState where git refuses to read the repository."""
    try:
        find_top(root)
    except GitFailure as failure:
        raise NoState(f"git can't read this repository: {failure}") from failure
