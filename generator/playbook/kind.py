"""The contract that every kind keeps."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from playbook.parts.part import Part
from playbook.parts.reference import Reference
from playbook.parts.rules import RULES as PART_RULES
from playbook.rule import Rule
from playbook.text import Text
from playbook.walk import Walked

if TYPE_CHECKING:
    from playbook.drawing.drawing import Drawing


class Artifact(Walked, Part):
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
class Kind:
    """One kind of artifact: what its YAML says, what can be wrong with it, how it is drawn and how its page reads."""

    name: str
    title: str
    plural: str
    folder: str
    about: str
    model: type[Artifact]
    own_rules: tuple[Rule, ...] = ()
    is_drawn: bool = False
    is_way_in: bool = False
    """Whether its pages help to find others, and so stand before the shelves."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """What the method asks of this kind, and of the parts that it may hold."""
        return (*self.own_rules, *PART_RULES)

    def draw(self, artifact: Artifact) -> Iterator["Drawing"]:
        """Yield the pictures of an artifact; what draws them is loaded when it is wanted."""
        if self.is_drawn:
            yield from import_module(self.model.__module__.replace(".model", ".diagram")).draw(artifact)

    @property
    def template(self) -> Path:
        """The page's template, which lies in the kind's own folder."""
        return Path(inspect.getfile(self.model)).with_name("page.md.jinja")
