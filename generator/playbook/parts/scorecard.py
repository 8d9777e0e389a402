"""A scorecard: how a team judges itself, level by level, and what it does first."""

from pydantic import Field

from playbook.language import N_
from playbook.model.part import Anchored, Part
from playbook.text.inline import Text


class Criterion(Anchored):
    """One thing to judge, and what each level of it looks like."""

    word = N_("criterion")

    title: Text
    """What is judged, in a few words."""
    ask: Text | None = None
    """The question to answer."""
    looks: tuple[Text, ...] = Field(min_length=2)
    """What each level looks like, in the order of the scorecard's levels."""
    first: Text
    """What to do first when this is the weakest."""


class Verdict(Part):
    """What a total means."""

    at_least: int = Field(ge=0)
    """The lowest total, in points, that it holds for."""
    title: Text
    """Where you stand, in a few words."""
    text: Text
    """What to do about it."""


class Scorecard(Anchored):
    """A self-assessment; the lowest level gives no points, and each level above gives one more."""

    word = N_("scorecard")

    title: Text
    """The question that the whole answers."""
    intro: Text | None = None
    """How to fill it in."""
    levels: tuple[Text, ...] = Field(min_length=2, max_length=6)
    """The names of the levels, the lowest first."""
    criteria: tuple[Criterion, ...] = Field(min_length=2)
    """What is judged, the most urgent first."""
    verdicts: tuple[Verdict, ...] = Field(min_length=1)
    """What the total means, from the lowest up."""

    @property
    def most(self) -> int:
        """The highest total, in points."""
        return (len(self.levels) - 1) * len(self.criteria)
