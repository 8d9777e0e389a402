"""A cadence: how often a club goes on to its next reading, and on which days that is."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from playbook.language import (
    _,
    format_day,
    format_day_alone,
    format_month,
    format_month_alone,
    ngettext,
)
from playbook.model.part import Part
from playbook.model.scalars import Day, FormattedText
from playbook.parts.session import GuideRef

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
WEEKS_IN_EDITORS = {"type": "string", "pattern": "^(?:[2-9]|[1-9][0-9]) weeks$"}


class Cadence(FormattedText):
    """How often a club goes on: `monthly`, `weekly`, for `8 weeks`, or on `dates`."""

    form = re.compile(r"monthly|weekly|dates|(?:[2-9]|[1-9]\d) weeks", re.ASCII)
    remedy = "write 'monthly', 'weekly', a number of weeks such as '8 weeks', or 'dates'"

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"enum": ["monthly", "weekly", "8 weeks", "dates"]}, WEEKS_IN_EDITORS]}

    @property
    def weeks(self) -> int | None:
        """The most weeks that it takes; None where it doesn't say that."""
        number, _space, unit = self.partition(" ")
        return int(number) if unit else None

    @property
    def is_weekly(self) -> bool:
        """Whether a club goes on to its next reading each week."""
        return self == "weekly" or self.weeks is not None

    def describe(self, readings: int) -> str:
        """Return how often so many guides are read, as readers see it."""
        if self == "monthly":
            return _("one guide a month")
        if self == "dates":
            return _("on the dates below")
        return ngettext(
            "one guide a week, %(number)s week", "one guide a week, %(number)s weeks", readings
        )


class Reading(Part):
    """One guide's turn in a club."""

    short_for = "guide"

    guide: GuideRef
    """The id of a reading guide."""
    starts: Day | None = None
    """Its first day, where that isn't the one worked out from the club's start."""
    confirmed: bool = True
    """Whether this is settled; what isn't is shown as not confirmed."""


@dataclass(frozen=True)
class Turn:
    """A reading with its first and last day, and which one of its club's it is."""

    reading: Reading
    starts: date
    ends: date
    number: int
    cadence: Cadence
    off: tuple[date, ...] = ()
    """The first days of the weeks off at its end."""

    @property
    def name(self) -> str:
        """The month, the week or the day on which it begins."""
        if self.cadence == "monthly":
            return format_month(self.starts)
        day = format_day(self.starts)
        if self.cadence == "dates":
            return _("From %(day)s", day=day)
        return _("Week %(number)s, from %(day)s", number=self.number, day=day)

    @property
    def short(self) -> str:
        """The same without its year: `March`, `Week 3`, `7 September`."""
        if self.cadence == "monthly":
            return format_month_alone(self.starts)
        if self.cadence == "dates":
            return format_day_alone(self.starts)
        return _("Week %(number)s", number=self.number)


def schedule_readings(
    cadence: Cadence, start: date, breaks: Sequence[date], readings: Sequence[Reading]
) -> list[Turn]:
    """Return each reading with its days.

    A week that a break falls into is skipped, `starts` overrides one alone.
    """
    breaks = sorted(breaks)
    firsts = (
        list_months(start, len(readings))
        if cadence == "monthly"
        else list_weeks(start, breaks, len(readings))
    )
    days = [reading.starts or first for reading, first in zip(readings, firsts, strict=True)]
    scheduled = []
    for index, (reading, first) in enumerate(zip(readings, days, strict=True)):
        last = (
            days[index + 1] - timedelta(days=1)
            if index + 1 < len(days)
            else find_last_day(cadence, first)
        )
        later = find_days_off(breaks, first + WEEK, last + DAY)
        off = sorted({first + (day - first) // WEEK * WEEK for day in later})
        scheduled.append(
            Turn(
                reading,
                first,
                max(first, last),
                index + 1,
                cadence,
                () if cadence == "monthly" else tuple(off),
            )
        )
    return scheduled


def find_days_off(breaks: Sequence[date], start: date, end: date) -> Sequence[date]:
    """Return which of these days, given in order, lie from `start` to the day before `end`."""
    return breaks[bisect_left(breaks, start) : bisect_left(breaks, end)]


def list_months(start: date, count: int) -> list[date]:
    """Return the first days of months in a row."""
    first = start.year * 12 + start.month - 1
    return [date((first + each) // 12, (first + each) % 12 + 1, 1) for each in range(count)]


def list_weeks(start: date, breaks: Sequence[date], count: int) -> list[date]:
    """Return the first days of weeks in a row, without those that a break falls into.

    Breaks come in order.
    """
    firsts: list[date] = []
    day = start
    while len(firsts) < count:
        if not find_days_off(breaks, day, day + WEEK):
            firsts.append(day)
        day += WEEK
    return firsts


def find_last_day(cadence: Cadence, first: date) -> date:
    """Return the last day of the last reading."""
    if cadence == "monthly":
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first + WEEK - timedelta(days=1)
