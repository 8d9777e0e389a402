"""Something the method asks of an artifact, and where an artifact breaks it."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from playbook.fonts.fonts import Fonts
from playbook.source.document import Loc
from playbook.source.problem import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a rule is broken, and what to do about it."""

    loc: Loc
    message: str
    words: str = ""
    """What it is about, as the value at `loc` has it; left out where it is the whole value."""


Lookup: TypeAlias = Callable[[str], Any]
"""Returns another artifact by its id, or None when there is none that can be read."""


class Others(Protocol):
    """The other artifacts of a library."""

    @property
    def complete(self) -> bool:
        """Whether every file could be read."""

    @property
    def tags(self) -> Mapping[str, int]:
        """How many artifacts have each tag."""

    @property
    def fonts(self) -> Fonts:
        """The fonts of what is printed."""

    def __call__(self, name: str, /) -> Any:
        """Return an artifact by its id, or None when there is none that can be read."""

    def find_definition(self, sort: type, word: str, /) -> tuple[str, Any]:
        """Return the id of the first artifact that defines a word, and its piece of this sort."""

    def id_of(self, artifact: Any, /) -> str:
        """Return an artifact's id, which is its file's name."""

    def naming(self, artifact: Any, /) -> list[Any]:
        """Return the artifacts that refer to this one."""


Check: TypeAlias = Callable[[Any], Iterator[Finding]] | Callable[[Any, Others], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its code and name.

    `check` yields each place that breaks it, and its docstring says why.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[..., Iterator[Finding]]
    looks_around: bool = False
    wants_all: bool = False
    """Whether it says nothing while some file can't be read, since what it misses may stand there."""
    is_optional: bool = False
    """Whether it is off unless a site's settings switch it on."""

    @property
    def weight(self) -> str:
        """How much it matters where the settings don't say: error, warning or off."""
        return "off" if self.is_optional else str(self.severity)

    def find_breaches(self, artifact: Any, others: Others) -> Iterator[Finding]:
        """Yield each place in the artifact that breaks the rule."""
        return self.check(artifact, others) if self.looks_around else self.check(artifact)


def rule(
    code: str,
    name: str,
    severity: Severity = Severity.WARNING,
    *,
    wants_all: bool = False,
    is_optional: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a generator of findings, which may ask for other artifacts as well."""

    def register(check: Check) -> Rule:
        looks_around = len(inspect.signature(check).parameters) > 1
        return Rule(code, name, severity, check, looks_around, wants_all, is_optional)

    return register
