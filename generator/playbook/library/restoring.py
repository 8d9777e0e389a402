"""An outline that we wrote -> the YAML of its artifact, each fact in the field of its name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from playbook.exchange.draft import Draft, Taken
from playbook.exchange.outline import Edge, Fact, Item, Note, Outline
from playbook.exchange.yaml_lines import PLACEHOLDER, PLACEHOLDER_TAG, UNWRITABLE, write_comments
from playbook.library.kind import Kind
from playbook.model.part import Anchored, Part, strip_references
from playbook.model.traverse import list_fields
from playbook.source.composer import Composer
from playbook.source.emit import emit_text, emit_value
from playbook.text.escape_inline import escape_inline
from playbook.text.inline import Text
from playbook.text.slug import make_slug

BARE = re.compile(r"-?\d{1,9}|\d{4}-\d\d-\d\d", re.ASCII)
"""A number or a day, which needs no quotes."""
SWITCHES = {"yes": "true", "no": "false"}
MISSING = {
    "summary": "one sentence on what a reader gets from it",
    "type": "product",
    "drawn_by": "the role of who drew it",
    "scope": "from where the story starts to where it ends",
}
Value = str | dict[str, Any] | list[Any]
"""A value of YAML: one that is written already, the fields of a piece, or a list of them."""


def restore_draft(kind: Kind, outline: Outline, name: str) -> Draft | None:
    """Return the draft of an artifact of ours; None where its fields don't hold what it says."""
    restorer = Restorer(kind, outline)
    try:
        text = restorer.write()
        node = Composer().compose(text)
        kind.model.model_validate(node.data if node else None)
    except (ValidationError, LookupError, ValueError):
        return None
    taken = tuple(Taken(item.line, item.sort, item.words) for item in outline.items)
    return Draft(name, text, taken)


@dataclass
class Restorer:
    """Collects the fields of an artifact from its outline."""

    kind: Kind
    outline: Outline
    children: dict[str, list[Item]] = field(default_factory=dict)
    ways: dict[str, list[Edge]] = field(default_factory=dict)
    rest: list[Note] = field(default_factory=list)

    def write(self) -> str:
        """Return the YAML."""
        for edge in self.outline.edges:
            if edge.is_way:
                self.ways.setdefault(edge.tail, []).append(edge)
            else:
                self.children.setdefault(edge.tail, []).append(self.outline.by_key[edge.head])
                self.rest += [Note(edge.words, edge.line)] if edge.words else []
        below = {edge.head for edge in self.outline.edges if not edge.is_way}
        tops = [item for item in self.outline.items if item.key not in below]
        model, top = self.kind.model, self.kind.top_field
        values: dict[str, Value] = {"kind": self.kind.name}
        title = Item("", self.outline.title, facts=self.outline.facts)
        if top:
            (root,) = tops  # more than one is no outline that we wrote
            inner = dict(model.model_fields)[top].annotation
            values |= self.fill(model, title, self.children.get(root.key, []))
            values[top] = self.fill(find_part(inner) or Part, root, [])
        else:
            values |= self.fill(model, title, tops)
        if PLACEHOLDER in str(values) and not {"drawn_by", "merges"} & values.keys():
            values["drawn_by"] = write_missing("drawn_by")  # a map is one's own, or made of others
        ordered = {key: values[key] for _, key in list_fields(model)[::-1] if key in values}
        if "tags" not in ordered and PLACEHOLDER in str(ordered):
            ordered = {"kind": ordered.pop("kind"), "tags": [PLACEHOLDER_TAG], **ordered}
        notes = [*self.outline.notes, *self.rest]
        return "".join(f"{line}\n" for line in (*write_fields(ordered), *write_comments(notes)))

    def fill(  # noqa: C901 - one branch for each way in which a field is said
        self, model: type[BaseModel], item: Item, children: list[Item]
    ) -> dict[str, Value]:
        """Return the fields of a piece that an item stands for."""
        facts: dict[str, list[Fact]] = {}
        for fact in item.facts:
            facts.setdefault(fact.key.partition(".")[0], []).append(fact)
        words = "title" if "title" in model.model_fields else getattr(model, "short_for", "")
        values: dict[str, Value] = {}
        placed: set[str] = set()
        for name, key in list_fields(model)[::-1]:
            info = model.model_fields[name]
            part = find_part(info.annotation)
            own = [child for child in children if part and is_sort(part, child.sort)]
            if key == words:
                values[key] = write_text(item.words)
            elif key == "status" and item.status:
                values[key] = emit_text(item.status)
            elif part and own:
                values[key] = [
                    self.fill(part, child, self.children.get(child.key, [])) for child in own
                ]
                placed |= {child.key for child in own}
            elif key == "next" and item.key in self.ways:
                values[key] = [write_way(way) for way in self.ways[item.key]]
            elif key in facts:
                values[key] = fill_field(info.annotation, part, key, facts.pop(key))
            elif info.is_required() and key in MISSING:
                values[key] = write_missing(key)
        has_ways = item.key in self.ways and "next" not in values
        if {child.key for child in children} - placed or has_ways:
            raise LookupError(item.words)
        self.rest += item.notes
        if item.status and "status" not in values:
            self.rest.append(Note(f"status: {item.status}", item.line))
        self.rest += [
            Note(f"{fact.key}: {fact.value}", fact.line) for left in facts.values() for fact in left
        ]
        if issubclass(model, Anchored):
            return write_id(item, values)
        return values


