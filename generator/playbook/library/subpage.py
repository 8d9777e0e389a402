"""A page of an artifact beside its own, such as a walk through a tree or the plan of a session."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
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
    fill: Callable[[], Mapping[str, Any]] = dict
    """Works out what its template shows."""

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """What its template shows."""
        return self.fill()

    @cached_property
    def drawings(self) -> tuple["Drawing", ...]:
        """Its pictures."""
        return self.draw()


def make_subpages(entry: Entry, library: Library) -> Iterator[SubPage]:
    """Yield the pages that an artifact has beside its own."""
    if entry.kind.has_subpages:
        yield from entry.kind.load_module("subpages").make_subpages(entry, library)
