"""What a play says."""

from typing import Annotated

from pydantic import Field

from playbook.kind import Artifact
from playbook.parts.anti_pattern import AntiPattern
from playbook.parts.checklist import Checklist
from playbook.parts.exercise import Exercise
from playbook.parts.part import OneOrMany, Part
from playbook.parts.point import Panel
from playbook.parts.question import Questions
from playbook.parts.reference import Next, Ref
from playbook.parts.written import Minutes
from playbook.text import Text


class Step(Part):
    """One thing to do."""

    title: Text
    """The step in a few words."""
    text: Text | None = None
    """How to do it."""
    ask: Text | None = None
    """The question that this step asks."""
    minutes: Minutes | None = None
    """How long it takes."""


class Play(Artifact):
    """Something that a team does together, and how to run it."""

    purpose: Text
    """What it is for."""
    when: Annotated[tuple[Text, ...], OneOrMany] = ()
    """When to run it."""
    when_not: Annotated[tuple[Text, ...], OneOrMany] = ()
    """When to leave it."""
    time: Minutes
    """Minutes from start to end."""
    people: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Who takes part."""
    materials: Annotated[tuple[Text, ...], OneOrMany] = ()
    """What has to be on the table."""
    prepare: Checklist | None = None
    """What the facilitator does beforehand."""
    steps: tuple[Step, ...] = Field(min_length=1)
    """What to do, in order."""
    panels: tuple[Panel, ...] = ()
    """Points to have at hand."""
    questions: Questions = Questions()
    """To ponder alone and with the team."""
    exercises: tuple[Exercise, ...] = ()
    """To practise."""
    anti_patterns: tuple[AntiPattern, ...] = ()
    """What goes wrong."""
    examples: tuple[Ref, ...] = ()
    """Artifacts that show it."""
    next: Annotated[tuple[Next, ...], OneOrMany] = ()
    """What comes after."""
