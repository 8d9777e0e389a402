"""A folder or a commit -> the project in it, with its files known by what they hold."""

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from playbook.config.mkdocs_settings import MKDOCS
from playbook.config.place import find_place
from playbook.library.entry import Entry
from playbook.library.steps import Steps
from playbook.project import CONFIG_FILES, Project, load_project
from playbook.review.extraction import Extract, extract_project
from playbook.review.revisions import NoState, Revision
from playbook.source.document import derive_id
from playbook.source.problem import Problem
from playbook.system.git import is_in_git
from playbook.system.git_objects import LARGEST, LFS, SUBMODULE, GitFailure, list_submodules
from playbook.system.untrusted_file import read_bytes
from playbook.text.english import quoted

YAML = {".yml", ".yaml"}


@dataclass(frozen=True)
class State:
    """A project as it is in one of two states."""

    revision: Revision
    root: Path
    project: Project
    is_public: bool
    extract: Extract | None = None
    """What was written of it, where it is a commit."""

    def get_path(self, path: Path) -> Path:
        """Return a path as both states have it: from the project's folder."""
        return Path(os.path.relpath(path, self.root))

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The artifacts by their ids, those of shelves too."""
        library = self.project.library if self.is_public else self.project.unredacted
        for entry in library.entries.values():
            if entry.shelf is None:
                path = self.get_path(entry.source.path)
                entry.source = replace(entry.source, path=path)
        return library.entries

    @cached_property
    def unread(self) -> frozenset[str]:
        """The ids of the files that can't be read as an artifact."""
        lost = self.extract.unread.values() if self.extract else ()
        return frozenset(
            {
                *self.project.unredacted.unread,
                *(derive_id(one.path) for one in lost if one.path.suffix in YAML),
            }
        )

    @cached_property
    def submodules(self) -> Mapping[Path, str]:
        """Other repositories in the content by their paths, with the commits that they are at."""
        commits: Mapping[str, str] = {}
        if self.extract:
            commits = {
                os.path.relpath(path, self.extract.prefix or "."): file.id
                for path, file in self.extract.files.items()
                if file.mode == SUBMODULE
            }
        elif is_in_git(self.root):
            with suppress(GitFailure):
                commits = list_submodules(self.root)
        content = self.get_path(self.project.unredacted.content)
        return {
            Path(path): commit
            for path, commit in commits.items()
            if Path(path).is_relative_to(content)
        }

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, with paths as both states have them."""
        return tuple(
            replace(problem, path=self.get_path(problem.path)) for problem in self.project.problems
        )

    def list_files(self) -> Iterator[tuple[str, Path]]:
        """Yield the other files and settings by their paths, those of the content if shown."""
        inventory = self.project.unredacted.inventory
        for name in CONFIG_FILES:
            if (self.root / name).is_file():
                yield Path(name).as_posix(), self.root / name
        published = {file.source for file in self.project.published} if self.is_public else None
        for path in (*inventory.pages, *inventory.assets, *inventory.extras):
            if published is None or path in published:
                yield self.get_path(path).as_posix(), path

    def read(self, path: Path) -> tuple[str, int, bytes]:
        """Return what tells a file from another: its digest, its size, and how it begins."""
        try:
            size = path.stat().st_size
            start = read_bytes(path, LARGEST)
        except OSError:
            return "", 0, b""
        if self.extract and size >= LARGEST:
            name = f"{self.extract.prefix}{self.get_path(path).as_posix()}"
            return self.extract.files[name].id, size, b""
        return hashlib.sha256(start.replace(b"\r\n", b"\n")).hexdigest(), size, start

    def is_same_file(self, path: Path, other: "State", counterpart: Path) -> bool:
        """Whether a file holds the same as that of another state, whatever ends its lines."""
        one, another = self.read(path), other.read(counterpart)
        if one[1] >= LARGEST and one[1] == another[1]:
            return self.identify(path) == other.identify(counterpart)
        if one[0] == another[0]:
            return True
        return names_by_pointer(one[2], counterpart) or names_by_pointer(another[2], path)

    def identify(self, path: Path) -> str:
        """Return the id that git gives to what a large file holds."""
        if self.extract:
            return self.read(path)[0]
        digest = hashlib.sha1(usedforsecurity=False)
        digest.update(b"blob %d\0" % path.stat().st_size)
        with path.open("rb") as file:
            while part := file.read(LARGEST):
                digest.update(part)
        return digest.hexdigest()


def names_by_pointer(start: bytes, path: Path) -> bool:
    """Whether a file is Git LFS's pointer to another, which is what git's objects hold of it."""
    if not start.startswith(LFS) or not path.is_file():
        return False
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return f"oid sha256:{digest}".encode() in start


def load_state(revision: Revision, stack: ExitStack, steps: Steps, *, public: bool) -> State:
    """Return the project in a state; what was written for it goes when the stack is left."""
    if not revision.commit:
        place = find_place(revision.folder)
        if not place.content.is_dir() and not (revision.folder / MKDOCS).exists():
            raise NoState(
                f"there is no playbook in {quoted(str(revision.folder))}: name the folder that "
                f"holds {MKDOCS}"
            )
        project = load_project(revision.folder, public=public, steps=steps)
        return State(revision, revision.folder, project, public)
    extract = stack.enter_context(extract_project(revision))
    project = load_project(extract.root, public=public, steps=steps)
    return State(revision, extract.root, project, public, extract)


def list_unread(state: State, ids: Collection[str]) -> Iterator[Problem]:
    """Yield why some of the files can't be read as artifacts, at their lines."""
    for problem in state.problems:
        if derive_id(problem.path) in ids and problem.path.suffix in YAML:
            yield problem
