"""The project in a commit -> a folder with what is read of it, for a while."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playbook.config.mkdocs_settings import MKDOCS
from playbook.config.place import find_place
from playbook.review.revisions import DEEPEN, NoState, Revision
from playbook.source.problem import Mark, Problem
from playbook.system.git_objects import (
    LARGEST,
    LINK,
    SUBMODULE,
    GitFailure,
    TreeFile,
    find_top,
    is_usable_name,
    list_tree,
    read_blobs,
)
from playbook.text.english import quoted

SETTINGS = "site_config"


@dataclass(frozen=True)
class Extract:
    """A project's files in a folder, and what of them git has."""

    root: Path
    """The folder that stands for the project's."""
    files: Mapping[str, TreeFile]
    """Each file below the repository's root, as the commit has it."""
    prefix: str
    """The path of the project from the repository's root, with a slash behind it."""
    unread: tuple[Problem, ...]
    """What could not be written; paths from the project's folder."""


@contextmanager
def extract_project(revision: Revision) -> Iterator[Extract]:
    """Write what is read of a project to a folder, and delete it afterwards."""
    try:
        top = find_top(revision.folder)
        inner = revision.folder.resolve().relative_to(top).as_posix()
        prefix = "" if inner == "." else f"{inner}/"
        files = list_tree(top, revision.commit, prefix.rstrip("/"))
        with TemporaryDirectory(prefix="playbook-diff-", ignore_cleanup_errors=True) as folder:
            whole = Path(folder).resolve()
            root = whole / inner
            root.mkdir(parents=True, exist_ok=True)
            settings = {
                path: file
                for path, file in files.items()
                if "/" not in path.removeprefix(prefix) or path.startswith(f"{prefix}{SETTINGS}/")
            }
            unread = list(write_files(top, whole, settings, prefix))
            written = set(settings)
            below = find_content(whole, root, files)
            if below and prefix and not below.startswith(prefix):
                files |= list_tree(top, revision.commit, below.rstrip("/"))
            content = {
                path: file
                for path, file in files.items()
                if path.startswith(below) and path not in written and below
            }
            if not content and MKDOCS not in {path.removeprefix(prefix) for path in settings}:
                raise NoState(
                    f"there is no playbook in {quoted(revision.label)}"
                    f"{f' below {quoted(inner)}' if prefix else ''}: name a later commit, which "
                    "has one"
                )
            unread += write_files(top, whole, content, prefix)
            (whole / below).mkdir(parents=True, exist_ok=True)
            yield Extract(root, settings | content, prefix, tuple(unread))
    except GitFailure as failure:
        raise NoState(
            f"{quoted(revision.label)} can't be read: {failure}; in a partial clone, {DEEPEN}"
        ) from failure


def find_content(whole: Path, root: Path, files: Mapping[str, TreeFile]) -> str:
    """Return the path of the content from the repository's root, with a slash behind it.

    The settings decide, which look at what folders there are.
    """
    tops = {path[: path.rindex("/")] for path in files if "/" in path and is_usable_name(path)}
    for folder in tops:
        (whole / folder).mkdir(parents=True, exist_ok=True)
    content = os.path.relpath(find_place(root).content.resolve(), whole)
    inner = Path(content).as_posix()
    return "" if inner.startswith("..") or inner == "." else f"{inner}/"


def write_files(
    top: Path, whole: Path, files: Mapping[str, TreeFile], prefix: str
) -> Iterator[Problem]:
    """Write files of a commit below a folder; yield what can't be written, and why."""
    wanted = {path: file for path, file in files.items() if is_usable_name(path)}
    blobs = read_blobs(
        top, (file.id for file in wanted.values() if file.is_file and file.size < LARGEST)
    )
    folders: set[Path] = set()
    for path, file in files.items():
        target, name = whole / path, Path(os.path.relpath(path, prefix or "."))
        if path not in wanted:
            yield Problem(name, Mark(), "SRC013", "no file can have this name: rename it")
            continue
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        if file.mode == SUBMODULE:
            message = "this is another repository (a submodule), which is not looked into"
            yield Problem(name, Mark(), "SRC013", message)
        elif file.mode == LINK:
            target.symlink_to("not-followed")
        elif file.size < LARGEST and file.id not in blobs:
            message = f"this clone lacks what the file holds: {DEEPEN}"
            yield Problem(name, Mark(), "SRC013", message)
        else:
            with target.open("xb") as written:
                written.write(blobs.get(file.id, b""))
                written.truncate(file.size)
