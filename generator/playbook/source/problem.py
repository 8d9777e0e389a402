"""One thing wrong at one place."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

from playbook.system.terminal import escape_controls, format_path
from playbook.text.english import counted

MOST = 200
"""How many problems of one sort are told of a file."""


class Severity(IntEnum):
    """How much a problem matters: an error breaks the build, a warning is the method's advice."""

    ERROR = 0
    WARNING = 1

    def __str__(self) -> str:
        return self.name.lower()


class Mark(NamedTuple):
    """A place in a file: line and column, both counted from 1."""

    line: int = 1
    column: int = 1


class Mistake(NamedTuple):
    """What is wrong at one place of a file that the finder need not know the path of."""

    mark: Mark
    code: str
    message: str
    severity: Severity = Severity.ERROR
    text: Mark | None = None
    """Where a value stands of which this is wrong only if it is a text, and not a number or an
    id."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place, with what to do about it.

    Prints as `path:line:column: CODE message`.
    """

    path: Path
    mark: Mark
    code: str
    message: str
    severity: Severity = Severity.ERROR
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", escape_controls(" ".join(self.message.split())))

    def __str__(self) -> str:
        where = f"{format_path(self.path)}:{self.mark.line}:{self.mark.column}"
        advice = " (advice)" if self.severity is Severity.WARNING else ""
        return f"{where}: {self.code}{advice} {self.message}"


def limit_problems(problems: Iterable[Problem], path: Path) -> Iterator[Problem]:
    """Yield the first problems of a file, and one more that says so where they are not all.

    Nobody reads thousands.
    """
    for number, problem in enumerate(problems):
        if number == MOST:
            message = "more like these are in this file: fix the first ones, then check again"
            yield Problem(path, Mark(), "SHP005", message)
            return
        yield problem


def count_problems(problems: Collection[Problem]) -> str:
    """Return how many problems there are; where some only advise, those are counted apart."""
    advice = sum(problem.severity is Severity.WARNING for problem in problems)
    errors = len(problems) - advice
    if not advice:
        return counted(errors, "problem")
    pieces = f"{counted(advice, 'piece')} of advice"
    return f"{counted(errors, 'error')} and {pieces}" if errors else pieces


def is_breaking(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether a build must stop: at any error, and when strict at any problem at all."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)
