"""The contract that every kind keeps."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from playbook.drawing.drawing import Drawing
from playbook.parts.part import Part
from playbook.parts.reference import Reference
from playbook.problem import Severity
from playbook.source import Loc
from playbook.text import Text


class Artifact(Part):
    """What every YAML document says, whatever its kind."""

    kind: str
    """Which kind of artifact this is."""
    title: Text
    """What it is called."""
    summary: Text
    """One sentence: what a reader gets from it."""
    sources: tuple[Reference, ...] = ()
    """Whose thinking this is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a rule is broken, and what to do about it."""

    loc: Loc
    message: str


Check: TypeAlias = Callable[[Any], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Something the method asks of an artifact; `check` yields each place that breaks it."""

    code: str
    name: str
    severity: Severity
    check: Check


def rule(code: str, name: str, severity: Severity = Severity.WARNING) -> Callable[[Check], Rule]:
    """Make a rule of a generator of findings; its docstring says why the rule exists."""
    return lambda check: Rule(code, name, severity, check)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of artifact: what its YAML says, what can be wrong with it, how it is drawn and how its page reads."""

    name: str
    title: str
    plural: str
    folder: str
    about: str
    model: type[Artifact]
    rules: tuple[Rule, ...] = ()
    draw: Callable[[Any], Iterator[Drawing]] = lambda _: iter(())

    @property
    def template(self) -> Path:
        """The page's template, which lies in the kind's own folder."""
        return Path(inspect.getfile(self.model)).with_name("page.md.jinja")
