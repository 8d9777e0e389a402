"""An exercise: what for, how long, who, with what, and how."""

from typing import Annotated, Literal

from pydantic import Field

from playbook.language import N_, _
from playbook.model.part import Anchored, OneOrMany, Part
from playbook.model.scalars import Minutes, People
from playbook.text.inline import Text

Canvas = Literal[
    "lines",
    "grid",
    "experience-map",
    "opportunity-tree",
    "interview-snapshot",
    "assumption-map",
    "scorecard",
    "message",
]


class Time(Part):
    """Minutes, for each on their own and for all together."""

    in_one_line = "{team: 30}"

    individual: Minutes | None = None
    """Minutes that each person works alone, such as 20 or 45-60."""
    team: Minutes | None = None
    """Minutes that the group works together."""

    @property
    def total(self) -> Minutes | None:
        """Both together, from the least to the most."""
        given = [minutes for minutes in (self.individual, self.team) if minutes]
        least, most = sum(part.least for part in given), sum(part.most for part in given)
        return Minutes(f"{least}-{most}" if least < most else str(least)) if given else None

    @property
    def words(self) -> str:
        """How long each works alone and all work together, as readers see it.

        Nothing where nothing is known.
        """
        if self.individual and self.team:
            return _(
                "%(alone)s on your own, then %(team)s with your team",
                alone=self.individual.words,
                team=self.team.words,
            )
        if self.individual:
            return _("%(time)s on your own", time=self.individual.words)
        return _("%(time)s with your team", time=self.team.words) if self.team else ""

    @property
    def labels(self) -> list[str]:
        """How long each works alone and how long all work together, as far as that is known."""
        alone = [_("%(time)s alone", time=self.individual.words)] if self.individual else []
        together = [_("%(time)s together", time=self.team.words)] if self.team else []
        return alone + together


class ExerciseStep(Part):
    """One thing to do, for so long."""

    short_for = "text"

    lead: Text | None = None
    """How people work, or which part of the exercise this is, such as Alone, In pairs or First round."""  # noqa: E501 - shown as it stands
    minutes: Minutes | None = None
    """How long it takes, in minutes; left out on each step or given on each."""
    text: Text
    """What to do."""


class Table(Part):
    """A table to fill in by hand."""

    columns: tuple[Text, ...] = Field(min_length=1, max_length=6)
    """The headings of its columns."""
    rows: tuple[Text, ...] = Field(default=(), max_length=12)
    """What its rows are called; as many empty rows as the page holds when left out."""


class Exercise(Anchored):
    """Something a team does, by the clock."""

    word = N_("exercise")

    title: Text
    """What it is called."""
    purpose: Text
    """What the team has afterwards that it lacked before."""
    time: Time
    """How long it takes."""
    who: Text
    """Who takes part."""
    people: People | None = None
    """How many people it works for, such as 3, 2-8 or 3+."""
    remote: Text | None = None
    """How to run it when people are not in one room; left out when it needs one."""
    materials: tuple[Text, ...] = ()
    """What has to be on the table."""
    steps: tuple[ExerciseStep, ...] = Field(min_length=1)
    """What to do, in order."""
    canvas: Annotated[tuple[Canvas, ...], OneOrMany] = ()
    """What its printed worksheet has room for; its table, or else lines, when left out."""
    table: Table | None = None
    """A table on its worksheet, to be filled in by hand."""
