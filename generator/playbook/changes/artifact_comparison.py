"""An artifact in two states -> what changed in it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from playbook.changes.change import ArtifactChange, FieldChange, PieceChange, ReferenceChange, Sort
from playbook.changes.following import Renames
from playbook.changes.links import (
    Reference,
    compare_references,
    list_references,
    make_reference_change,
)
from playbook.changes.merging import Merging
from playbook.changes.order import find_reordered
from playbook.changes.outline import Outline, Piece, make_artifact_side, make_side
from playbook.changes.sequence import list_in_order
from playbook.library.entry import Entry

Entries = Mapping[str, Entry]
Said = Mapping[str, Mapping[str, Any]]
Change = TypeVar("Change", ArtifactChange, PieceChange)


def describe_added(outline: Outline, entries: Entries) -> ArtifactChange:
    """Return the change that an artifact is new, with all it says."""
    return ArtifactChange(
        kind=outline.entry.kind.name,
        sorts=(Sort.ADDED,),
        before=None,
        after=make_artifact_side(outline.entry),
        fields=compare_leaves({}, outline.leaves, outline.leaves),
        pieces=tuple(describe_new(piece, outline) for piece in outline.pieces.values()),
        references=tuple(
            make_reference_change(reference, entries, is_gained=True)
            for reference in list_references(outline)
        ),
    )


def describe_removed(outline: Outline, entries: Entries) -> ArtifactChange:
    """Return the change that an artifact is gone, with all it said."""
    return ArtifactChange(
        kind=outline.entry.kind.name,
        sorts=(Sort.REMOVED,),
        before=make_artifact_side(outline.entry),
        after=None,
        fields=compare_leaves(outline.leaves, {}, {}),
        pieces=tuple(describe_gone(piece, outline) for piece in outline.pieces.values()),
        references=tuple(
            make_reference_change(reference, entries, is_gained=False)
            for reference in list_references(outline)
        ),
    )


def compare_artifact(
    outlines: tuple[Outline, Outline],
    matches: Mapping[str, str],
    renames: tuple[Renames, Renames],
    entries: tuple[Entries, Entries],
) -> ArtifactChange | None:
    """Return what changed in an artifact; None where it says the same.

    `matches` has the names of its pieces in the newer state by those in the older one, `renames`
    all that has another id, and of this what has an id that is free now.
    """
    before, after = outlines
    compared = list_said(before, renames[0]), list_said(after, renames[1])
    fields = compare_leaves(compared[0][""], compared[1][""], after.leaves)
    pieces = mark_takeovers(compare_pieces(outlines, matches, compared), outlines, matches)
    references = tuple(list_reference_changes(outlines, matches, renames, entries))
    sides = make_artifact_side(before.entry), make_artifact_side(after.entry)
    sorts = [
        (Sort.RENAMED, sides[0].name != sides[1].name),
        (Sort.MOVED, get_folder(sides[0].path) != get_folder(sides[1].path)),
        (Sort.CHANGED, bool(fields)),
    ]
    if not (any(applies for _, applies in sorts) or pieces or references):
        return None
    return ArtifactChange(
        kind=after.entry.kind.name,
        sorts=tuple(sort for sort, applies in sorts if applies),
        before=sides[0],
        after=sides[1],
        fields=fields,
        pieces=pieces,
        references=references,
    )


def get_folder(path: str) -> str:
    """Return the folder of a path with slashes."""
    return path.rpartition("/")[0]


def list_said(outline: Outline, renames: Renames) -> dict[str, Mapping[str, Any]]:
    """Return what an artifact and its pieces say, by their names, with the ids of today."""
    leaves = {"": outline.leaves, **{name: piece.leaves for name, piece in outline.pieces.items()}}
    if not renames:
        return leaves
    home = outline.entry.id
    return {name: renames.settle(own, home, outline.pieces) for name, own in leaves.items()}


def compare_leaves(
    before: Mapping[str, Any], after: Mapping[str, Any], written: Mapping[str, Any]
) -> tuple[FieldChange, ...]:
    """Return the fields that differ, in the order of the newer state; those gone come last.

    `written` is how `after` is written, where references in it stayed behind.
    """
    return tuple(
        FieldChange(key=key, before=before.get(key), after=written.get(key))
        for key in {**after, **before}
        if key not in before or key not in after or before[key] != after[key]
    )


def compare_pieces(
    outlines: tuple[Outline, Outline],
    matches: Mapping[str, str],
    compared: tuple[Said, Said],
) -> Iterator[PieceChange]:
    """Yield the pieces that changed."""
    before, after = outlines
    earlier = {other: name for name, other in matches.items()}
    reordered = find_reordered_pieces(before, after, matches)
    for is_later, name in list_in_order([*before.pieces], [*after.pieces], matches):
        if not is_later:
            yield describe_gone(before.pieces[name], before)
        elif name not in earlier:
            yield describe_new(after.pieces[name], after)
        else:
            one, other = before.pieces[earlier[name]], after.pieces[name]
            fields = compare_leaves(compared[0][one.name], compared[1][name], other.leaves)
            sorts = [
                (Sort.RENAMED, one.name != other.name),
                (Sort.MOVED, get_home(one, matches) != other.home),
                (Sort.REORDERED, name in reordered),
                (Sort.CHANGED, bool(fields)),
            ]
            if any(applies for _, applies in sorts):
                yield PieceChange(
                    sorts=tuple(sort for sort, applies in sorts if applies),
                    noun=other.noun,
                    before=make_side(one, before.entry),
                    after=make_side(other, after.entry),
                    fields=fields,
                )


def mark_takeovers(
    changes: Iterator[PieceChange], outlines: tuple[Outline, Outline], matches: Mapping[str, str]
) -> tuple[PieceChange, ...]:
    """Return the changes of pieces, where those that were merged or split say so."""
    before, after = outlines
    merged = Merging(before, after, matches).find()
    split = Merging(after, before, {later: name for name, later in matches.items()}).find()
    return tuple(mark_takeover(change, merged, split) for change in changes)


def mark_takeover(
    change: Change, merged: Mapping[str, tuple[str, ...]], split: Mapping[str, tuple[str, ...]]
) -> Change:
    """Return a change that says which ones something was made from, or which were made from it."""
    if change.after and (others := merged.get(change.after.name)):
        return replace(change, sorts=(*change.sorts, Sort.MERGED), others=others)
    if change.before and (others := split.get(change.before.name)):
        return replace(change, sorts=(*change.sorts, Sort.SPLIT), others=others)
    return change


def describe_new(piece: Piece, outline: Outline) -> PieceChange:
    """Return the change that a piece is new."""
    return PieceChange(
        sorts=(Sort.ADDED,),
        noun=piece.noun,
        before=None,
        after=make_side(piece, outline.entry),
    )


def describe_gone(piece: Piece, outline: Outline) -> PieceChange:
    """Return the change that a piece is gone."""
    return PieceChange(
        sorts=(Sort.REMOVED,),
        noun=piece.noun,
        before=make_side(piece, outline.entry),
        after=None,
    )


def get_home(piece: Piece, matches: Mapping[str, str]) -> tuple[str | None, str]:
    """Return the list that a piece stood in, by the name that its parent has now, if it is left."""
    return (matches.get(piece.parent) if piece.parent else "", piece.field)


def find_reordered_pieces(before: Outline, after: Outline, matches: Mapping[str, str]) -> set[str]:
    """Return the names of the pieces that stand elsewhere among those that they stood among."""
    earlier = {other: before.pieces[name] for name, other in matches.items()}
    stayed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, piece in after.pieces.items():
        if name in earlier and get_home(earlier[name], matches) == piece.home:
            stayed[piece.home].append(name)
    return {
        names[index]
        for names in stayed.values()
        for index in find_reordered([earlier[name].place for name in names])
    }


def list_reference_changes(
    outlines: tuple[Outline, Outline],
    matches: Mapping[str, str],
    renames: tuple[Renames, Renames],
    entries: tuple[Entries, Entries],
) -> Iterator[ReferenceChange]:
    """Yield the references to other artifacts that are gained and lost."""

    def list_by_target(state: int) -> dict[Reference, Reference]:
        names = {} if state else matches
        own = renames[state].pieces.get(outlines[state].entry.id, ())
        return {
            (names.get(piece, piece), key, renames[state].follow_target(target)): (
                piece,
                key,
                target,
            )
            for piece, key, target in list_references(outlines[state], own)
        }

    earlier, later = list_by_target(0), list_by_target(1)
    for is_gained, reference in compare_references(earlier, later):
        own = (earlier, later)[is_gained][reference]
        yield make_reference_change(own, entries[is_gained], is_gained=is_gained)
