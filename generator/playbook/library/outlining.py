"""An artifact -> an outline of it, as tools that keep trees and maps in other forms have them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from playbook.exchange.outline import Edge, Fact, Item, Outline
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.plain_text import PlainWriter
from playbook.model.part import Anchored, Part
from playbook.model.ref import PartRef, Ref
from playbook.model.traverse import find_pieces, list_fields
from playbook.text.inline import Text
from playbook.text.slug import make_slug

OWN = {"id", "title", "status"}
"""What an item says by itself, and not as a fact."""


def outline_entry(entry: Entry, library: Library, site_url: str = "") -> Outline:
    """Return all that an artifact says: its pieces as items, everything else as facts."""
    return Outliner(PlainWriter(site_url, library.resolve, entry)).outline(entry)


@dataclass
class Outliner:
    """Collects the items and edges of one artifact, in the order of its fields."""

    writer: PlainWriter
    items: list[Item] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)

    def outline(self, entry: Entry) -> Outline:
        """Return the outline of an artifact."""
        artifact, top = entry.artifact, entry.kind.top_field
        root = ""
        if top:
            root = self.add(getattr(artifact, top), top, "")
        facts = tuple(self.list_facts(artifact, skip={top, *OWN}, below=root))
        return Outline(
            items=tuple(self.items),
            edges=tuple(self.edges),
            title=self.write(artifact.title),
            form="map" if any(edge.is_way for edge in self.edges) else "tree",
            facts=facts,
        )

    def add(self, part: Part, sort: str, parent: str) -> str:
        """Add a piece, what is in it, and the line from its parent; return its key."""
        place, key = len(self.items), name_key(part, len(self.items))
        title = getattr(part, "title", None) or part.__dict__.get(part.short_for, "")
        if parent:
            self.edges.append(Edge(parent, key))
        self.items.append(Item(key, self.write(title)))
        name = str(part.id) if isinstance(part, Anchored) else ""
        facts = tuple(self.list_facts(part, skip=OWN, below=key))
        self.items[place] = Item(
            key,
            self.write(title),
            name="" if name == make_slug(self.items[place].words) else name,
            sort=part.word if isinstance(part, Anchored) else sort,
            status=str(getattr(part, "status", None) or ""),
            facts=facts,
        )
        return key

    def list_facts(
        self, part: Part, skip: set[str], below: str, prefix: str = ""
    ) -> Iterator[Fact]:
        """Yield what a piece says in its fields; add the pieces in it."""
        for name, key in reversed(list_fields(type(part))):
            value = part.__dict__[name]
            if key in skip or value == type(part).model_fields[name].get_default():
                continue
            if not isinstance(value, tuple):
                yield from self.list_facts_of(value, f"{prefix}{key}", below)
                continue
            listed = [list(self.list_facts_of(item, f"{prefix}{key}", below)) for item in value]
            yield from number_facts(f"{prefix}{key}", getattr(value[0], "short_for", ""), listed)

    def list_facts_of(self, value: Any, key: str, below: str) -> Iterator[Fact]:
        """Yield what one value says: a piece becomes an item, a way from node to node an edge."""
        match value:
            case Part() if below and isinstance(head := getattr(value, "to", None), PartRef):
                sort = str(getattr(value, "as_", ""))
                words = self.write(getattr(value, "because", None) or "")
                self.edges.append(Edge(below, str(head), words=words, sort=sort, is_way=True))
            case Anchored():
                self.add(value, key, below)
            case Part():
                yield from self.list_facts(value, set(), below, f"{key}.")
            case _:
                yield Fact(key, self.write(value))

    def write(self, value: Any) -> str:
        """Return a value as plain words."""
        match value:
            case Text():
                return self.writer.words(value)
            case Ref():
                return str(value)
            case date():
                return value.isoformat()
            case bool():
                return "yes" if value else "no"
            case _:
                return str(value)


def number_facts(key: str, short_for: str, listed: list[list[Fact]]) -> Iterator[Fact]:
    """Yield the facts of several values of a field: numbered where one of them is of several parts.

    A value that its short form holds is `insights: words`, else `insights.1.title: words`.
    """
    short = {key, f"{key}.{short_for}"}
    if all(len(facts) == 1 and facts[0].key in short for facts in listed if facts):
        yield from (Fact(key, fact.value) for facts in listed for fact in facts)
        return
    for number, facts in enumerate(listed, 1):
        for fact in facts:
            yield Fact(f"{key}.{number}{fact.key.removeprefix(key)}", fact.value)


def name_key(part: Part, place: int) -> str:
    """Return a key that no other item has: ids are unique in their artifact."""
    return str(part.id) if isinstance(part, Anchored) else f"{place + 1}:"


def count_emphasis(entry: Entry) -> int:
    """Return how many of an artifact's texts have bold or italic words, or code."""
    marks = {"strong_open", "em_open", "code_inline"}
    texts = (text for _, text in find_pieces(entry.artifact, Text))
    return sum(not marks.isdisjoint(token.type for token in text.tokens()) for text in texts)
