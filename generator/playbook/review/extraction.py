"""The project in a commit -> a folder with what is read of it, for a while."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
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
NOWHERE = ".git/not-followed"
"""Where each link leads, since no file is written there."""
MOST_AT_ONCE = 50_000_000
"""So many bytes are in memory at once, and the file that goes beyond."""


@dataclass(frozen=True)
class Extract:
    """A project's files in a folder, and what of them git has."""

    root: Path
    """The folder that stands for the project's."""
    files: Mapping[str, TreeFile]
    """Each file below the repository's root, as the commit has it."""
    prefix: str
    """The path of the project from the repository's root, with a slash behind it."""
    unread: Mapping[str, Problem]
    """What could not be written, by its path from the repository's root, and why."""


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
            unread = dict(write_files(top, whole, settings, prefix))
            written = set(settings)
            below = find_content(whole, root, files)
            if prefix and not below.startswith(prefix):
                files |= list_tree(top, revision.commit, below.rstrip("/"))
            content = {
                path: file
                for path, file in files.items()
                if path.startswith(below) and path not in written
            }
            if not content and MKDOCS not in {path.removeprefix(prefix) for path in settings}:
                raise NoState(
                    f"there is no playbook in {quoted(revision.label)}"
                    f"{f' below {quoted(inner)}' if prefix else ''}: name a later commit, which "
                    "has one"
                )
            unread |= write_files(top, whole, content, prefix)
            with suppress(OSError):
                (whole / below).mkdir(parents=True, exist_ok=True)
            yield Extract(root, settings | content, prefix, unread)
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
        with suppress(OSError):  # `write_files` says so
            (whole / folder).mkdir(parents=True, exist_ok=True)
    content = os.path.relpath(find_place(root).content.resolve(), whole)
    inner = Path(content).as_posix()
    if inner.split("/")[0] == "..":
        raise NoState(
            f"by its {MKDOCS}, the content lies outside of the repository, where git knows nothing "
            "of it: compare two folders, as in 'playbook diff ../before'"
        )
    return "" if inner == "." else f"{inner}/"


def write_files(
    top: Path, whole: Path, files: Mapping[str, TreeFile], prefix: str
) -> Iterator[tuple[str, Problem]]:
    """Write files of a commit below a folder; yield the paths that can't be written, and why."""
    for folder in {(whole / path).parent for path in files if is_usable_name(path)}:
        with suppress(OSError):  # each file says so
            folder.mkdir(parents=True, exist_ok=True)
    for some in split_by_size(files):
        blobs = read_blobs(top, (file.id for file in some.values() if is_whole(file)))
        for path, file in some.items():
            if fault := write_file(whole / path, path, file, blobs):
                name = Path(os.path.relpath(path, prefix or "."))
                yield path, Problem(name, Mark(), "SRC013", fault)


def write_file(target: Path, path: str, file: TreeFile, blobs: Mapping[str, bytes]) -> str:
    """Write a file of a commit; return why it can't be, or nothing."""
    if not is_usable_name(path):
        return "no file can have this name: rename it"
    if file.mode == SUBMODULE:
        return ""
    if is_whole(file) and file.id not in blobs:
        return f"this clone lacks what the file holds: {DEEPEN}"
    try:
        if file.mode == LINK:
            target.symlink_to(NOWHERE)
            return ""
        with target.open("xb") as written:
            if is_whole(file):
                written.write(blobs[file.id])
            else:
                written.truncate(file.size)
    except OSError as error:
        return f"no such file can be written here ({error.strerror}): rename it"
    return ""


def is_whole(file: TreeFile) -> bool:
    """Whether what a file holds is read, and not its size alone."""
    return file.is_file and file.size < LARGEST


def split_by_size(files: Mapping[str, TreeFile]) -> Iterator[dict[str, TreeFile]]:
    """Yield files some at a time, so that memory need not have all that they hold."""
    some: dict[str, TreeFile] = {}
    size = 0
    for path, file in files.items():
        some[path] = file
        size += file.size if is_whole(file) else 0
        if size > MOST_AT_ONCE:
            yield some
            some, size = {}, 0
    yield some
