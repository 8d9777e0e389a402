"""A session: when readers of a club meet."""

from datetime import UTC, date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from playbook.language import N_
from playbook.parts.part import Anchored, OneOrMany
from playbook.parts.reference import Ref
from playbook.parts.written import Day, TimeSpan
from playbook.text import Text


class GuideRef(Ref):
    """The id of a reading guide."""

    kinds = ("reading-guide",)


class Session(Anchored):
    """A day on which readers meet, once or several times; its id stays when it moves."""

    word = N_("session")

    title: Text
    """What it is called."""
    date: Day
    """The day, such as 2026-03-18."""
    times: Annotated[tuple[TimeSpan, ...], OneOrMany] = Field(min_length=1, max_length=12)
    """From and to, in the club's time zone; readers choose one."""
    about: Text | None = None
    """What it is about."""
    guide: GuideRef | None = None
    """The guide that it is about, when it is about one."""
    revised: Day | None = None
    """The day on which it was last moved, so that calendars notice."""

    def spans(self, zone: str) -> list[tuple[datetime, datetime]]:
        """Return when it starts and ends each time, in the club's zone."""
        return [tuple_of(self.date, span, zone) for span in self.times]


def tuple_of(day: date, span: str, zone: str) -> tuple[datetime, datetime]:
    """Return the start and the end of a span of hours on a day."""
    start, _, end = span.partition("-")
    place = ZoneInfo(zone)
    return (
        datetime.combine(day, time.fromisoformat(start), place),
        datetime.combine(day, time.fromisoformat(end), place),
    )


def comes_twice(moment: datetime) -> bool:
    """Whether a clock on the wall shows this moment twice: in the hour that the clocks are put back."""
    return exists(moment) and moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def exists(moment: datetime) -> bool:
    """Whether a clock on the wall ever shows this moment: not in the hour that the clocks skip."""
    there = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return there.replace(tzinfo=None) == moment.replace(tzinfo=None)
