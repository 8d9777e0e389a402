"""A day as people write it -> the day that they mean, and how it is written here."""

import re
from collections.abc import Iterator
from datetime import date

FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
OTHERS = re.compile(r"([0-9]{1,4})([./-]) ?([0-9]{1,2})\2 ?([0-9]{1,4})")


def explain_day_form(text: str) -> str:
    """Return what is wrong with the form of a day; nothing where it is year, month and day."""
    if FORM.fullmatch(text.strip()):
        return ""
    day = guess_day(text)
    remedy = f"so write '{day}'" if day else "such as '2026-03-18'"
    return f"a date is written as year, month and day, {remedy}"


def guess_day(text: str) -> date | None:
    """Return the day that a text in another form means, unless it may mean two: 3/4/2026."""
    match = None if FORM.fullmatch(text.strip()) else OTHERS.fullmatch(text.strip())
    days = set(list_days(*match.groups())) if match else set()
    return days.pop() if len(days) == 1 else None


def list_days(first: str, sign: str, second: str, third: str) -> Iterator[date]:
    """Yield the days that three numbers can mean; with dots between them, the day stands first."""
    numbers = int(first), int(second), int(third)
    orders = [numbers] if len(first) == len("2026") else []
    if len(third) == len("2026"):
        one, two, year = numbers
        orders += [(year, two, one)] if sign == "." else [(year, two, one), (year, one, two)]
    for order in orders:
        try:
            yield date(*order)
        except ValueError:
            continue
