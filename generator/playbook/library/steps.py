"""The two steps of a library that look at one file alone, and that a preview need not repeat."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from playbook.library.entry import Entry
from playbook.library.kind import Kind
from playbook.library.lint import apply_rules
from playbook.library.loader import read_entry
from playbook.rules.rule import Others
from playbook.source.problem import Problem

Reader: TypeAlias = Callable[
    [Path, Path, Mapping[str, Kind], Collection[str]], tuple[Entry | None, list[Problem]]
]
"""What reads one file, as `read_entry` does."""
Judge: TypeAlias = Callable[[Entry, Mapping[str, str], Others], Iterable[Problem]]
"""What finds the problems of one artifact, as `apply_rules` does."""
Preparation: TypeAlias = Callable[[Sequence[Path], Path], None]
"""What is done before all these files are read, which lie below a folder."""


def prepare_nothing(_: Sequence[Path], __: Path) -> None:
    """Do nothing: each file is read when its turn comes."""


@dataclass(frozen=True)
class Steps:
    """What reads a file, and what applies the rules to its artifact."""

    read: Reader = read_entry
    judge: Judge = apply_rules
    prepare: Preparation = prepare_nothing
