"""An artifact -> its pieces, each with what it says itself, as JSON has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from playbook.changes.change import ArtifactSide, Side
from playbook.changes.likeness import list_texts, list_words
from playbook.library.entry import Entry
from playbook.model.part import Anchored
from playbook.model.traverse import list_fields
from playbook.source.document import Loc
from playbook.text.inline import Text

KNOWN_ANYWAY = {"id", "kind"}
"""What a side says in a place of its own."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A piece of an artifact as one state has it."""

    name: str
    """Its id; one that another piece has, too, is followed by a number."""
    noun: str
    title: str
    parent: str
    field: str
    place: int
    loc: Loc
    value: Mapping[str, Any]

    @property
    def home(self) -> tuple[str, str]:
        """The list that it stands in."""
        return self.parent, self.field

    @cached_property
    def leaves(self) -> Mapping[str, Any]:
        """What it says by dotted keys."""
        return dict(list_leaves(self.value))

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The words of its title."""
        return frozenset(list_words(self.title))

    @cached_property
    def words(self) -> frozenset[str]:
        """All its words."""
        texts = list_texts(self.value)
        return self.title_words.union(word for text in texts for word in list_words(text))

    @cached_property
    def items(self) -> frozenset[str]:
        """The texts and references in its lists, such as its evidence."""
        lists = (value for value in self.leaves.values() if isinstance(value, list))
        return frozenset(str(text) for value in lists for text in list_texts(value))


@dataclass(frozen=True)
class Outline:
    """An artifact with its pieces by their names, parents first."""

    entry: Entry
    value: Mapping[str, Any]
    pieces: Mapping[str, Piece]

    @cached_property
    def leaves(self) -> Mapping[str, Any]:
        """What the artifact itself says by dotted keys."""
        return dict(list_leaves(self.value))

    @cached_property
    def children(self) -> Mapping[str, list[str]]:
        """The names of the pieces in a piece, by its name; those of the artifact by ''."""
        children: dict[str, list[str]] = {name: [] for name in ("", *self.pieces)}
        for piece in self.pieces.values():
            children[piece.parent].append(piece.name)
        return children


def make_outline(entry: Entry) -> Outline:
    """Return the pieces of an artifact.

    A piece in a part without an id belongs to what is said around it.
    """
    pieces: dict[str, Piece] = {}

    def collect(model: BaseModel, parent: str, loc: Loc) -> None:
        for field, place, at, inner in list_inner(model, loc):
            name = make_unique(str(inner.id), pieces)
            pieces[name] = Piece(
                name=name,
                noun=inner.word,
                title=get_title(inner) or str(inner.id),
                parent=parent,
                field=field,
                place=place,
                loc=at,
                value=read_own_value(inner),
            )
            collect(inner, name, at)

    collect(entry.artifact, "", ())
    return Outline(entry, read_own_value(entry.artifact), pieces)


def list_inner(model: BaseModel, loc: Loc) -> Iterator[tuple[str, int, Loc, Anchored]]:
    """Yield the pieces right in a model: their field, their place in it, and their location."""
    for name, key in reversed(list_fields(type(model))):
        value = model.__dict__[name]
        if isinstance(value, Anchored):
            yield key, 0, (*loc, key), value
        elif is_list_of_pieces(value):
            for place, inner in enumerate(value):
                yield key, place, (*loc, key, place), inner


def is_list_of_pieces(value: Any) -> bool:
    """Whether each item of a list has an id of its own."""
    return (
        isinstance(value, tuple)
        and bool(value)
        and all(isinstance(inner, Anchored) for inner in value)
    )


def make_unique(name: str, pieces: Mapping[str, Piece]) -> str:
    """Return an id as it is, or with a number where another piece has it; no id has a space."""
    unique, number = name, 2
    while unique in pieces:
        unique, number = f"{name} {number}", number + 1
    return unique


def get_title(titled: Any) -> str:
    """Return a title as plain text; nothing where there is none."""
    title = getattr(titled, "title", "")
    return title.plain() if isinstance(title, Text) else str(title or "")


def read_own_value(model: BaseModel) -> dict[str, Any]:
    """Return what a piece says itself, without the pieces in it and its own id."""
    return {
        key: read_value(value)
        for name, key in reversed(list_fields(type(model)))
        if is_filled_in(value := model.__dict__[name])
        and key not in KNOWN_ANYWAY
        and not isinstance(value, Anchored)
        and not is_list_of_pieces(value)
    }


def read_value(value: Any) -> Any:
    """Return a value as JSON has it; texts and references keep their types."""
    if isinstance(value, BaseModel):
        return {
            key: read_value(inner)
            for name, key in reversed(list_fields(type(value)))
            if is_filled_in(inner := value.__dict__[name])
        }
    if isinstance(value, list | tuple):
        return [read_value(inner) for inner in value]
    return value.isoformat() if isinstance(value, date | time) else value


def is_filled_in(value: Any) -> bool:
    """Whether a field says something."""
    return value is not None and value != ()


def list_leaves(value: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each value by its dotted key; a list is one value."""
    for key, inner in value.items():
        if isinstance(inner, Mapping) and inner:
            yield from list_leaves(inner, f"{above}{key}.")
        else:
            yield f"{above}{key}", inner


def make_side(piece: Piece, entry: Entry) -> Side:
    """Return a piece as a change shows it."""
    return Side(
        name=piece.name,
        title=piece.title,
        parent=piece.parent,
        field=piece.field,
        place=piece.place,
        loc=piece.loc,
        mark=entry.source.find_mark(piece.loc),
        value=piece.value,
    )


def make_artifact_side(entry: Entry) -> ArtifactSide:
    """Return an artifact as a change shows it."""
    title = get_title(entry.artifact) or entry.id
    return ArtifactSide(name=entry.id, title=title, path=entry.source.path.as_posix())
