"""A page of an artifact beside its own, such as a walk through a tree or the plan of a session."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from playbook.library.entry import Entry
from playbook.library.library import Library

if TYPE_CHECKING:
    from playbook.drawing.drawing import Drawing


@dataclass(frozen=True, kw_only=True)
class SubPage:
    """A page to be.

    Its path from the root, its template (of the kind, or a shared one) and what that shows.
    """

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


def make_subpages(entry: Entry, library: Library) -> Iterator[SubPage]:
    """Yield the pages that an artifact has beside its own."""
    if entry.kind.has_subpages:
        yield from entry.kind.load_module("subpages").make_subpages(entry, library)
