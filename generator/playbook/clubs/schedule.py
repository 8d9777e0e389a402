"""Each club's year.

Its readings with their guides, chapters and days, its sessions with their hours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date
from functools import cached_property
from typing import Any

from playbook.clubs.moves import Past, Slot, build_past
from playbook.language import format_weekday, ngettext
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.reads import OUTSIDE, note_read
from playbook.model.ref import Ref
from playbook.parts.cadence import Turn
from playbook.parts.chapter import Chapter, format_runs
from playbook.parts.session import Session
from playbook.system.git import read_history
from playbook.text.inline import Text


@dataclass(frozen=True)
class ReadingTurn:
    """One turn of a club: its days, its guide, and the chapters to read."""

    turn: Turn
    guide: Entry
    chapters: tuple[Chapter, ...]

    @property
    def minutes(self) -> int:
        """Minutes to read the chapters whose time is known."""
        return sum(chapter.minutes or 0 for chapter in self.chapters)

    @property
    def is_timed(self) -> bool:
        """Whether the time of every chapter is known."""
        return all(chapter.minutes for chapter in self.chapters)


@dataclass(frozen=True)
class Meeting(Slot):
    """One of the times at which a session is held, in the club's zone.

    `key` is its name in calendars.
    """

    key: str

    @property
    def reasons(self) -> list[Text]:
        """Why nobody meets then, where a reason is given."""
        return [
            why for why in (self.session.cancelled, self.time.cancelled) if isinstance(why, Text)
        ]

    @property
    def day(self) -> str:
        """The day as readers see it."""
        return format_weekday(self.starts)

    @property
    def hours(self) -> str:
        """The hours as readers see them, with the zone's abbreviation on that day."""
        name = f"{self.starts:%Z}"
        zone = (
            name if name.isalpha() else f"UTC{name}"
        )  # some zones have no name but their distance, such as -03
        return f"{self.starts:%H:%M}–{self.ends:%H:%M} {zone}"  # noqa: RUF001 - a span takes an en dash

    @property
    def instants(self) -> tuple[str, str]:
        """Start and end as a machine reads them, in UTC."""
        first, last = (
            f"{time.astimezone(UTC):%Y-%m-%dT%H:%MZ}" for time in (self.starts, self.ends)
        )
        return first, last


@dataclass(frozen=True)
class ClubYear:
    """A club with all its turns and meetings, in order."""

    entry: Entry
    book: Any
    parts: tuple[ReadingTurn, ...]
    meetings: tuple[Meeting, ...]
    library: Library
    """Where its texts' references lead."""

    @cached_property
    def past(self) -> Past:
        """The sessions beside their earlier versions."""
        club = self.entry.artifact
        return build_past(club.sessions, club.zone, read_history(self.entry.source.path))

    def count_moves(self, session: Session) -> int:
        """Return by how much a session has moved since it was marked as revised.

        0 in a clone without its history.
        """
        note_read(OUTSIDE)
        return 0 if self.past.is_shallow else self.past.count_moves(session.id)

    def find_turn(self, guide: Entry) -> int | None:
        """Return which turn a guide has, counted from 0, or None."""
        return next((index for index, part in enumerate(self.parts) if part.guide is guide), None)

    def find_deferred_chapters(self, index: int) -> list[Chapter]:
        """Return the chapters before a turn that a person who joins there can leave for later."""
        needed = self.find_needed_turns(index)
        return [
            chapter
            for part in self.parts[:index]
            if part not in needed
            for chapter in part.chapters
        ]

    def find_needed_turns(self, index: int) -> list[ReadingTurn]:
        """Return the turns before one that it builds on, directly or not, in order.

        The shortest way to catch up.
        """
        needed, ahead = set[str](), [self.parts[index].guide]
        while ahead:
            for ref in ahead.pop().artifact.builds_on:
                earlier = next(
                    (part.guide for part in self.parts[:index] if part.guide.id == ref), None
                )
                if earlier and earlier.id not in needed:
                    needed.add(earlier.id)
                    ahead.append(earlier)
        return [part for part in self.parts[:index] if part.guide.id in needed]


def format_chapters(chapters: Iterable[Chapter]) -> str:
    """Return chapters as readers see them, runs of them as a span; nothing when there is none."""
    numbers = [chapter.number for chapter in chapters]
    return (
        ngettext(
            "chapter %(spans)s", "chapters %(spans)s", len(numbers), spans=format_runs(numbers)
        )
        if numbers
        else ""
    )


def find_clubs(library: Library) -> list[ClubYear]:
    """Return every club whose book and guides can be read, the one that starts last first."""
    years = [
        year
        for entry in library.entries.values()
        if entry.kind.is_club
        for year in build_years(entry, library)
    ]
    return sorted(years, key=lambda year: (-find_first_day(year).toordinal(), year.entry.id))


def sort_by_reading(entries: Iterable[Entry], years: Iterable[ClubYear]) -> list[Entry]:
    """Return entries with the guides that clubs read first, in the order in which they are read.

    What no club reads yet stands in the order of the book, the site's own first.
    """
    turns = dict.fromkeys(part.guide.id for year in years for part in year.parts)
    places = {name: place for place, name in enumerate(turns)}

    def find_place(entry: Entry) -> tuple[int, bool, str, int]:
        place = places.get(entry.id, len(places))
        book, chapters = (vars(entry.artifact).get(name) for name in ("book", "chapters"))
        is_read = isinstance(book, str) and bool(chapters) and isinstance(chapters[0], int)
        return place, entry.shelf is not None, *((book, chapters[0]) if is_read else ("", 0))

    return sorted(entries, key=find_place)


def find_first_day(year: ClubYear) -> date:
    """Return the day on which a club begins."""
    return year.parts[0].turn.starts


def build_years(entry: Entry, library: Library) -> Iterator[ClubYear]:
    """Yield a club's year, or nothing when its book or a guide can't be read."""
    club = entry.artifact
    book = find_entry(library, club.book)
    guides = [find_entry(library, turn.reading.guide) for turn in club.turns]
    if book is None or None in guides:
        return
    numbered = {chapter.number: chapter for chapter in book.artifact.chapters}
    parts = [
        ReadingTurn(
            turn,
            guide,
            tuple(numbered[number] for number in guide.artifact.chapters if number in numbered),
        )
        for turn, guide in zip(club.turns, guides, strict=True)
        if guide
    ]
    meetings = [
        Meeting(session, time, starts, ends, key)
        for session in club.sessions
        for time, key in zip(session.times, session.keys(), strict=True)
        for starts, ends in [time.span(session.date, club.zone)]
    ]
    yield ClubYear(
        entry,
        book,
        tuple(parts),
        tuple(sorted(meetings, key=lambda meeting: meeting.starts)),
        library,
    )


def find_entry(library: Library, ref: Ref) -> Entry | None:
    """Return the artifact that a reference leads to, when it is of a kind that this may lead to."""
    entry = library.entries.get(ref)
    return entry if entry and entry.kind.name in ref.kinds else None
