"""What a play says."""

from typing import Annotated, Literal

from pydantic import Field

from playbook.language import _, pgettext
from playbook.library.kind import Artifact
from playbook.model.part import OneOrMany, Part
from playbook.model.ref import Ref
from playbook.model.scalars import Minutes
from playbook.parts.anti_pattern import AntiPattern
from playbook.parts.checklist import Checklist
from playbook.parts.decision_right import DecisionRight
from playbook.parts.driver import Driver
from playbook.parts.example_sheet import ExampleSheet
from playbook.parts.exercise import Exercise
from playbook.parts.flow import Flow
from playbook.parts.measure import Measure
from playbook.parts.message import Message
from playbook.parts.pattern import Pattern
from playbook.parts.point import Panel
from playbook.parts.question import Questions
from playbook.parts.reference import Next
from playbook.parts.ritual import Ritual
from playbook.parts.run_of_show import AgendaSlot, drop_missing, format_clock
from playbook.parts.scorecard import Scorecard
from playbook.parts.session_plan import SessionPlan
from playbook.text.inline import Text


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

    tells_of_customers = False

    purpose: Text
    """What it is for."""
    when: Annotated[tuple[Text, ...], OneOrMany] = ()
    """When to run it."""
    when_not: Annotated[tuple[Text, ...], OneOrMany] = ()
    """When not to run it."""
    time: Minutes
    """Minutes from start to finish."""
    difficulty: Literal["easy", "moderate", "demanding"] | None = None
    """How much practice it asks of the person who runs it."""
    people: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Who takes part."""
    materials: Annotated[tuple[Text, ...], OneOrMany] = ()
    """What has to be on the table."""
    prepare: Checklist | None = None
    """What the facilitator does beforehand."""
    steps: tuple[Step, ...] = Field(min_length=1)
    """What to do, in order."""
    late: Text | None = None
    """What the facilitator leaves out or shortens when it runs late."""
    close: Text | None = None
    """How the facilitator brings it to an end."""
    example_sheet: ExampleSheet | None = None
    """What the session leaves behind, as a team filled it in."""
    panels: tuple[Panel, ...] = ()
    """Points to have at hand."""
    driver_tree: Driver | None = None
    """A metric and what moves it, drawn as a tree."""
    flow: Annotated[tuple[Flow, ...], Field(max_length=12), OneOrMany] = ()
    """A procedure, drawn as a flowchart, with the scenarios that try it."""
    patterns: tuple[Pattern, ...] = ()
    """Situations that a team may be in, and the smallest move in each."""
    scorecard: Scorecard | None = None
    """Where you stand, and what to do first."""
    decision_rights: tuple[DecisionRight, ...] = ()
    """Who decides what."""
    cadence: tuple[Ritual, ...] = ()
    """What to repeat, how often, and what it brings."""
    measures: tuple[Measure, ...] = ()
    """What to watch."""
    message: Message | None = None
    """Something to say or send, to be filled in."""
    questions: Questions = Questions()
    """To ponder alone and with the team."""
    exercises: tuple[Exercise, ...] = ()
    """To practise."""
    anti_patterns: tuple[AntiPattern, ...] = ()
    """What goes wrong."""
    after_a_month: Annotated[tuple[Text, ...], OneOrMany] = ()
    """What good looks like after a month of it."""
    examples: tuple[Ref, ...] = ()
    """Artifacts that show it."""
    before: Annotated[tuple[Next, ...], OneOrMany] = ()
    """What comes before, and why."""
    next: Annotated[tuple[Next, ...], OneOrMany] = ()
    """What comes after, and why."""

    @property
    def session(self) -> SessionPlan:
        """Its steps, one after the other; its exercises are for before, after or another day."""
        return SessionPlan(
            agenda=tuple(
                AgendaSlot(step.title, drop_missing(step.minutes), step.text, step.ask)
                for step in self.steps
            ),
            exercises=self.exercises,
            are_exercises_extra=True,
            time=self.time.words,
            people=self.people,
            materials=self.materials,
            prepare=self.prepare,
            questions=self.questions,
            anti_patterns=self.anti_patterns,
            scorecard=self.scorecard,
            message=self.message,
            example_sheet=self.example_sheet,
            late=self.late,
            close=self.close,
        )

    @property
    def step_starts(self) -> tuple[str, ...]:
        """When each step begins at the latest, from 0:00.

        Nothing after one whose minutes nobody knows.
        """
        starts: list[str] = []
        passed: int | None = 0
        for step in self.steps:
            starts.append("" if passed is None else format_clock(passed))
            if passed is not None:
                passed = passed + step.minutes.most if step.minutes else None
        return tuple(starts)

    @property
    def at_a_glance(self) -> tuple[str, ...]:
        """How long, how hard, and for whom."""
        hard = (pgettext("difficulty", self.difficulty),) if self.difficulty else ()
        return (self.time.words, *hard, *(each.plain() for each in self.people[:1]))

    @property
    def cover(self) -> tuple[str, str]:
        """How long it takes."""
        return (self.time.span, _("minutes"))
