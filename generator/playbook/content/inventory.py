"""A content folder -> what in it is read, what a page may show, and what is neither."""

import errno
import glob
import os
import stat
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

from playbook.content.file_names import (
    ARTIFACTS,
    ASSETS,
    PAGES,
    VERSIONS,
    explain_unread,
    is_left_alone,
    is_undecoded,
    name_fault,
)
from playbook.content.reserved_paths import is_own_path
from playbook.source.problem import Mark, Problem, Severity
from playbook.text.english import quoted

LEFT_OUT_BY_MKDOCS = "templates"
SPECIAL_FILES = {stat.S_IFIFO: "pipe", stat.S_IFSOCK: "socket"}


@dataclass(frozen=True)
class Inventory:
    """The usable files below a content folder by their use, and problems with the others."""

    content: Path
    artifacts: tuple[Path, ...] = ()
    """The YAML."""
    pages: tuple[Path, ...] = ()
    """The pages written by hand."""
    assets: tuple[Path, ...] = ()
    """What is published when a published page refers to it."""
    extras: tuple[Path, ...] = ()
    """What the site's owner publishes as it is."""
    versions: tuple[Path, ...] = ()
    """What artifacts said before, in folders such as `my-tree.versions`: never published."""
    problems: tuple[Problem, ...] = ()

    @cached_property
    def assets_by_path(self) -> dict[str, Path]:
        """The assets by their paths from the content folder, in one spelling."""
        return {normalize_spelling(self.get_path(file)): file for file in self.assets}

    def get_path(self, file: Path) -> str:
        """Return a file's path from the content folder, with slashes."""
        return file.relative_to(self.content).as_posix()


def normalize_spelling(path: str) -> str:
    """Return a path as most systems spell it: macOS takes some letters apart."""
    return unicodedata.normalize("NFC", path)


def take_inventory(content: Path, publish: Collection[str] = ()) -> Inventory:
    """Return what lies below a folder, in one order on every machine.

    What is hidden is left alone, links too. `publish` has the patterns of what the site's owner
    publishes as it is; YAML is only that where its whole path stands there, since a pattern such as
    `*` is not meant to hide what the team writes. Nothing is opened, no link is followed.
    """
    files: dict[str, list[Path]] = {
        use: [] for use in ("artifacts", "pages", "assets", "extras", "versions")
    }
    problems = []
    for path in walk_folder(content):
        if isinstance(path, Problem):
            problems.append(path)
        elif isinstance(
            use := classify(path.relative_to(content).as_posix(), path, publish), Problem
        ):
            problems.append(use)
        else:
            files[use].append(path)
    return Inventory(
        content,
        **{use: tuple(sorted(paths)) for use, paths in files.items()},
        problems=tuple(problems),
    )


def walk_folder(content: Path) -> Iterator[Path | Problem]:
    """Yield every readable file below a folder, and each problem with a name or a file."""
    folders = [content]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                children = sorted(
                    (child for child in entries if not is_left_alone(child.name)),
                    key=lambda child: child.name,
                )
        except OSError as error:
            yield report_unreadable(folder, error)
            continue
        names: dict[str, str] = {}
        for entry in children:
            path = folder / entry.name
            twin = names.setdefault(normalize_spelling(entry.name).casefold(), entry.name)
            if fault := name_fault(entry.name) or explain_twin(entry.name, twin):
                yield Problem(path, Mark(), "FIL002", fault)
            if is_undecoded(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
            else:
                yield find_file_problem(path) or path


def explain_twin(name: str, twin: str) -> str:
    """Return why two names in a folder can't stand beside each other.

    Nothing when they are the same.
    """
    if name == twin:
        return ""
    return (
        f"on Windows and macOS {quoted(name)} and {quoted(twin)} are the same name: "
        "rename one of the two"
    )


def find_file_problem(path: Path) -> Problem | None:
    """Return why this is no file that could be read; nothing when it is one."""
    try:
        mode = path.lstat().st_mode
        if stat.S_ISREG(mode) and not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        return report_unreadable(path, error)
    if stat.S_ISLNK(mode):
        return Problem(
            path,
            Mark(),
            "SRC010",
            "this is a link, and links are not followed: copy the file in instead",
        )
    if not stat.S_ISREG(mode):
        sort = SPECIAL_FILES.get(stat.S_IFMT(mode), "device")
        return Problem(
            path, Mark(), "FIL003", f"this is a {sort} and not a file: take it out of the content"
        )
    return None


def report_unreadable(path: Path, error: OSError) -> Problem:
    """Return the answer to what the system refuses to read."""
    return Problem(
        path,
        Mark(),
        "SRC013",
        f"this can't be read: {error.strerror or error}; check its permissions",
    )


def classify(name: str, path: Path, publish: Collection[str]) -> str | Problem:
    """Return the use of a file by its path from the content folder, or why it has none."""
    ending = path.suffix
    if path.name.startswith("."):
        message, severity = explain_unread(name)
        return Problem(path, Mark(), "FIL001", message, severity)
    is_named = not {name, glob.escape(name)}.isdisjoint(publish)
    if ending in ARTIFACTS and not is_named:
        return "versions" if path.parent.suffix == VERSIONS else "artifacts"
    use = "pages" if ending in PAGES else ""
    if not use and any(fnmatchcase(name, pattern) for pattern in publish):
        use = "extras"
    if not use and ending.lower() in ASSETS and not is_disguised_text(path):
        use = "assets"
    if not use:
        message, severity = explain_unread(name)
        return Problem(path, Mark(), "FIL001", message, severity)
    if is_own_path(name):
        return Problem(
            path,
            Mark(),
            "FIL004",
            f"{quoted(name)} is a file of the site itself: call yours something else",
        )
    if name.startswith(f"{LEFT_OUT_BY_MKDOCS}/"):
        message = (
            f"MkDocs publishes nothing from a folder {quoted(LEFT_OUT_BY_MKDOCS)}: "
            "rename the folder"
        )
        return Problem(path, Mark(), "FIL001", message)
    return use


def is_disguised_text(path: Path) -> bool:
    """Whether a name such as `mara.yml.txt` says that the file has YAML or Markdown in it."""
    return path.suffix.lower() == ".txt" and explain_unread(path.name)[1] is Severity.ERROR
