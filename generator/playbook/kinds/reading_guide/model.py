"""What a reading guide says."""

from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from playbook.kind import Artifact
from playbook.parts.anti_pattern import AntiPattern
from playbook.parts.checklist import Checklist
from playbook.parts.exercise import Exercise
from playbook.parts.part import OneOrMany, Part
from playbook.parts.point import Point
from playbook.parts.question import Questions
from playbook.parts.reference import Next, Ref, Reference
from playbook.parts.written import Day, Isbn, Month, TimeSpan
from playbook.text import Text


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise PydanticCustomError("written", "a time zone is a place, such as 'America/Los_Angeles'") from error
    return name


class Book(Part):
    """The book that a guide goes with."""

    title: Text
    """Its title."""
    by: Text
    """Its author."""
    year: int | None = None
    """When it came out."""
    publisher: Text | None = None
    """Who published it."""
    isbn: Isbn | None = None
    """Its ISBN."""


class Chapter(Part):
    """A chapter to read."""

    number: int = Field(ge=1, le=999)
    """Its number in the book."""
    title: Text
    """Its title."""
    minutes: int | None = Field(default=None, ge=1, le=999)
    """How long it takes to read."""


class Session(Part):
    """A day on which readers meet."""

    date: Day
    """The day, such as 2026-03-18."""
    times: Annotated[tuple[TimeSpan, ...], OneOrMany] = Field(min_length=1)
    """From and to, in the session's own time zone."""
    zone: Annotated[str, AfterValidator(_time_zone)]
    """The time zone, such as America/Los_Angeles."""

    @property
    def day(self) -> str:
        """The day as readers see it."""
        return f"{self.date:%A} {self.date.day} {self.date:%B %Y}"

    @property
    def hours(self) -> str:
        """The times as readers see them, with the zone's abbreviation on that day."""
        noon = datetime.combine(self.date, time(12), ZoneInfo(self.zone))
        spans = [span.replace("-", "–") for span in self.times]  # noqa: RUF001 - a span takes an en dash
        return f"{' and '.join(spans)} {noon:%Z}"


class ReadingGuide(Artifact):
    """What to read, ponder, discuss and try with one part of a book."""

    month: Month | None = None
    """The month it is read in, such as 2026-03."""
    week: int | None = Field(default=None, ge=1, le=53)
    """The week of the club it is read in, where it goes by weeks."""
    confirmed: bool = True
    """Whether the schedule is settled; a guide that isn't says so."""
    book: Book
    """The book."""
    chapters: tuple[Chapter, ...] = Field(min_length=1)
    """What to read."""
    introduces: tuple[Point, ...] = ()
    """The ideas the chapters bring."""
    videos: tuple[Reference, ...] = ()
    """Short videos to pass on."""
    prepare: Checklist | None = None
    """What to do to take part."""
    questions: Questions = Questions()
    """To ponder alone and with the team."""
    exercises: tuple[Exercise, ...] = ()
    """To put it into practice."""
    anti_patterns: tuple[AntiPattern, ...] = ()
    """What goes wrong."""
    further_reading: tuple[Reference, ...] = ()
    """To go deeper."""
    audio: Reference | None = None
    """A recording."""
    sessions: tuple[Session, ...] = ()
    """When readers meet."""
    sessions_note: Text | None = None
    """How to get in."""
    joining_late: Text | None = None
    """What to do if you come in now."""
    examples: tuple[Ref, ...] = ()
    """Maps and trees that show it."""
    next: Annotated[tuple[Next, ...], OneOrMany] = ()
    """What comes after."""

    @property
    def when(self) -> str:
        """The month or the week it is read in, as readers see it."""
        if self.month:
            return f"{date.fromisoformat(f'{self.month}-01'):%B %Y}"
        return f"Week {self.week}" if self.week else ""

    @property
    def reading_minutes(self) -> int:
        """Minutes to read all chapters whose time is known."""
        return sum(chapter.minutes or 0 for chapter in self.chapters)
