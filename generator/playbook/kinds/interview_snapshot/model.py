"""What an interview snapshot says."""

from typing import Annotated

from pydantic import Field

from playbook.language import _, format_day
from playbook.library.kind import Artifact
from playbook.model.part import OneOrMany, Part
from playbook.model.ref import Ref
from playbook.model.scalars import Day
from playbook.parts.moment import Moment
from playbook.parts.person import Person
from playbook.parts.point import Point
from playbook.text.inline import Text


class OpportunityRef(Ref):
    """The id of an opportunity of a tree, as `tree#opportunity`."""

    words = ("opportunity",)


class Heard(Part):
    """A need, pain point or desire that came up in the story."""

    short_for = "title"

    title: Text
    """The need, in the customer's words."""
    at: OpportunityRef | None = None
    """Where it stands on a tree, as `tree#opportunity`."""


class InterviewSnapshot(Artifact):
    """One interview on one page, made by the trio right after it (Torres, chapter 5)."""

    tells_of_customers = True
    of_the_team = ("interviewed_by",)

    who: Person
    """Who told us."""
    date: Day
    """The day of the interview."""
    interviewed_by: Text | None = None
    """Who from the team was there."""
    facts: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Quick facts that help to place the story."""
    quote: Text | None = None
    """What they said that brings the story back, in their own words."""
    story: Annotated[tuple[Moment, ...], OneOrMany] = Field(default=(), max_length=30)
    """What happened, moment by moment, as a small experience map."""
    opportunities: Annotated[tuple[Heard, ...], OneOrMany] = ()
    """The opportunities heard."""
    insights: tuple[Point, ...] = ()
    """What surprised the team, or may matter later."""

    @property
    def headlines(self) -> tuple[str, ...]:
        """When it was."""
        return (_("Interview of %(day)s", day=format_day(self.date)),)

    @property
    def person(self) -> Person:
        """Whom it is about, for its card and its poster."""
        return self.who

    @property
    def person_quote(self) -> Text | None:
        """What they said, for its poster."""
        return self.quote
