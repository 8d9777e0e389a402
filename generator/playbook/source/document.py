"""A YAML file that remembers where each value was written."""

import os
from codecs import BOM_UTF8
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from playbook.source.composer import Composer
from playbook.source.kept_values import KeptValues
from playbook.source.node import YamlNode, to_mark
from playbook.source.problem import Mark, Mistake, Problem, Severity, limit_problems
from playbook.source.words import locate_reference, locate_words
from playbook.system.untrusted_file import read_bytes
from playbook.text.slug import compose

MAX_BYTES = 1_000_000
NOT_UTF_8 = "this is not UTF-8: save the file as UTF-8"

Loc: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """One YAML document: its path, its values, and its text.

    In `data` every scalar stays what was typed, nothing is guessed.
    """

    path: Path
    data: Any
    text: str = ""
    misread: frozenset[int] = frozenset()
    """The lines with a mistake in the YAML itself, where a value that doesn't fit needs no second
    answer."""

    doubts: dict[Mark, Mistake] = field(default_factory=dict)
    """What is wrong with a value if it is a text, by the place of the value."""

    @property
    def id(self) -> str:
        """The artifact's id: the file's name without its ending."""
        return derive_id(self.path)

    @cached_property
    def root(self) -> YamlNode:
        """Its values with their places.

        They are read once more when one is asked for, since most files are right.
        """
        node = Composer().compose(self.text)
        if node is None:
            raise ValueError(f"{self.path} could be read once, and can't be now")
        return node

    def find_mark(self, loc: Loc, *, key: bool = False) -> Mark:
        """Return where the value at `loc` stands, or with `key` the key that names it.

        A location may be longer than the document is deep, since a short form stands for a longer
        one: the walk then stops at the short form.
        """
        return self._find(loc, key=key)[0]

    def find_key(self, loc: Loc) -> str:
        """Return the key of the value at `loc`, which for a short form is that of the whole."""
        return self._find(loc, key=True)[1]

    def find_value_mark(self, loc: Loc) -> Mark:
        """Return where the value at `loc` itself starts, even on a line below its key."""
        return self._find(loc, key=False)[2]

    def find_words(self, loc: Loc, words: str) -> Mark:
        """Return where words stand in the value at `loc`; without any, where the value stands."""
        found = locate_words(self.text, words, self.find_value_mark(loc)) if words else None
        return found or self.find_mark(loc)

    def find_reference(self, loc: Loc, ref: str) -> Mark:
        """Return where the text at `loc` refers to an id; where it stands, if that isn't seen."""
        return locate_reference(self.text, ref, self.find_value_mark(loc)) or self.find_mark(loc)

    def is_misread(self, loc: Loc) -> bool:
        """Whether the value at `loc` stands where the YAML is at fault, so a misfit follows."""
        mark, _, value = self._find(loc, key=False)
        return mark.line in self.misread or value.line in self.misread

    def _find(self, loc: Loc, *, key: bool) -> tuple[Mark, str, Mark]:
        node, at, name, is_named = self.root, None, "it", False
        for step in loc:
            match node.value:
                case dict(entries) if step in entries:
                    at, node = entries[str(step)]
                    name, is_named = str(step), True
                case list(items) if isinstance(step, int) and step < len(items):
                    node, is_named = items[step], False
        value = node.mark
        key_mark = to_mark(at) if is_named else value
        return (key_mark if key or value.line > key_mark.line else value), name, value


def is_utf_16(raw: bytes) -> bool:
    """Whether these are Latin letters in UTF-16 or UTF-32, which decode as UTF-8 without a mark."""
    return 3 * raw.count(0) > len(raw)


def derive_id(path: Path) -> str:
    """Return the id that a file's name gives, whose letters some systems take apart."""
    return compose(path.stem)


def read(
    path: Path, root: Path, kept: KeptValues | None = None
) -> tuple[Source | None, list[Problem]]:
    """Read one file below `root`, whose values may have been kept from an earlier run.

    What cannot be read is a problem at its place, never an exception.
    """
    raw, problems = read_raw(path, root)
    return (None, problems) if problems else parse(path, raw, kept)


def parse(
    path: Path, raw: bytes, kept: KeptValues | None = None
) -> tuple[Source | None, list[Problem]]:
    """Return what a file says, whose bytes are UTF-8."""
    text = decode(raw)
    if kept and (values := kept.recall(raw)) is not None:
        return Source(path, values, text), []
    composer = Composer()
    node = composer.compose(text)
    problems = list(limit_problems((Problem(path, *fault[:4]) for fault in composer.faults), path))
    if node is None:
        return None, problems
    if kept and not (composer.faults or composer.doubts):
        kept.keep(raw, node.data)
    misread = frozenset(
        fault.mark.line for fault in composer.faults if fault.severity is Severity.ERROR
    )
    return Source(path, node.data, text, misread, composer.doubts), problems


def decode(raw: bytes) -> str:
    """Return the text of a file in UTF-8, without the mark that some editors put before it."""
    return raw.removeprefix(BOM_UTF8).decode()


def is_below(folder: Path, root: Path) -> bool:
    """Whether a folder is another one or lies in it, with links followed."""
    return Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(root))


def read_raw(path: Path, root: Path) -> tuple[bytes, list[Problem]]:
    """Return what a file holds, and why it can't be read as a text in UTF-8, if it can't."""

    def problem(code: str, message: str, mark: Mark = Mark()) -> tuple[bytes, list[Problem]]:  # noqa: B008 - frozen
        return b"", [Problem(path, mark, code, message)]

    if path.is_symlink() or not is_below(path.parent, root):
        return problem(
            "SRC010", "this is a link, and links are not followed: copy the file in instead"
        )
    try:
        raw = read_bytes(path, MAX_BYTES + 1)
    except OSError as error:
        return problem(
            "SRC013", f"the file can't be read: {error.strerror or error}; check its permissions"
        )
    if len(raw) > MAX_BYTES:
        return problem(
            "SRC008",
            f"the file is larger than {MAX_BYTES:,} bytes: split it into several artifacts",
        )
    try:
        raw.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        lines = error.object[: error.start].decode().split("\n")
        return problem("SRC005", NOT_UTF_8, Mark(len(lines), len(lines[-1]) + 1))
    return problem("SRC005", NOT_UTF_8) if is_utf_16(raw) else (raw, [])
