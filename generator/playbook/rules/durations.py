"""How long something takes, as people write it: `75 minutes`, `two and a half hours`, `a four-week test`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

WORDS: Final = dict.fromkeys(("a", "an", "one", "another"), 1.0) | {
    "a quarter of an": 0.25,
    "half a": 0.5,
    "half an": 0.5,
    "three quarters of an": 0.75,
    "a couple of": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
UNITS: Final = {"minute": 1, "min": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43200}
"""Each in minutes."""
NUMBER = rf"(?:\d+(?:\.\d+)?|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
DURATION = re.compile(
    rf"(?i)(?<![\w.-])(?P<number>{NUMBER})(?:\s?(?:-|–|to|or)\s?(?P<most>{NUMBER}))?"  # noqa: RUF001 - a span takes an en dash
    rf"(?P<half>\sand\sa\shalf)?[\s-](?P<unit>{'|'.join(UNITS)})s?\b(?P<late>\sand\sa\shalf)?"
)
BARE = re.compile(rf"(?i)(?<![\w.-])(?P<number>{NUMBER})(?=\s*(?:[,;.)]|$|for\b))")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in a text."""

    start: int
    words: str
    minutes: float


def find_durations(text: str) -> Iterator[Duration]:
    """Yield each length of time in a text; the most of one that is given from and to."""
    for match in DURATION.finditer(text):
        number = read_number(match["most"] or match["number"])
        half = 0.5 if match["half"] or match["late"] else 0
        minutes = (number + half) * UNITS[match["unit"].lower()]
        yield Duration(match.start(), match[0], minutes)


def add_up(text: str) -> float:
    """Return the minutes of all lengths of time in a text.

    A number without a unit has that of the one before it: `an hour for each, three for the lead`.
    """
    total, end, unit = 0.0, 0, 0
    for match in DURATION.finditer(text):
        total += add_bare(text[end : match.start()], unit)
        end, unit = match.end(), UNITS[match["unit"].lower()]
    total += add_bare(text[end:], unit)
    return total + sum(duration.minutes for duration in find_durations(text))


def add_bare(text: str, unit: int) -> float:
    """Return the minutes of the numbers in a text that have no unit of their own."""
    return sum(read_number(match["number"]) * unit for match in BARE.finditer(text)) if unit else 0


def read_number(words: str) -> float:
    """Return a number in figures or words."""
    return WORDS[words.lower()] if words.lower() in WORDS else float(words)
