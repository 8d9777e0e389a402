"""The draft of a map from an outline: its moments in their order, and nothing lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from playbook.exchange.branches import has_loop
from playbook.exchange.draft import Draft, Taken
from playbook.exchange.outline import Edge, Fact, Finding, Item, Note, Outline
from playbook.exchange.yaml_lines import (
    PLACEHOLDER,
    PLACEHOLDER_TAG,
    is_value,
    list_leftovers,
    name_uniquely,
    write_comments,
    write_title,
    write_value,
)
from playbook.source.emit import emit_list, emit_text, emit_value
from playbook.text.english import counted
from playbook.text.slug import make_slug

MOST_NODES = 300
MIDDLE = 3
"""The score of a journey that is neither a low nor a high."""
GRAPHS = {"flowchart", "canvas", "journey", "blueprint"}
"""The forms whose edges are ways from one moment to the next; in all others they are groups."""
GIVES_UP = re.compile(r"\b(?:gives? up|abandons?|quits?|drops? out|leaves?)\b", re.IGNORECASE)
GOES_WRONG = re.compile(r"\b(?:errors?|fails?|failed|wrong|broken)\b", re.IGNORECASE)
FIELDS = {
    "doing": ("doing", "customer", "action", "actions", "user action"),
    "thinking": ("thinking", "thoughts", "thought", "says"),
    "feeling": ("feeling", "feelings", "emotion", "emotions"),
}


def draft_map(outline: Outline, name: str) -> Draft:
    """Return the draft of a map."""
    is_graph = outline.form in GRAPHS or has_loop(outline)
    story = outline if is_graph else flatten_groups(outline)
    if not story.items:
        answer = Finding(outline.line or 1, "there is nothing in it to import", is_question=True)
        return Draft(name, "", findings=(answer,))
    if len(story.items) > MOST_NODES:
        answer = Finding(
            outline.line or 1,
            f"it has {counted(len(story.items), 'moment')}, and one map takes {MOST_NODES} at "
            "most: import a part at a time",
            is_question=True,
        )
        return Draft(name, "", findings=(answer,))
    return MapDraft(story, name).write()


def flatten_groups(outline: Outline) -> Outline:
    """Return an outline of its lowest items, one after the other.

    What stands above an item is a section of the story.
    """
    parents = {edge.head: edge.tail for edge in reversed(outline.edges)}
    leaves: list[Item] = []
    waiting: list[Note] = []
    for item in outline.items:
        if outline.heads.get(item.key):
            waiting += [Note(item.words, item.line), *list_leftovers(item)]
            continue
        above = outline.by_key.get(parents.get(item.key, ""))
        facts = (Fact("section", above.words, above.line),) if above else ()
        own = tuple(note for note in waiting if not above or note != Note(above.words, above.line))
        leaves.append(replace(item, facts=(*facts, *item.facts), notes=(*own, *item.notes)))
        waiting = []
    pairs = pairwise(leaves)
    edges = tuple(Edge(one.key, other.key, other.line) for one, other in pairs)
    notes = (*outline.notes, *waiting)
    return replace(outline, items=tuple(leaves), edges=edges, notes=notes)


@dataclass(frozen=True)
class MapDraft:
    """A map on its way to being written."""

    outline: Outline
    name: str

    def write(self) -> Draft:
        """Return the whole draft."""
        title = self.outline.title or self.name
        text = "".join(f"{line}\n" for line in (*self._write_head(title), *self._write_nodes()))
        taken = tuple(Taken(item.line, "node", item.words) for item in self.outline.items)
        return Draft(title, text, taken)

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id of each node by its key."""
        taken: set[str] = set()
        return {
            item.key: name_uniquely(make_slug(item.words), taken) for item in self.outline.items
        }

    @cached_property
    def places(self) -> dict[str, int]:
        """How far down each node stands."""
        return {item.key: number for number, item in enumerate(self.outline.items)}

    def _write_head(self, title: str) -> Iterator[str]:
        yield "kind: experience-map"
        yield f"title: {write_value(title if is_value(title) else self.name)}"
        if not is_value(title):
            yield from write_comments([Note(title, self.outline.line)])
        yield f"tags: [{PLACEHOLDER_TAG}]    # until nothing says '{PLACEHOLDER}'"
        yield f"summary: {emit_value(f'{PLACEHOLDER}: one sentence on what a reader gets from it')}"
        yield f"scope: {emit_value(f'{PLACEHOLDER}: from where the story starts to where it ends')}"
        yield f"drawn_by: {emit_value(f'{PLACEHOLDER}: the role of who drew it')}"
        facts = [Note(f"{fact.key}: {fact.value}", fact.line) for fact in self.outline.facts]
        yield from write_comments([*facts, *self.outline.notes])

    def _write_nodes(self) -> Iterator[str]:
        yield "nodes:"
        section = ""
        for item in self.outline.items:
            own = item.find_fact("section", "group")
            if own and own.value != section:
                section = own.value
                yield from write_comments([Note(f"{own.key} {section}", own.line)], "  ")
            yield f"  - id: {emit_text(self.ids[item.key])}"
            yield from write_title(item, "    ")
            used: list[Note | Fact | str] = [own] if own else []
            used += [fact for fact in item.facts if own and fact == own]
            yield from self._write_fields(item, used)
            yield from write_comments(list_leftovers(item, used), "    ")
            yield from self._write_ways(item)

    def _write_fields(self, item: Item, used: list[Note | Fact | str]) -> Iterator[str]:
        for key, names in FIELDS.items():
            fact = item.find_fact(*names)
            if fact and is_value(fact.value):
                yield f"    {key}: {write_value(fact.value)}"
                used.append(fact)
        score, mood = item.find_fact("score"), item.find_fact("mood")
        if score:
            yield f"    mood: {int(score.value) - MIDDLE}"
            used.append(score)
        elif mood and re.fullmatch(r"-?[0-2]", mood.value, re.ASCII):
            yield f"    mood: {int(mood.value)}"
            used.append(mood)
        evidence = item.find_fact("evidence")
        if evidence and is_value(evidence.value):
            yield f"    evidence: {write_value(evidence.value)}"
            used.append(evidence)

    def _write_ways(self, item: Item) -> Iterator[str]:
        ways: list[str] = []
        reached: set[str] = set()
        for edge in self.outline.heads.get(item.key, []):
            if edge.head in reached:
                again = Note(f"once more to {self.ids[edge.head]}: {edge.words}", edge.line)
                yield from write_comments([again], "    ")
                continue
            reached.add(edge.head)
            ways.append(self._write_way(edge))
            if edge.words and not is_value(edge.words):
                yield from write_comments([Note(edge.words, edge.line)], "    ")
        yield from emit_list("next", ways, "    ")

    def _write_way(self, edge: Edge) -> str:
        """Return a way: back to an earlier moment is a loop, and words say what goes wrong."""
        words = f"{edge.words} {self.outline.by_key[edge.head].words}"
        sort = "step"
        if self.places[edge.head] <= self.places[edge.tail]:
            sort = "loop"
        elif GIVES_UP.search(words):
            sort = "abandon"
        elif GOES_WRONG.search(edge.words):
            sort = "error"
        because = ""
        if is_value(edge.words):
            because = f", because: {write_value(edge.words, in_braces=True)}"
        kind = "" if sort == "step" else f", as: {sort}"
        to = emit_text(self.ids[edge.head])
        return f"{{to: {to}{kind}{because}}}" if kind or because else to
