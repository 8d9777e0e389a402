"""Every piece and every text in an artifact, with the location that its YAML has."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, PrivateAttr

from playbook.source.document import Loc

Walk = Sequence[tuple[Loc, Any]]
Piece = TypeVar("Piece")


class Walked(BaseModel):
    """A model that is walked many times, and so remembers what it found."""

    _walk: Walk | None = PrivateAttr(default=None)
    _sorts: dict[type, Any] = PrivateAttr(default_factory=dict)


def walk(value: Walked) -> Walk:
    """Return each model and text in an artifact, itself first, in the order of fields."""
    if value._walk is None:  # noqa: SLF001 - its own memory
        value._walk = walk_anew(value)  # noqa: SLF001
    return value._walk  # noqa: SLF001


def find_pieces(value: Walked, sort: type[Piece]) -> Sequence[tuple[Loc, Piece]]:
    """Return each piece of one sort in an artifact, in the order of `walk`."""
    known = value._sorts  # noqa: SLF001 - its own memory
    if sort not in known:
        known[sort] = tuple((loc, piece) for loc, piece in walk(value) if isinstance(piece, sort))
    pieces: Sequence[tuple[Loc, Piece]] = known[sort]
    return pieces


def walk_anew(value: BaseModel) -> Walk:
    """Walk a model anew."""
    pieces: list[tuple[Loc, Any]] = []
    ahead: list[tuple[Loc, Any]] = [((), value)]
    while ahead:
        loc, piece = ahead.pop()
        pieces.append((loc, piece))
        if isinstance(piece, BaseModel):
            values = piece.__dict__
            for name, key in list_fields(type(piece)):
                inner = values[name]
                if isinstance(inner, tuple):
                    backwards = range(len(inner) - 1, -1, -1)
                    ahead.extend(((*loc, key, index), inner[index]) for index in backwards)
                elif isinstance(inner, str | BaseModel):
                    ahead.append(((*loc, key), inner))
    return pieces


@cache
def list_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return a model's attributes with their keys in YAML, last one first."""
    return tuple(
        (name, field.alias or name) for name, field in reversed(model.model_fields.items())
    )
