"""A club to begin with: its schedule, and an empty guide for each of its readings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from playbook.clubs.schedule import format_chapters
from playbook.library.kind import Kind
from playbook.parts.cadence import Cadence
from playbook.parts.chapter import Chapter
from playbook.source.emit import emit_title, emit_value

MOST_MONTHS = 12
MOST_READINGS = 100
"""As many as a club may have."""


@dataclass(frozen=True)
class Rhythm:
    """How often a club goes on, from which day, and in which time zone it meets."""

    cadence: Cadence
    start: date
    zone: str


@dataclass(frozen=True)
class NewClub:
    """What a club needs to be written down: its id, its book's id and chapters, and its rhythm."""

    name: str
    book: str
    chapters: tuple[Chapter, ...]
    rhythm: Rhythm

    def list_files(self, club_kind: Kind, guide_kind: Kind) -> Iterator[tuple[str, str]]:
        """Yield the path below content/ and the text of the club, and of each guide."""
        cadence = self.rhythm.cadence
        most = MOST_MONTHS if cadence == "monthly" else cadence.weeks or MOST_READINGS
        turns = split_chapters(self.chapters, most)
        ids = [f"{self.name}-{number:02}" for number in range(1, len(turns) + 1)]
        yield f"{club_kind.folder}/{self.name}.yml", self._write_schedule(club_kind, ids)
        for guide, chapters in zip(ids, turns, strict=True):
            yield f"{guide_kind.folder}/{guide}.yml", self._write_guide(guide_kind, chapters)

    def _write_schedule(self, kind: Kind, guides: list[str]) -> str:
        return write_schedule(kind, self.name, self.book, self.rhythm, guides)

    def _write_guide(self, kind: Kind, chapters: tuple[Chapter, ...]) -> str:
        return write_guide(kind, self.book, chapters)


def write_schedule(kind: Kind, name: str, book: str, rhythm: Rhythm, guides: list[str]) -> str:
    """Return a club that reads these guides, each an id, or a line of the long form."""
    text = kind.file("new.yml").read_text(encoding="utf-8")
    values = {
        "TITLE": emit_title(name),
        "BOOK": book,
        "CADENCE": rhythm.cadence,
        "START": str(rhythm.start),
        "ZONE": rhythm.zone,
        "READINGS\n": "".join(f"  - {guide}\n" for guide in guides),
    }
    for sign, words in values.items():
        text = text.replace(sign, words, 1)
    return text


def write_guide(kind: Kind, book: str, chapters: tuple[Chapter, ...], pages: str = "") -> str:
    """Return a guide that says only what is known.

    The rest of the example waits behind a `#`.
    """
    title = " and ".join(str(chapter.title) for chapter in chapters)
    numbers = ", ".join(str(chapter.number) for chapter in chapters)
    summary = f"{format_chapters(chapters).capitalize()}{pages}, read together."
    lines = [
        "# playbook: allow RG003 because its exercises are still to be written",
        "# playbook: allow RG004 because its questions are still to be written",
        f"kind: {kind.name}",
        f"title: {emit_value(title)}",
        "# One sentence: what a reader takes away.",
        f"summary: {emit_value(summary) if pages else summary}",
        f"book: {book}",
        f"chapters: [{numbers}]",
    ]
    _, empty, rest = kind.file("new.yml").read_text(encoding="utf-8").partition("\n\n# The ideas")
    hidden = [
        line if not line or line.startswith("#") else f"# {line}"
        for line in f"{empty}{rest}".split("\n")
    ]
    return "\n".join([*lines, *hidden])


def split_chapters(chapters: tuple[Chapter, ...], most: int) -> list[tuple[Chapter, ...]]:
    """Return the chapters in at most so many groups of about the same size, in order."""
    count = min(most, len(chapters))
    cuts = [round(len(chapters) * each / count) for each in range(count + 1)]
    return [chapters[first:last] for first, last in pairwise(cuts)]


def find_next_start(cadence: Cadence, today: date) -> date:
    """Return the first of next month, or next Monday."""
    if cadence == "monthly":
        return (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    return today + timedelta(days=7 - today.weekday())
