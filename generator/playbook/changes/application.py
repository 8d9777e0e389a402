"""A state and what changed in it -> the newer state."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from playbook.changes.change import ArtifactChange, FieldChange, Side, Sort
from playbook.changes.following import Renames
from playbook.changes.outline import list_leaves, make_outline
from playbook.library.entry import Entry

Leaves = Mapping[str, Any]
"""Values by their dotted keys."""


@dataclass(frozen=True, kw_only=True)
class PieceState:
    """Where a piece stands, and what it says itself."""

    noun: str
    parent: str
    field: str
    place: int
    leaves: Leaves


@dataclass(frozen=True, kw_only=True)
class ArtifactState:
    """What an artifact says, with its pieces by their names."""

    kind: str
    path: str
    leaves: Leaves
    pieces: Mapping[str, PieceState]


def read_states(entries: Mapping[str, Entry]) -> dict[str, ArtifactState]:
    """Return what artifacts say, by their ids, in the form that changes are applied to."""
    return {name: read_state(entry) for name, entry in entries.items()}


def read_state(entry: Entry) -> ArtifactState:
    """Return what one artifact says."""
    outline = make_outline(entry)
    return ArtifactState(
        kind=entry.kind.name,
        path=entry.source.path.as_posix(),
        leaves=outline.leaves,
        pieces={
            name: PieceState(
                noun=piece.noun,
                parent=piece.parent,
                field=piece.field,
                place=piece.place,
                leaves=piece.leaves,
            )
            for name, piece in outline.pieces.items()
        },
    )


def apply_changes(
    states: Mapping[str, ArtifactState], changes: Iterable[ArtifactChange]
) -> dict[str, ArtifactState]:
    """Return the newer state of artifacts; `changes` are what `compare_entries` returns.

    All references follow what has another id: see `settle_references`.
    """
    changes = tuple(changes)
    renames = collect_renames(changes)
    changed = {change.before.name: change for change in changes if change.before}
    later: dict[str, ArtifactState] = {}
    for name, state in states.items():
        followed = follow_renames(name, state, renames)
        change = changed.get(name)
        if not change:
            later[name] = followed
        elif change.after:
            later[change.after.name] = change_state(followed, change)
    for change in changes:
        if change.after and not change.before:
            nothing = ArtifactState(kind=change.kind, path="", leaves={}, pieces={})
            later[change.after.name] = change_state(nothing, change)
    return later


def settle_references(
    states: Mapping[str, ArtifactState], changes: Iterable[ArtifactChange]
) -> dict[str, ArtifactState]:
    """Return the newer state of artifacts with references that stayed behind following as well.

    That is what these mean, and so no change is named where they alone differ.
    """
    vacant = collect_renames(tuple(changes)).keep_vacant(states)
    return {
        name: replace(
            state,
            leaves=vacant.settle(state.leaves, name, state.pieces),
            pieces={
                own: replace(piece, leaves=vacant.settle(piece.leaves, name, state.pieces))
                for own, piece in state.pieces.items()
            },
        )
        for name, state in states.items()
    }


def collect_renames(changes: Iterable[ArtifactChange]) -> Renames:
    """Return which ids are others in the newer state."""
    artifacts: dict[str, str] = {}
    pieces: dict[str, dict[str, str]] = {}
    for change in changes:
        if change.before and change.after:
            if change.before.name != change.after.name:
                artifacts[change.before.name] = change.after.name
            pieces[change.before.name] = {
                piece.before.name: piece.after.name
                for piece in change.pieces
                if piece.before and piece.after and piece.before.name != piece.after.name
            }
    return Renames(artifacts, pieces)


def follow_renames(name: str, state: ArtifactState, renames: Renames) -> ArtifactState:
    """Return an artifact with the ids of the newer state in its references."""

    def follow(leaves: Leaves) -> Leaves:
        return {key: renames.follow(leaf, name, state.pieces) for key, leaf in leaves.items()}

    pieces = {
        own: replace(piece, leaves=follow(piece.leaves)) for own, piece in state.pieces.items()
    }
    return replace(state, leaves=follow(state.leaves), pieces=pieces)


def change_state(state: ArtifactState, change: ArtifactChange) -> ArtifactState:
    """Return an artifact in its newer state."""
    changed = {piece.before.name: piece for piece in change.pieces if piece.before}
    names = {name: piece.after.name if piece.after else "" for name, piece in changed.items()}
    pieces: dict[str, PieceState] = {}
    placed: dict[str, Side] = {}
    for name, piece in state.pieces.items():
        this = changed.get(name)
        if this is None or this.after is not None:
            parent = names.get(piece.parent, piece.parent)
            leaves = change_leaves(piece.leaves, this.fields if this else ())
            pieces[names.get(name, name)] = replace(piece, parent=parent, leaves=leaves)
        if this and this.after and {Sort.MOVED, Sort.REORDERED} & {*this.sorts}:
            placed[this.after.name] = this.after
    for new in change.pieces:
        if new.after and not new.before:
            placed[new.after.name] = new.after
            pieces[new.after.name] = PieceState(
                noun=new.noun,
                parent=new.after.parent,
                field=new.after.field,
                place=new.after.place,
                leaves=dict(list_leaves(new.after.value)),
            )
    return replace(
        state,
        path=change.after.path if change.after else state.path,
        leaves=change_leaves(state.leaves, change.fields),
        pieces=place_pieces(pieces, placed),
    )


def change_leaves(leaves: Leaves, fields: Iterable[FieldChange]) -> Leaves:
    """Return values with the changes of some."""
    changed = {**leaves, **{field.key: field.after for field in fields}}
    return {key: value for key, value in changed.items() if value is not None}


def place_pieces(
    pieces: Mapping[str, PieceState], placed: Mapping[str, Side]
) -> dict[str, PieceState]:
    """Return pieces with their places, where some have new ones and the others make room."""
    lists: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, piece in sorted(pieces.items(), key=lambda item: item[1].place):
        if name not in placed:
            lists[piece.parent, piece.field].append(name)
    for name, side in sorted(placed.items(), key=lambda item: item[1].place):
        lists[side.parent, side.field].insert(side.place, name)
    return {
        name: replace(pieces[name], parent=parent, field=field, place=place)
        for (parent, field), names in lists.items()
        for place, name in enumerate(names)
    }
