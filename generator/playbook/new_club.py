"""A club to begin with: its schedule, and an empty guide for each of its readings."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from playbook.examples import beside
from playbook.kind import Kind
from playbook.parts.cadence import Cadence
from playbook.parts.chapter import Chapter
from playbook.wording import title_of

MOST_MONTHS = 12


@dataclass(frozen=True)
class NewClub:
    """What a club needs to be written down: its id, its book's id and chapters, its rhythm and its first day."""

    name: str
    book: str
    chapters: tuple[Chapter, ...]
    cadence: Cadence
    start: date

    def files(self, kinds: Mapping[str, Kind]) -> Iterator[tuple[str, str]]:
        """Yield the path below content/ and the text of the club, and of each guide."""
        turns = share(self.chapters, MOST_MONTHS if self.cadence == "monthly" else int(self.cadence.partition(" ")[0]))
        ids = [f"{self.name}-{number:02}" for number in range(1, len(turns) + 1)]
        yield f"{kinds['club'].folder}/{self.name}.yml", self._schedule(kinds["club"], ids)
        for guide, chapters in zip(ids, turns, strict=True):
            yield f"{kinds['reading-guide'].folder}/{guide}.yml", self._guide(kinds["reading-guide"], chapters)

    def _schedule(self, kind: Kind, guides: list[str]) -> str:
        text = beside(kind, "new.yml").read_text(encoding="utf-8")
        said = {
            "TITLE": title_of(self.name),
            "BOOK": self.book,
            "CADENCE": self.cadence,
            "START": str(self.start),
            "READINGS\n": "".join(f"  - {guide}\n" for guide in guides),
        }
        for sign, words in said.items():
            text = text.replace(sign, words, 1)
        return text

    def _guide(self, kind: Kind, chapters: tuple[Chapter, ...]) -> str:
        """Return a guide to fill in; its first line, which waives that nobody reads it, is left out."""
        _, _, text = beside(kind, "new.yml").read_text(encoding="utf-8").partition("\n")
        title = " and ".join(chapter.title.plain() for chapter in chapters)
        said = {
            "title: TITLE": f"title: {json.dumps(title, ensure_ascii=False)}",
            "# book:": f"book: {self.book}",
            "chapters:": f"chapters: [{', '.join(str(chapter.number) for chapter in chapters)}]",
        }
        lines = text.split("\n")
        return "\n".join(next((said[sign] for sign in said if line.startswith(sign)), line) for line in lines)


def share(chapters: tuple[Chapter, ...], most: int) -> list[tuple[Chapter, ...]]:
    """Return the chapters in at most so many groups of about the same size, in order."""
    count = min(most, len(chapters))
    cuts = [round(len(chapters) * each / count) for each in range(count + 1)]
    return [chapters[first:last] for first, last in pairwise(cuts)]


def next_start(cadence: Cadence, today: date) -> date:
    """Return the first of next month, or next Monday."""
    if cadence == "monthly":
        return (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    return today + timedelta(days=7 - today.weekday())
