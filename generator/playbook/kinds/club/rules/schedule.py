"""The days of a club: enough weeks, every date known, one after the other."""

from collections.abc import Iterator
from datetime import date

from playbook.kinds.club.model import Club
from playbook.rules.rule import Finding, rule
from playbook.source.problem import Severity
from playbook.text.english import quoted


@rule("CL201", "more-readings-than-weeks", Severity.ERROR)
def more_readings_than_weeks(it: Club) -> Iterator[Finding]:
    """A club of eight weeks has room for eight readings, and no more.

    Bad:
        cadence: 8 weeks
        readings: [one, two, three, four, five, six, seven, eight, nine]
    Good:
        cadence: 8 weeks
        readings: [one, two, three, four, five, six, seven, eight]
    """
    weeks = it.cadence.weeks
    if weeks and len(it.readings) > weeks:
        message = f"the {len(it.readings)} readings don't fit into {it.cadence}"
        yield Finding(("cadence",), f"{message}: put two chapters into one guide, or take longer")


@rule("CL202", "reading-without-date", Severity.ERROR)
def reading_without_date(it: Club) -> Iterator[Finding]:
    """A club that goes by dates can't work out when a reading starts, so each reading says it.

    Bad:
        cadence: dates
        readings: [chapter-one]
    Good:
        cadence: dates
        readings: [{guide: chapter-one, starts: 2026-03-02}]
    """
    for index, reading in enumerate(it.readings):
        if it.cadence == "dates" and reading.starts is None:
            yield Finding(
                ("readings", index),
                f"{quoted(reading.guide)} has no date: add 'starts:' with its first day",
            )


@rule("CL203", "readings-out-of-order", Severity.ERROR)
def readings_out_of_order(it: Club) -> Iterator[Finding]:
    """The schedule is read from top to bottom, so each reading starts after the one above it.

    Bad:
        start: 2026-03-01
        readings: [chapter-one, {guide: chapter-two, starts: 2026-02-01}]
    Good:
        start: 2026-03-01
        readings: [chapter-one, {guide: chapter-two, starts: 2026-04-10}]
    """
    before = date.min
    for index, turn in enumerate(it.turns):
        if turn.starts <= before:
            message = (
                f"{quoted(turn.reading.guide)} starts on {turn.starts}, not after the one before it"
            )
            yield Finding(("readings", index), f"{message}: change its date, or its place")
        before = turn.starts


@rule("CL204", "break-that-skips-nothing")
def break_that_skips_nothing(it: Club) -> Iterator[Finding]:
    """A break takes a week out of a club that goes by weeks; in any other club, or on any other day,
    it changes nothing, although someone counts on it.

    Bad:
        cadence: monthly
        breaks: [2026-12-24]
    Good:
        cadence: 8 weeks
        start: 2026-12-14
        breaks: [2026-12-24]
        readings: [chapter-one, chapter-two]
    """
    last = it.turns[-1]
    for index, day in enumerate(it.breaks):
        if not it.cadence.is_weekly:
            message = f"a club whose cadence is '{it.cadence}' has no weeks to skip"
            yield Finding(("breaks", index), f"{message}: give a reading its own 'starts:'")
        elif not it.start <= day < last.starts:
            message = (
                f"the break on {day} moves no reading, since they start from {it.start} to "
                f"{last.starts}"
            )
            yield Finding(("breaks", index), f"{message}: take it out, or correct it")


RULES = (
    more_readings_than_weeks,
    reading_without_date,
    readings_out_of_order,
    break_that_skips_nothing,
)
