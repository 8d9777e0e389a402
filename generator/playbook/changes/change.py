"""What changed between two states of the content, as plain values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from playbook.source.document import Loc
from playbook.source.problem import Mark, Problem
from playbook.system.terminal import escape_controls


class Sort(StrEnum):
    """In what way something changed; one thing may have changed in several."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    """It has another id."""
    MOVED = "moved"
    """It hangs under another parent; an artifact lies in another folder."""
    REORDERED = "reordered"
    """It stands at another place among the same siblings."""
    CHANGED = "changed"
    """A field of its own differs."""
    MERGED = "merged"
    """It was made from several, and is new or took over those that are gone.

    An artifact may itself name those that it was made from; they need not be gone.
    """
    SPLIT = "split"
    """Several were made from it, and it is gone or left with a part."""


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """A field whose value differs: values as JSON has them, None where there is none."""

    key: str
    """Its key in YAML, below its piece: `quote`, or `metric.target`."""
    before: Any
    """Its references have the ids of the newer state, so that only other differences are seen."""
    after: Any


@dataclass(frozen=True, kw_only=True)
class Side:
    """A piece as it is in one of the two states."""

    name: str
    """Its id."""
    title: str
    """Its title as plain text."""
    parent: str
    """The id of the piece that holds it; empty right below the artifact."""
    field: str
    """The key of the list that it stands in, such as `opportunities`."""
    place: int
    """Its place in that list, from 0."""
    loc: Loc
    mark: Mark
    """Where it stands in its file."""
    value: Any
    """All that it says as JSON has it, without its id and the pieces in it that have ids."""


@dataclass(frozen=True, kw_only=True)
class PieceChange:
    """A piece of an artifact that changed; a piece is what has an id of its own."""

    sorts: tuple[Sort, ...]
    noun: str
    """What readers call such a piece, such as `opportunity`."""
    before: Side | None
    after: Side | None
    fields: tuple[FieldChange, ...] = ()
    others: tuple[str, ...] = ()
    """The ids of those that it was merged from, or split into; where it is in both states, its own
    is the first."""


@dataclass(frozen=True, kw_only=True)
class ReferenceChange:
    """A link between two artifacts that is there in one of the states only."""

    is_gained: bool
    target: str
    """The id of what is referred to: `artifact`, or `artifact#piece`."""
    title: str
    """What that is called, in the state that has the link."""
    piece: str
    """The id of the piece that refers to it; empty for the artifact itself."""
    key: str
    """The field that refers to it, such as `evidence`."""


@dataclass(frozen=True, kw_only=True)
class ArtifactSide:
    """An artifact as it is in one of the two states."""

    name: str
    """Its id, which is its file's name."""
    title: str
    path: str
    """Its path from the project's folder, with slashes."""


@dataclass(frozen=True, kw_only=True)
class ArtifactChange:
    """An artifact that changed, with all in it that did, in the order of the newer state."""

    kind: str
    """The name of its kind, such as `opportunity-tree`."""
    sorts: tuple[Sort, ...]
    before: ArtifactSide | None
    after: ArtifactSide | None
    fields: tuple[FieldChange, ...] = ()
    pieces: tuple[PieceChange, ...] = ()
    references: tuple[ReferenceChange, ...] = ()
    others: tuple[str, ...] = ()
    """The ids of the artifacts that it was merged from, or split into, as of a piece."""


@dataclass(frozen=True, kw_only=True)
class Remark:
    """What a reviewer should ask about a change."""

    artifact: str
    """The id of the artifact that it is about."""
    piece: str
    """The id of the piece; empty for the artifact itself."""
    name: str
    """What sort of remark it is, such as `target-without-decision`."""
    message: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", escape_controls(" ".join(self.message.split())))


@dataclass(frozen=True, kw_only=True)
class Changes:
    """All that changed between two states."""

    artifacts: tuple[ArtifactChange, ...] = ()
    files: tuple[tuple[Sort, str], ...] = ()
    """Other files of the content (pages, pictures) and settings that changed, by their paths."""
    unread: tuple[Problem, ...] = ()
    """Why a file could not be compared, in either state."""
    new_problems: tuple[Problem, ...] = ()
    gone_problems: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.artifacts or self.files or self.unread)