def write_missing(key: str) -> str:
    """Return what stands in a field that the form doesn't hold and that has to say something."""
    return MISSING[key] if key == "type" else emit_value(f"{PLACEHOLDER}: {MISSING[key]}")


def write_id(item: Item, values: dict[str, Value]) -> dict[str, Value]:
    """Return the fields of a piece, with its id first where its title doesn't make it."""
    title = escape_inline(item.words)
    is_plain = item.name in {"", make_slug(strip_references(title))}
    return values if is_plain else {"id": emit_text(item.name), **values}


def find_part(annotation: Any) -> type[Part] | None:
    """Return the piece that a field holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next(filter(None, map(find_part, get_args(annotation))), None)


def holds_text(annotation: Any) -> bool:
    """Whether a field holds inline Markdown."""
    return annotation is Text or any(map(holds_text, get_args(annotation)))


def holds_list(annotation: Any) -> bool:
    """Whether a field holds several values."""
    return getattr(annotation, "__origin__", None) is tuple or any(
        map(holds_list, get_args(annotation))
    )


def is_sort(part: type[Part], sort: str) -> bool:
    """Whether an outline calls such a piece so."""
    return issubclass(part, Anchored) and part.word == sort


def fill_field(annotation: Any, part: type[Part] | None, key: str, facts: list[Fact]) -> Value:
    """Return the value of a field: a text, a list, or a piece without an id of its own."""
    if part is None:
        write = write_text if holds_text(annotation) else write_word
        written = [write(fact.value) for fact in facts]
        return [*written] if holds_list(annotation) else take_one(written)
    numbered: dict[str, list[Fact]] = {}
    for fact in facts:
        rest = fact.key.removeprefix(key).removeprefix(".")
        number, _, inner = rest.partition(".") if rest[:1].isdigit() else ("", "", rest)
        numbered.setdefault(number or ("" if rest else f"s{fact.value}"), []).append(
            Fact(inner, fact.value, fact.line)
        )
    pieces: list[Any] = []
    for own in numbered.values():
        if own == [Fact("", own[0].value, own[0].line)]:
            pieces.append(write_text(own[0].value))
            continue
        pieces.append(fill_piece(part, own))
    return pieces if holds_list(annotation) else take_one(pieces)


def take_one(values: list[Any]) -> Any:
    """Return the only value of a field that holds one; LookupError where there are more."""
    if len(values) != 1:
        raise LookupError(values)
    return values[0]


def fill_piece(part: type[Part], facts: list[Fact]) -> dict[str, Value]:
    """Return the fields of a piece that has no id of its own, such as a decision."""
    values: dict[str, Value] = {}
    for name, key in list_fields(part)[::-1]:
        own = [fact for fact in facts if fact.key.partition(".")[0] == key]
        if own:
            annotation = part.model_fields[name].annotation
            values[key] = fill_field(annotation, find_part(annotation), key, own)
    if {fact.key.partition(".")[0] for fact in facts} - values.keys():
        raise LookupError(part)
    return values


def write_way(way: Edge) -> str:
    """Return a way: its node alone, where nothing else is said of it."""
    sort = f", as: {way.sort}" if way.sort not in {"", "step"} else ""
    because = f", because: {write_text(way.words, in_braces=True)}" if way.words else ""
    to = write_word(way.head)
    return f"{{to: {to}{sort}{because}}}" if sort or because else to


def write_text(words: str, *, in_braces: bool = False) -> str:
    """Return plain words as inline Markdown that shows them, on a line of YAML."""
    text = emit_text(escape_inline(words), in_braces=in_braces)
    return UNWRITABLE.sub(lambda sign: f"\\U{ord(sign[0]):08x}", text)


def write_word(words: str) -> str:
    """Return a number, a day, an id or a choice on a line of YAML."""
    if BARE.fullmatch(words) or words in SWITCHES:
        return SWITCHES.get(words, words)
    return UNWRITABLE.sub(lambda sign: f"\\U{ord(sign[0]):08x}", emit_text(words))


def write_fields(values: dict[str, Value], indent: str = "") -> Iterator[str]:
    """Yield the lines of the fields of a piece."""
    for key, value in values.items():
        if isinstance(value, str):
            yield f"{indent}{key}: {value}"
            continue
        yield f"{indent}{key}:"
        if isinstance(value, dict):
            yield from write_fields(value, f"{indent}  ")
            continue
        for entry in value:
            if isinstance(entry, str):
                yield f"{indent}  - {entry}"
                continue
            first, *others = write_fields(entry, f"{indent}    ")
            yield f"{indent}  - {first.lstrip()}"
            yield from others
