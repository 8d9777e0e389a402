"""Days as people type them; one whose order nobody can tell is asked about."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY = re.compile(r"(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", re.ASCII)
NAMED_DAY = re.compile(r"(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (20\d\d)", re.ASCII)
NAMED_MONTH = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (20\d\d)", re.ASCII)
DOTTED = re.compile(r"(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?(20\d\d|\d\d)(?!\d)", re.ASCII)
SLASHED = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(20\d\d|\d\d)(?!\d)", re.ASCII)
ORDERS = ("us", "iso", "day-first")
"""What comes first in a day such as 3/9/2026: the month, the year (so it is none), the day."""


def read_day(words: str, order: str = "") -> date | None:
    """Return the one day that words name.

    As 2026-03-31, as 31.3.2026, with the name of its month, or as 3/9/2026 in the order given.
    """
    numbered, dotted = DAY.search(words), DOTTED.search(words)
    named, month_first = NAMED_DAY.search(words), NAMED_MONTH.search(words)
    slashed = SLASHED.search(words) if order in {"us", "day-first"} else None
    if numbered:
        return make_day(*numbered.groups())
    if dotted:
        return make_day(*dotted.groups()[::-1])
    if named and named[2][:3].casefold() in MONTHS:
        return make_day(named[3], find_month(named[2]), named[1])
    if month_first and month_first[1][:3].casefold() in MONTHS:
        return make_day(month_first[3], find_month(month_first[1]), month_first[2])
    if slashed:
        first, second = slashed[1], slashed[3]
        return make_day(slashed[4], *((first, second) if order == "us" else (second, first)))
    return None


def find_month(name: str) -> int:
    """Return the number of a month by its English name."""
    return MONTHS.index(name[:3].casefold()) + 1


def make_day(year: str, month: str | int, day: str) -> date | None:
    """Return a day of this century; None where the calendar has no such day."""
    try:
        return date(int(year) % 100 + 2000, int(month), int(day))
    except ValueError:
        return None


def list_orders(words: str) -> list[str]:
    """Return the orders in which words such as 3/9/2026 are a day."""
    return [
        order for order in ("us", "day-first") if SLASHED.search(words) and read_day(words, order)
    ]
