"""Every piece of a tree with its place."""

from collections.abc import Iterator
from typing import TypeVar

from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.model.traverse import walk
from playbook.source.document import Loc

Piece = TypeVar("Piece")


def walk_pieces(sort: type[Piece], it: OpportunityTree) -> Iterator[tuple[Loc, Piece]]:
    """Yield every piece of one sort, parents first."""
    return ((loc, value) for loc, value in walk(it) if isinstance(value, sort))
