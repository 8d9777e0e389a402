"""A session: when readers of a club meet."""

from datetime import UTC, date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from playbook.language import N_
from playbook.model.part import Anchored, OneOrMany, Part
from playbook.model.ref import Ref
from playbook.model.scalars import Day, Slug, TimeSpan
from playbook.parts.revision import Cancelled, Revision
from playbook.text.inline import Text


class GuideRef(Ref):
    """The id of a reading guide."""

    kinds = ("reading-guide",)


class SessionTime(Part):
    """One of the times of a session: from and to, with a name of its own where it may move."""

    short_for = "at"

    at: TimeSpan
    """From and to, in the club's time zone."""
    id: Slug | None = None
    """Its name in calendars, to keep when it moves; if left out, `1` for the only time, and its start, such as `0900`, for one of several."""  # noqa: E501 - shown as it stands
    cancelled: Cancelled = False
    """Whether this time is called off, and the others are not: `true`, or why."""

    def span(self, day: date, zone: str) -> tuple[datetime, datetime]:
        """Return when it starts and ends on a day."""
        start, _, end = self.at.partition("-")
        place = ZoneInfo(zone)
        return (
            datetime.combine(day, time.fromisoformat(start), place),
            datetime.combine(day, time.fromisoformat(end), place),
        )


class Session(Anchored):
    """A day on which readers meet, once or several times; its id stays when it moves, and when it is cancelled."""  # noqa: E501 - shown as it stands

    word = N_("session")

    title: Text
    """What it is called."""
    date: Day
    """The day, such as 2026-03-18."""
    times: Annotated[tuple[SessionTime, ...], OneOrMany] = Field(min_length=1, max_length=12)
    """From and to, in the club's time zone; readers choose one."""
    about: Text | None = None
    """What it is about."""
    guide: GuideRef | None = None
    """The guide that it is about, when it is about one."""
    revised: Revision | None = None
    """The day on which it last moved, so that calendars notice; with the time, for two moves on one day: `2026-02-20 14:30`."""  # noqa: E501 - shown as it stands
    cancelled: Cancelled = False
    """Whether it is called off: `true`, or why; keep this until the day is over, so that calendars see it."""  # noqa: E501 - shown as it stands

    def spans(self, zone: str) -> list[tuple[datetime, datetime]]:
        """Return when it starts and ends each time, in the club's zone."""
        return [time.span(self.date, zone) for time in self.times]

    def keys(self) -> list[str]:
        """Return the name of each time, which doesn't depend on the order they are written in."""
        alone = len(self.times) == 1
        return [time.id or ("1" if alone else time.at[:5].replace(":", "")) for time in self.times]


def is_shown_twice(moment: datetime) -> bool:
    """Whether a clock on the wall shows this moment twice.

    In the hour that the clocks are put back.
    """
    return (
        exists_on_clock(moment)
        and moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
    )


def exists_on_clock(moment: datetime) -> bool:
    """Whether a clock on the wall ever shows this moment: not in the hour that the clocks skip."""
    there = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return there.replace(tzinfo=None) == moment.replace(tzinfo=None)
