"""Every piece and every text in an artifact, with the location that its YAML has."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from typing import Any, Self, TypeVar

from pydantic import BaseModel

from playbook.source.document import Loc

Walk = Sequence[tuple[Loc, Any]]
Piece = TypeVar("Piece")
Found = TypeVar("Found")
Model = TypeVar("Model", bound="Walked")


class Walked(BaseModel):
    """A model that is walked many times, and so remembers what was found in it."""

    @cached_property
    def _memory(self) -> dict[Any, Any]:
        return {}

    def __copy__(self) -> Self:
        """Return a copy with a memory of its own, since a field of it may be changed."""
        copied = super().__copy__()
        copied.__dict__.pop("_memory", None)
        return copied


def remember(value: Model, find: Callable[[Model], Found]) -> Found:
    """Return what a function finds in an artifact, which it is asked for once."""
    memory = value._memory  # noqa: SLF001 - what it is for
    if find not in memory:
        memory[find] = find(value)
    result: Found = memory[find]
    return result


def walk(value: Walked) -> Walk:
    """Return each model and text in an artifact, itself first, in the order of fields."""
    return remember(value, walk_anew)


def find_pieces(value: Walked, sort: type[Piece]) -> Sequence[tuple[Loc, Piece]]:
    """Return each piece of one sort in an artifact, in the order of `walk`."""
    memory = value._memory  # noqa: SLF001 - what it is for
    if sort not in memory:
        pieces, places = walk(value), remember(value, find_places)
        own = (places[type_] for type_ in places if sort in type_.__mro__)
        memory[sort] = tuple(pieces[place] for place in sorted(chain.from_iterable(own)))
    pieces_of_sort: Sequence[tuple[Loc, Piece]] = memory[sort]
    return pieces_of_sort


def find_places(value: Walked) -> Mapping[type, list[int]]:
    """Return where in the walk the pieces of each type stand."""
    places: dict[type, list[int]] = defaultdict(list)
    for place, (_, piece) in enumerate(walk(value)):
        places[type(piece)].append(place)
    return places


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
