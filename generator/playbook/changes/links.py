"""References between artifacts that are there in one state only."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from playbook.changes.change import ReferenceChange
from playbook.changes.outline import Outline, get_title
from playbook.library.entry import Entry
from playbook.text.inline import Referring

Reference = tuple[str, str, str]
"""The piece that refers, its field, and what it refers to in another artifact."""


def list_references(outline: Outline, former: Collection[str] = ()) -> dict[Reference, None]:
    """Return what an artifact refers to in others, each once.

    `former` are ids that its pieces had.
    """
    references: dict[Reference, None] = {}
    leaves_by_piece = {
        "": outline.leaves,
        **{piece.name: piece.leaves for piece in outline.pieces.values()},
    }
    for name, leaves in leaves_by_piece.items():
        for key, value in leaves.items():
            for target in list_targets(value):
                if not is_within(target, outline) and target not in former:
                    references[name, key, target] = None
    return references


def list_targets(value: Any) -> Iterator[str]:
    """Yield what the texts and references in a value lead to."""
    if isinstance(value, Referring):
        yield from map(str, value.references())
    elif isinstance(value, list | Mapping):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from list_targets(inner)


def is_within(target: str, outline: Outline) -> bool:
    """Whether a reference stays in the artifact."""
    name, _, part = target.partition("#")
    return name in {"", outline.entry.id} or (not part and name in outline.pieces)


def compare_references(
    before: Collection[Reference], after: Collection[Reference]
) -> Iterator[tuple[bool, Reference]]:
    """Yield what is gained and lost, in the order of the newer state; lost ones come last."""
    yield from ((True, reference) for reference in after if reference not in before)
    yield from ((False, reference) for reference in before if reference not in after)


def make_reference_change(
    reference: Reference, entries: Mapping[str, Entry], *, is_gained: bool
) -> ReferenceChange:
    """Return the change of a reference; `entries` are those of the state that has it."""
    piece, key, target = reference
    return ReferenceChange(
        is_gained=is_gained,
        target=target,
        title=find_title(target, entries),
        piece=piece,
        key=key,
    )


def find_title(target: str, entries: Mapping[str, Entry]) -> str:
    """Return what a target is called; its id where it isn't among these artifacts."""
    name, _, part = target.partition("#")
    entry = entries.get(name)
    titled = entry and (entry.parts.get(part) if part else entry.artifact)
    return (titled and get_title(titled)) or target
