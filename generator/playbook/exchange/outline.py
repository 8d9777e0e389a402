"""What a foreign file says: items in its order, what leads from one to another, and its notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Note:
    """Words and the line of their file; a note of an item has no other place in it."""

    words: str
    line: int = 0


@dataclass(frozen=True)
class Fact:
    """A `key: value` of an item, such as a column of a table."""

    key: str
    value: str
    line: int = 0


@dataclass(frozen=True)
class Item:
    """One line of a list, one shape of a diagram, one row of a table, one card of a canvas."""

    key: str
    """Unique in its outline: the name that the file gives it, or one that the reader made."""
    words: str
    line: int = 0
    name: str = ""
    """The id that the file gives it, such as `A1`; nothing where it gives none."""
    sort: str = ""
    """What the file calls it, such as `Opportunity`, or its shape, such as `hexagon`."""
    status: str = ""
    facts: tuple[Fact, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[str, ...] = ()

    def find_fact(self, *keys: str) -> "Fact | None":
        """Return the first fact that goes by one of these names."""
        return next((fact for fact in self.facts if fact.key.casefold() in keys), None)


@dataclass(frozen=True)
class Edge:
    """That one item stands below another, or follows it; by their keys."""

    tail: str
    head: str
    line: int = 0
    words: str = ""
    sort: str = ""
    """How it leads there, such as `loop`; nothing where nobody says."""
    is_way: bool = False
    """Whether the head follows the tail, and doesn't stand below it."""


@dataclass(frozen=True)
class Outline:
    """One tree, map or list of a file; its items and edges are in the file's order."""

    items: tuple[Item, ...]
    edges: tuple[Edge, ...] = ()
    title: str = ""
    form: str = ""
    """What it was written as, such as `flowchart` or `journey`."""
    line: int = 0
    facts: tuple[Fact, ...] = ()
    notes: tuple[Note, ...] = ()

    @cached_property
    def by_key(self) -> dict[str, Item]:
        """The items by their keys."""
        return {item.key: item for item in self.items}

    @cached_property
    def tails(self) -> dict[str, list[Edge]]:
        """The edges that lead to an item, by its key: more than one where it has many parents."""
        return self._group("head")

    @cached_property
    def heads(self) -> dict[str, list[Edge]]:
        """The edges that leave an item, by its key."""
        return self._group("tail")

    def count_facts(self) -> int:
        """Return how many facts it and its items have."""
        return len(self.facts) + sum(len(item.facts) for item in self.items)

    def find_roots(self) -> Iterator[Item]:
        """Yield the items that nothing leads to."""
        return (item for item in self.items if not self.tails.get(item.key))

    def _group(self, end: str) -> dict[str, list[Edge]]:
        edges: dict[str, list[Edge]] = {}
        for edge in self.edges:
            edges.setdefault(getattr(edge, end), []).append(edge)
        return edges


@dataclass(frozen=True)
class Finding:
    """What a reader noticed at a line: what it did, or what someone has to decide first."""

    line: int
    message: str
    is_question: bool = False
    """Whether nothing can be written until someone has answered it in the file."""


@dataclass(frozen=True)
class Reading:
    """All that was read of a file."""

    outlines: tuple[Outline, ...] = ()
    findings: tuple[Finding, ...] = ()
