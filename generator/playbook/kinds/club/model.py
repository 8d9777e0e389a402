"""What a club says."""

from typing import Annotated, Self

from pydantic import Field

from playbook.language import _, ngettext
from playbook.library.kind import Artifact
from playbook.model.part import OneOrMany
from playbook.model.scalars import Day, Zone
from playbook.parts.cadence import Cadence, Reading, Turn, schedule_readings
from playbook.parts.chapter import BookRef
from playbook.parts.session import Session
from playbook.text.inline import Text


class Club(Artifact):
    """A book read together: one schedule, and everything that follows from it."""

    tells_of_customers = False

    book: BookRef
    """The id of the book."""
    zone: Zone
    """The time zone of the live sessions, such as America/Los_Angeles."""
    cadence: Cadence = Cadence("monthly")
    """How often the guide changes: `monthly`; `weekly`; `8 weeks`, which is weekly, for 8 weeks at most; or on `dates` that each reading names."""  # noqa: E501 - shown as it stands
    start: Day
    """The first day; for a monthly club, any day of the first month."""
    breaks: Annotated[tuple[Day, ...], OneOrMany] = ()
    """Weeks to skip, by any of their days."""
    minutes: int | None = Field(default=None, ge=1, le=9999)
    """The most reading that one turn may hold, in minutes."""
    readings: tuple[Reading, ...] = Field(min_length=1, max_length=100)
    """The guides, in the order in which they are read."""
    sessions: tuple[Session, ...] = Field(default=(), max_length=200)
    """When readers meet live."""
    discuss: Text | None = None
    """Where they talk between sessions."""
    join: Text | None = None
    """How to join."""

    def restore_order(self, whole: Self) -> Self:
        """Return this club with each reading on its own days, when some days are gone."""
        if len(self.readings) == len(whole.readings):
            return self
        days = [
            turn
            for turn in whole.turns
            if any(turn.reading is reading for reading in self.readings)
        ]
        readings = tuple(turn.reading.model_copy(update={"starts": turn.starts}) for turn in days)
        cadence = self.cadence if self.cadence == "monthly" else Cadence("dates")
        return self.model_copy(update={"readings": readings, "cadence": cadence})

    @property
    def turns(self) -> list[Turn]:
        """Each reading with its days."""
        return schedule_readings(self.cadence, self.start, self.breaks, self.readings)

    @property
    def cadence_label(self) -> str:
        """How often the club goes on to its next guide, as readers see it."""
        return self.cadence.describe(len(self.readings))

    @property
    def at_a_glance(self) -> tuple[str, ...]:
        """How often, and how much of it there is."""
        number = sum(not session.cancelled for session in self.sessions)
        live = ngettext("%(number)s live session", "%(number)s live sessions", number)
        return (
            ngettext("%(number)s guide", "%(number)s guides", len(self.readings)),
            *([live] if number else []),
        )

    @property
    def cover(self) -> tuple[str, str]:
        """The year in which it begins."""
        return (str(self.start.year), _("book club"))
