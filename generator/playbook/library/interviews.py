"""The interviews behind an artifact, and how fresh it is."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.pieces import IndexedPiece, collect_pieces
from playbook.model.traverse import Walked, find_pieces, remember, walk
from playbook.parts.evidence import Evidenced


@dataclass(frozen=True)
class Freshness:
    """The last interview, the artifact's last change, and how many interviews came after that."""

    interview: date | None
    change: date | None
    since: int


def find_interviews(entry: Entry, library: Library) -> list[Entry]:
    """Return the snapshots that an artifact cites or that refer to it, once, the newest first."""
    cited = [
        library.entries.get(ref)
        for _, piece in find_pieces(entry.artifact, Evidenced)
        for ref in piece.heard_in
    ]
    snapshots = {
        snapshot.id: snapshot
        for snapshot in [*cited, *library.backlinks(entry)]
        if snapshot and snapshot.kind.is_interview
    }
    dated = [
        (day, snapshot.id) for snapshot in snapshots.values() if (day := get_day(snapshot.artifact))
    ]
    return [snapshots[name] for _, name in sorted(dated, reverse=True)]


def measure_freshness(entry: Entry, library: Library) -> Freshness:
    """Return how fresh an artifact is; a snapshot is its own interview."""
    own = remember(entry.artifact, find_last_day)
    if entry.kind.is_interview:
        return Freshness(get_day(entry.artifact), None, 0)
    interview_days = [
        day for snapshot in find_interviews(entry, library) if (day := get_day(snapshot.artifact))
    ]
    since = sum(1 for day in interview_days if own and day > own)
    return Freshness(max(interview_days, default=None), own, since)


def find_last_change(entry: Entry) -> date | None:
    """Return the day on which an artifact says that it last changed.

    A snapshot's own day is its interview's.
    """
    dated = "date" in type(entry.artifact).model_fields and not entry.kind.is_interview
    return remember(entry.artifact, find_last_day) if dated else None


def find_last_day(artifact: Walked) -> date | None:
    """Return the last day that an artifact or a piece of it names as its own."""
    return max((day for _, piece in walk(artifact) if (day := get_day(piece))), default=None)


def get_day(piece: object) -> date | None:
    """Return the day of an artifact or of a piece, when it has one."""
    day = piece.__dict__.get("date") if isinstance(piece, BaseModel) else None
    return day if isinstance(day, date) else None


def group_supported(library: Library) -> Mapping[str, list[IndexedPiece[Evidenced]]]:
    """Return the pieces of all artifacts that cite a snapshot, by the snapshot's id."""
    supported: dict[str, list[IndexedPiece[Evidenced]]] = defaultdict(list)
    for indexed in collect_pieces(library, Evidenced):
        for snapshot in dict.fromkeys(indexed.piece.heard_in):
            supported[str(snapshot)].append(indexed)
    return supported
