"""The states of an artifact over time, as plain values that a cache can keep."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from playbook.changes.change import ArtifactChange
from playbook.drawing.drawing import Drawing
from playbook.library.event import Event


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A day on which an artifact was another than before, as it was at the end of that day."""

    day: date
    """In UTC."""
    title: str
    change: ArtifactChange | None = None
    """What is other than at the moment before; None for the first."""
    drawing: Drawing | None = None
    """Its picture; None for a kind without any."""
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """How many of what there were, as `Kind.count_parts` has it."""
    events: tuple[Event, ...] = ()
    """What happened since the moment before, by the dates in the YAML of today."""


@dataclass(frozen=True, kw_only=True)
class History:
    """How one artifact grew, the earliest moment first."""

    moments: tuple[Moment, ...] = ()
    unread: int = 0
    """How many older versions could not be read as what the kind is today."""
    is_shallow: bool = False
    """Whether git holds no more than the last commits, so that there may have been earlier ones."""
    is_dated: bool = False
    """Whether no earlier state is known, so that it tells only what the YAML has a date for."""

    @cached_property
    def names(self) -> dict[str, str]:
        """The ids that pieces had before, each with the one it has in the last moment."""
        names: dict[str, str] = {}
        for moment in self.moments:
            for piece in moment.change.pieces if moment.change else ():
                if piece.before and piece.after and piece.before.name != piece.after.name:
                    old, new = piece.before.name, piece.after.name
                    names = {key: new if value == old else value for key, value in names.items()}
                    names[old] = new
        return names

    def __bool__(self) -> bool:
        return len(self.moments) > 1
