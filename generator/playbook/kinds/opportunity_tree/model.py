"""What an opportunity solution tree says."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from playbook.kind import Artifact
from playbook.parts.part import Anchored, OneOrMany, Part
from playbook.parts.reference import Ref
from playbook.parts.written import Count, Day
from playbook.text import Text


class MapRef(Ref):
    """The id of an experience map."""

    kinds = ("experience-map",)


class Outcome(Part):
    """What the team is asked to move, negotiated both ways."""

    title: Text
    """The change in behaviour that the team is after."""
    type: Literal["business", "product", "traction"]
    """Whose number it is: the business's, the product's, or one feature's traction."""
    metric: Text | None = None
    """What is counted."""
    from_: Text | None = Field(default=None, alias="from")
    """Where the metric stands now."""
    to: Text | None = None
    """Where it shall stand."""
    by: Day | None = None
    """The day it shall stand there."""


class Criterion(Part):
    """What counts as support, agreed before the test."""

    at_least: Count
    """How many of how many, such as 7 of 10."""
    who: Text
    """What those people do: behaviour, not opinion."""


class AssumptionTest(Anchored):
    """The simulation of one moment, to see what people do."""

    word = "assumption test"

    title: Text
    """The test in a few words."""
    how: Text | None = None
    """What is simulated, and with whom."""
    criterion: Criterion | None = None
    """What counts as support."""
    result: Count | None = None
    """How many of how many did it."""
    verdict: Literal["supported", "refuted", "unclear"] | None = None
    """What the result says of the assumption."""
    learned: Text | None = None
    """What the team knows now."""


class Assumption(Anchored):
    """Something that must be true for a solution to work."""

    word = "assumption"

    title: Text
    """What must be true, said positively."""
    type: Literal["desirability", "viability", "feasibility", "usability", "ethical"] | None = None
    """Which kind of risk it is."""
    tests: Annotated[tuple[AssumptionTest, ...], OneOrMany] = ()
    """How it was put to the test."""


class Solution(Anchored):
    """One way to address an opportunity."""

    word = "solution"

    title: Text
    """The idea in a few words."""
    about: Text | None = None
    """How it works."""
    status: Literal["candidate", "chosen", "dropped", "shipped"] = "candidate"
    """Where it stands."""
    assumptions: Annotated[tuple[Assumption, ...], OneOrMany] = ()
    """What must be true for it to work."""


class Opportunity(Anchored):
    """A need, pain point or desire, in the customer's words."""

    word = "opportunity"

    title: Text
    """What a customer would say."""
    status: Literal["target", "exploring", "parked", "addressed", "open"] = "open"
    """Where the team stands with it."""
    because: Text | None = None
    """Why it has this priority."""
    evidence: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Who told us, one interview each."""
    opportunities: tuple["Opportunity", ...] = ()
    """The opportunities that are parts of this one."""
    solutions: tuple[Solution, ...] = ()
    """Ideas for this opportunity."""

    def walk(self) -> Iterator["Opportunity"]:
        """Yield this opportunity and all below it, parents first."""
        yield self
        for child in self.opportunities:
            yield from child.walk()


class OpportunityTree(Artifact):
    """One outcome, the opportunities that could move it, and the solutions compared for one of them."""

    outcome: Outcome
    """The one outcome at the top."""
    map: MapRef | None = None
    """The experience map whose moments are the top-level opportunities."""
    opportunities: tuple[Opportunity, ...] = Field(min_length=1)
    """The top-level opportunities: distinct moments in time."""

    solutions: tuple[Solution, ...] = ()
    """Ideas without an opportunity yet: each belongs under one."""

    def walk(self) -> Iterator[Opportunity]:
        """Yield every opportunity, parents first."""
        for opportunity in self.opportunities:
            yield from opportunity.walk()

    @property
    def target_opportunity(self) -> Opportunity | None:
        """The opportunity that the team addresses now."""
        return next((each for each in self.walk() if each.status == "target"), None)
