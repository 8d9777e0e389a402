"""The rows of a sheet of weeks and chapters: which day, which chapters, when the readers meet."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from playbook.exchange.days import SLASHED, list_orders, read_day
from playbook.exchange.outline import Fact, Finding, Item
from playbook.parts.chapter import Chapter, format_runs
from playbook.text.english import did_you_mean, quoted

CHAPTERS = ("chapters", "chapter", "reading", "read")
DAYS = ("date", "day", "meeting", "meeting date")
PAGES = ("pages", "page", "pp")
HOSTS = ("host", "hosts", "facilitator", "led by", "who")
TIMES = ("time", "times", "hour", "when")
WEEKS = ("week", "weeks", "no", "number")
SPAN = re.compile(r"(\d{1,3})\s*(?:-|–|—|to|through)\s*(\d{1,3})")  # noqa: RUF001 - dashes as people type them
CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d\d))?\s*(?:([ap])\.?m\.?)?"
    r"(?:\s*(?:-|–|—|to)\s*(\d{1,2})(?:[:.](\d\d))?\s*(?:([ap])\.?m\.?)?)?\s*(.*)",  # noqa: RUF001 - the same
    re.IGNORECASE,
)
COUNT = re.compile(r"(?:week|no\.?|#)?\s*\d{1,3}\.?", re.IGNORECASE)
NUMBERS = re.compile(
    r"(?:ch(?:apters?|aps?)?\.?)?[\s\d,;&+–-]*(?:(?:and|to)[\s\d]*)*",  # noqa: RUF001 - the same
    re.IGNORECASE,
)
PLAIN_DAY = re.compile(
    r"[\d\s./-]+|[A-Za-z]{3,9}\.? \d{1,2},? 20\d\d|\d{1,2}\.? [A-Za-z]{3,9}\.? 20\d\d"
)
HOUR, DAY, NOON = 60, 24 * 60, 12


@dataclass(frozen=True)
class Clock:
    """When a session starts and ends, as `09:00-10:00`, and the zone that stands behind it."""

    span: str
    zone: str
    has_end: bool


@dataclass(frozen=True)
class Week:
    """A row: a day, and the chapters that are read; none of them in a week off."""

    item: Item
    day: date | None
    chapters: tuple[Chapter, ...]

    @property
    def line(self) -> int:
        """The row's line."""
        return self.item.line

    def list_known(self) -> list[Fact | None]:
        """Return the cells that the club's fields hold in full: its number, day and chapters."""
        forms = ((WEEKS, COUNT), (DAYS, PLAIN_DAY), (CHAPTERS, NUMBERS))
        facts = [(self.find(names), form) for names, form in forms]
        return [fact for fact, form in facts if fact and form.fullmatch(fact.value)]

    def find(self, names: tuple[str, ...]) -> Fact | None:
        """Return the cell below one of these headings."""
        return self.item.find_fact(*names)


def read_week(item: Item, book: Iterable[Chapter], order: str) -> tuple[Week, list[Finding]]:
    """Return a row of a sheet, and what has to be asked about it."""
    findings: list[Finding] = []
    day, chapters = item.find_fact(*DAYS), item.find_fact(*CHAPTERS)
    on = read_day(day.value, order) if day else None
    if day and not on:
        findings.append(Finding(item.line, ask_day(day.value, order), is_question=True))
    numbers, faults = read_chapters(chapters.value, [*book]) if chapters else ((), [])
    findings += [Finding(item.line, fault, is_question=True) for fault in faults]
    return Week(item, on, numbers), findings


def ask_day(words: str, order: str) -> str:
    """Return what to decide about words that are no day yet."""
    orders = list_orders(words)
    forms = {"us": "month first", "day-first": "day first"}
    if not orders:
        return f"{quoted(words)} is no day in the calendar: write it as 2026-03-09"
    days = " and ".join(f"'--dates {one}' reads it {forms[one]}" for one in orders)
    other = f", and not with '--dates {order}'" if order else ""
    if SLASHED.search(words) and len(orders) > 1:
        return (
            f"{quoted(words)} can be {read_day(words, 'us')} or {read_day(words, 'day-first')}: "
            f"{days}"
        )
    return f"{quoted(words)} is a day in one order alone{other}: {days}"


def read_chapters(words: str, book: list[Chapter]) -> tuple[tuple[Chapter, ...], list[str]]:
    """Return the chapters that a cell names, such as `5 & 6`, and what is wrong with it."""
    by_number = {chapter.number: chapter for chapter in book}
    by_title = {str(chapter.title.plain()).casefold(): chapter for chapter in book}
    if words.casefold() in by_title:
        return (by_title[words.casefold()],), []
    numbers: list[int] = []
    for match in re.finditer(rf"{SPAN.pattern}|(\d{{1,3}})", words):
        first, last, one = match.groups()
        numbers += [int(one)] if one else range(int(first), int(last) + 1)
    known = format_runs(by_number)
    if not numbers:
        guess = did_you_mean(words.casefold(), by_title)
        return (), [f"{quoted(words)} names no chapter{guess}: write its number, one of {known}"]
    unknown = format_runs({*numbers} - by_number.keys())
    faults = [f"the book has no chapter {unknown}: it has {known}"] if unknown else []
    return tuple(by_number[n] for n in dict.fromkeys(numbers) if n in by_number), faults


def read_clock(words: str) -> Clock | None:
    """Return the time that words name, such as `9:00 AM PT`; an hour where they name no end."""
    match = CLOCK.fullmatch(words.strip())
    if not match:
        return None
    half, until = match[3] or match[6], match[6] or match[3]
    start = find_minute(match[1], match[2], match[3] or "")
    if match[4] and not match[3] and half:  # 9-10 am is both in the morning, 11-1 pm is not
        start = find_minute(match[1], match[2], half)
        if start >= find_minute(match[4], match[5], until):
            start = find_minute(match[1], match[2], "a")
    end = find_minute(match[4], match[5], until or "") if match[4] else start + HOUR
    if not 0 <= start < end < DAY:
        return None
    return Clock(f"{format_minute(start)}-{format_minute(end)}", match[7].strip(), bool(match[4]))


def find_minute(hour: str, minute: str | None, half: str) -> int:
    """Return the minute of a day; -1 where no clock shows it."""
    number, rest = int(hour), int(minute or 0)
    if half and not 0 < number <= NOON:
        return -1
    if half:
        number = number % NOON + (NOON if half.casefold() == "p" else 0)
    return number * HOUR + rest if rest < HOUR else -1


def format_minute(minute: int) -> str:
    """Return a minute of a day on the clock."""
    return f"{minute // HOUR:02}:{minute % HOUR:02}"
