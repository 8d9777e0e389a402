"""What the card of an artifact shows.

A small picture of it, or its cover, and the facts that help to choose.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from markupsafe import Markup

from playbook.clubs.schedule import ClubYear, ReadingTurn, format_chapters
from playbook.drawing.drawing import Drawing
from playbook.language import ngettext
from playbook.library.entry import Entry
from playbook.library.interviews import Freshness, measure_freshness
from playbook.library.library import Library
from playbook.library.reads import collect_reads, note_reads

LATEST = 4
Sketch = Callable[[Drawing], str]


@dataclass(frozen=True)
class GalleryCover:
    """The face of an artifact: its picture, or else words large and small; the facts.

    And how fresh it is.
    """

    picture: Markup
    large: str
    small: str
    facts: tuple[str, ...]
    fresh: Freshness


class Covers:
    """Makes the covers of one library; without `sketch` none has a picture."""

    def __init__(self, library: Library, years: Iterable[ClubYear], sketch: Sketch | None) -> None:
        self.library = library
        self.sketch = sketch
        self.covers: dict[str, tuple[GalleryCover, set[str]]] = {}
        """By an artifact its cover, and the artifacts that were read for it."""
        self.turns = {part.guide.id: part for year in reversed(list(years)) for part in year.parts}

    def __call__(self, entry: Entry) -> GalleryCover:
        """Return an artifact's cover, made once."""
        if entry.id not in self.covers:
            with collect_reads() as reads:
                self.covers[entry.id] = self._make(entry), reads
        cover, reads = self.covers[entry.id]
        note_reads(reads)
        return cover

    def _make(self, entry: Entry) -> GalleryCover:
        drawing = next(iter(entry.drawings), None) if self.sketch else None
        picture = Markup(self.sketch(drawing)) if self.sketch and drawing else Markup()  # noqa: S704 - our own picture
        if entry.artifact.tags and not entry.kind.is_in_motion:
            picture = dye_picture(picture, entry.artifact.tags[0])
        (large, small), facts = entry.artifact.cover, entry.artifact.at_a_glance
        if part := self.turns.get(entry.id):
            large, small = part.turn.short, format_chapters(part.chapters)
            facts = (part.turn.name, format_chapters(part.chapters), *format_reading_time(part))
        return GalleryCover(picture, large, small, facts, measure_freshness(entry, self.library))

    def in_motion(self, shelves: Iterable[Sequence[Entry]]) -> list[tuple[Entry, GalleryCover]]:
        """Return the artifacts that a team comes back to, with their covers, the latest first."""
        moving = [entry for entries in shelves for entry in entries if is_in_motion(entry)]
        days = {
            entry.id: find_latest_day(measure_freshness(entry, self.library)) for entry in moving
        }
        latest = sorted(moving, key=lambda entry: days[entry.id], reverse=True)[:LATEST]
        return [(entry, self(entry)) for entry in latest]


def dye_picture(picture: Markup, tag: str) -> Markup:
    """Return a small picture in one of six colours, with one of four patterns at its edge.

    A tag has the same two on every site, whatever other tags there are.
    """
    pattern, colour = divmod((crc32(tag.encode()) >> 16) % 24, 6)
    look = Markup('class="pb-thumbnail" data-colour="%s" data-pattern="%s"') % (colour, pattern)
    return picture.replace('class="pb-thumbnail"', look, 1)


def is_in_motion(entry: Entry) -> bool:
    """Whether the team itself keeps coming back to an artifact."""
    return entry.kind.is_in_motion and entry.shelf is None


def find_latest_day(fresh: Freshness) -> date:
    """Return the day on which something last happened."""
    return max((day for day in (fresh.change, fresh.interview) if day), default=date.min)


def format_reading_time(part: ReadingTurn) -> tuple[str, ...]:
    """Return how long the chapters take to read, where that is known."""
    words = ngettext("%(number)s minute to read", "%(number)s minutes to read", part.minutes)
    return (words,) if part.minutes and part.is_timed else ()
