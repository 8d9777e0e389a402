"""A solution, the assumptions it stands on, and the tests of those."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import Field

from playbook.language import N_, _, pgettext
from playbook.model.part import Anchored, OneOrMany, Part
from playbook.model.ref import PartRef
from playbook.model.scalars import Count, Day
from playbook.text.inline import Text

Importance = Literal["low", "medium", "high"]
IMPORTANCE_LABELS: dict[Importance, str] = {
    "high": N_("high importance"),
    "medium": N_("medium importance"),
    "low": N_("low importance"),
}

Known = Literal["strong", "some", "weak"]
EVIDENCE_LABELS: dict[Known, str] = {
    "strong": N_("strong evidence"),
    "some": N_("some evidence"),
    "weak": N_("weak evidence"),
}

AssumptionType = Literal["desirability", "viability", "feasibility", "usability", "ethical"]
TYPES: tuple[AssumptionType, ...] = get_args(AssumptionType)


class SupportCriterion(Part):
    """What counts as support, agreed before the test."""

    in_one_line = "{at_least: 7 of 10, who: what they do}"

    at_least: Count
    """How many of how many, such as 7 of 10."""
    who: Text
    """What those people do: behaviour, not opinion."""


class AssumptionTest(Anchored):
    """The simulation of one moment, to see what people do."""

    word = N_("assumption test")

    title: Text
    """The test in a few words."""
    date: Day | None = None
    """The day on which the result was in."""
    how: Text | None = None
    """What is simulated, and with whom."""
    criterion: SupportCriterion | None = None
    """What counts as support."""
    result: Count | None = None
    """How many of how many did it."""
    verdict: Literal["supported", "refuted", "unclear"] | None = None
    """What the result says about the assumption."""
    learned: Text | None = None
    """What the team knows now."""
    changed: Text | None = None
    """What the team did differently because of it."""

    @property
    def verdict_label(self) -> str:
        """Its verdict as readers see it."""
        return pgettext("verdict", self.verdict) if self.verdict else _("open")


class Step(Anchored):
    """One step of a solution's story map."""

    word = N_("story map step")
    short_for = "title"

    title: Text
    """Who does what, such as: A learner answers three questions."""


class StepRef(PartRef):
    """The id of a step of the same solution."""

    words = ("story map step",)


class Assumption(Anchored):
    """Something that must be true for a solution to work."""

    word = N_("assumption")

    title: Text
    """What must be true, said positively."""
    type: AssumptionType | None = None
    """Which kind of risk it is."""
    importance: Importance | None = None
    """How much depends on it: when it is false, does the solution still work?"""
    known: Known | None = None
    """How much evidence there was for it before any test."""
    step: StepRef | None = None
    """The step of the solution that takes it for granted."""
    tests: Annotated[tuple[AssumptionTest, ...], OneOrMany] = ()
    """How it was put to the test."""

    @property
    def type_label(self) -> str:
        """Its type as readers see it."""
        return pgettext("type", self.type) if self.type else _("no type yet")

    @property
    def importance_label(self) -> str:
        """How much depends on it, as readers see it; nothing where nobody has said."""
        return _(IMPORTANCE_LABELS[self.importance]) if self.importance else ""

    @property
    def evidence_label(self) -> str:
        """How much was known before any test, as readers see it; nothing where nobody has said."""
        return _(EVIDENCE_LABELS[self.known]) if self.known else ""

    @property
    def is_leap(self) -> bool:
        """Whether it is a leap of faith: much depends on it, and little is known."""
        return self.importance == "high" and self.known == "weak"

    @property
    def is_open_leap(self) -> bool:
        """Whether it is a leap of faith still: no test has said that it is true, or false."""
        verdicts = [test.verdict for test in self.tests if test.verdict]
        return self.is_leap and verdicts[-1:] in ([], ["unclear"])


class Solution(Anchored):
    """One way to address an opportunity."""

    word = N_("solution")

    title: Text
    """The idea in a few words."""
    about: Text | None = None
    """How it works."""
    status: Literal["candidate", "chosen", "dropped", "shipped"] = "candidate"
    """Where it stands."""
    because: Text | None = None
    """Why it stands there."""
    steps: Annotated[tuple[Step, ...], OneOrMany] = Field(default=(), max_length=30)
    """Its story map: who does what, in order, until customers have what they came for."""
    assumptions: Annotated[tuple[Assumption, ...], OneOrMany] = ()
    """What must be true for it to work."""

    @property
    def status_label(self) -> str:
        """Where it stands, as readers see it."""
        return pgettext("status", self.status)

    def find_step(self, belief: Assumption) -> tuple[int, Step] | None:
        """Return the step that takes an assumption for granted, with its number."""
        numbered = enumerate(self.steps, 1)
        name = str(belief.step)
        return next(((number, step) for number, step in numbered if step.id == name), None)

    @property
    def assumptions_by_type(self) -> list[Assumption]:
        """What must be true for it to work, those without a type last."""
        return [each for type_ in (*TYPES, None) for each in self.assumptions if each.type == type_]


Trial: TypeAlias = tuple[Assumption, AssumptionTest]


def sort_trials(solutions: Iterable[Solution]) -> list[Trial]:
    """Return every test with its assumption, the earliest first and those without a date last."""
    trials = [
        (assumption, test)
        for solution in solutions
        for assumption in solution.assumptions
        for test in assumption.tests
    ]
    return sorted(trials, key=lambda trial: trial[1].date or date.max)
