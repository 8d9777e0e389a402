"""The interviews behind an artifact, and how fresh it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.pieces import IndexedPiece, collect
from playbook.model.traverse import find_pieces, walk
from playbook.parts.evidence import Evidenced

SNAPSHOT = "interview-snapshot"


@dataclass(frozen=True)
class Freshness:
    """When somebody was last interviewed, when the artifact last changed, and how many interviews came after that."""

    interview: date | None
    change: date | None
    since: int


def interviews(entry: Entry, library: Library) -> list[Entry]:
    """Return the interview snapshots that an artifact cites, or that refer to it, each once, the newest first."""
    cited = [library.entries.get(ref) for _, piece in find_pieces(entry.artifact, Evidenced) for ref in piece.heard_in]
    found = {each.id: each for each in [*cited, *library.backlinks(entry)] if each and each.kind.name == SNAPSHOT}
    dated = [(day, each.id) for each in found.values() if (day := day_of(each.artifact))]
    return [found[name] for _, name in sorted(dated, reverse=True)]


def freshness(entry: Entry, library: Library) -> Freshness:
    """Return how fresh an artifact is; a snapshot is its own interview."""
    own = max(days(entry), default=None)
    if entry.kind.name == SNAPSHOT:
        return Freshness(day_of(entry.artifact), None, 0)
    held = [day for each in interviews(entry, library) if (day := day_of(each.artifact))]
    since = sum(1 for day in held if own and day > own)
    return Freshness(max(held, default=None), own, since)


def changed(entry: Entry) -> date | None:
    """Return the day on which an artifact says that it last changed; a snapshot's own day is its interview's."""
    dated = "date" in type(entry.artifact).model_fields and entry.kind.name != SNAPSHOT
    return max(days(entry), default=None) if dated else None


def days(entry: Entry) -> Iterator[date]:
    """Yield each day that an artifact or a piece of it names as its own."""
    yield from (day for _, each in walk(entry.artifact) if (day := day_of(each)))


def day_of(piece: object) -> date | None:
    """Return the day of an artifact or of a piece, when it has one."""
    day = getattr(piece, "date", None)
    return day if isinstance(day, date) else None


def supports(library: Library, snapshot: Entry) -> list[IndexedPiece[Evidenced]]:
    """Return the pieces of all artifacts that cite a snapshot."""
    return [each for each in collect(library, Evidenced) if snapshot.id in each.piece.heard_in]
