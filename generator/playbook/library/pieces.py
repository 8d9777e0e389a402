"""Pieces of one sort from every artifact of the library, with where each is told."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.model.part import Anchored
from playbook.model.traverse import find_pieces

Piece = TypeVar("Piece", bound=Anchored)


@dataclass(frozen=True)
class IndexedPiece(Generic[Piece]):
    """One piece, and the artifact that tells it."""

    piece: Piece
    entry: Entry

    @property
    def key(self) -> str:
        """The piece's name among those of all artifacts."""
        return f"{self.entry.id}#{self.piece.id}"


def collect_pieces(library: Library, sort: type[Piece]) -> list[IndexedPiece[Piece]]:
    """Return every piece of a sort, in the order of the kinds, the titles, and the pages."""
    return [
        IndexedPiece(piece, entry)
        for kind in library.kinds.values()
        for entry in library.of(kind)
        for _, piece in find_pieces(entry.artifact, sort)
    ]
