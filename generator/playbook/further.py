"""A further page of an artifact, beside the one that tells all of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playbook.drawing.drawing import Drawing


@dataclass(frozen=True, kw_only=True)
class Further:
    """A page to be: its path from the root, its template (of the kind, or a shared one) and what that shows."""

    path: str
    template: str
    title: str
    is_shared: bool = False
    draw: Callable[[], tuple["Drawing", ...]] = tuple
    """Makes its pictures, which its path alone doesn't need."""
    values: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def drawings(self) -> tuple["Drawing", ...]:
        """Its pictures."""
        return self.draw()
