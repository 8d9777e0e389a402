"""YAML text -> nodes with their places, within bounds of depth and size."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn, TypeAlias

import yaml

from playbook.problem import Mark
from playbook.syntax import explain

MAX_DEPTH = 40
MAX_NODES = 100_000
NULLS = {"", "~", "null", "Null", "NULL"}
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Entries: TypeAlias = "dict[str, tuple[Mark, Node]]"


@dataclass(slots=True)
class Node:
    """A value and its place; `size` counts it and all below it, with aliases counted each time they are used."""

    mark: Mark
    value: "Entries | list[Node] | str | None"
    size: int = 1

    def data(self) -> Any:
        """Return plain dicts, lists, text and None."""
        match self.value:
            case dict(entries):
                return {key: node.data() for key, (_, node) in entries.items()}
            case list(items):
                return [node.data() for node in items]
            case scalar:
                return scalar


class Refused(Exception):
    """The rest of a document is not worth reading."""


@dataclass
class Composer:
    """Reads one document; what is wrong with it collects in `faults` as (place, code, message)."""

    faults: list[tuple[Mark, str, str]] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)
    open: list[Node] = field(default_factory=list)

    def compose(self, text: str) -> Node | None:
        """Return the document's node, or None when it cannot be read (then `faults` says why)."""
        for found in UNPRINTABLE.finditer(text):
            lines = text[: found.start()].split("\n")
            self._unprintable(found, Mark(len(lines), len(lines[-1]) + 1))
        events = yaml.parse(UNPRINTABLE.sub(" ", text), Loader=LOADER)
        try:
            return self._document(events)
        except yaml.MarkedYAMLError as error:
            mark, message = explain(error, text)
            self.faults.append((mark, "SRC001", message))
        except Refused:
            pass
        return None

    def _document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(
                        event, "SRC003", "a second document starts here: one file holds one artifact, so split it"
                    )
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, depth=0)
        if root is None or root.value is None:
            self.faults.append((Mark(), "SRC004", "the file is empty: start it with 'kind:' and 'title:'"))
            return None
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        mark = place(event)
        if isinstance(event, yaml.ScalarEvent):
            node = Node(mark, self._scalar(event))
        elif depth == MAX_DEPTH:
            self._refuse(event, "SRC007", f"nested more than {MAX_DEPTH} levels deep: flatten it")
        else:
            node = Node(mark, {} if isinstance(event, yaml.MappingStartEvent) else [])
        if anchor := getattr(event, "anchor", None):
            self.anchors[anchor] = node
        if not isinstance(event, yaml.ScalarEvent):
            self.open.append(node)
            self._children(node, events, depth + 1)
            self.open.pop()
        return node

    def _children(self, node: Node, events: Iterator[yaml.Event], depth: int) -> None:
        for event in events:
            if isinstance(event, yaml.CollectionEndEvent):
                return
            child = self._node(event, events, depth)
            if isinstance(node.value, list):
                node.value.append(child)
            elif isinstance(node.value, dict):
                key = child
                child = self._node(next(events), events, depth)
                self._entry(node.value, key, child)
            node.size += child.size
            if node.size > MAX_NODES:
                self._refuse(event, "SRC009", f"more than {MAX_NODES:,} values: split the file, or drop the aliases")

    def _entry(self, entries: Entries, key: Node, child: Node) -> None:
        if not isinstance(key.value, str):
            self.faults.append((key.mark, "SRC011", "a key must be a plain word: write one such as 'title'"))
        elif key.value in entries:
            first = entries[key.value][0].line
            self.faults.append(
                (key.mark, "SRC002", f"'{key.value}' is written twice (first on line {first}): keep one of them")
            )
        else:
            entries[key.value] = (key.mark, child)

    def _alias(self, event: yaml.AliasEvent) -> Node:
        anchored = self.anchors.get(str(event.anchor))
        if anchored is None:
            self._refuse(
                event, "SRC001", f"'*{event.anchor}' points at nothing: name a value '&{event.anchor}' above it"
            )
        if any(anchored is node for node in self.open):
            self._refuse(
                event, "SRC006", f"'*{event.anchor}' stands inside what it points at, a loop without end: remove it"
            )
        return anchored

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        text: str = event.value
        if not event.style and text in NULLS:
            return None
        if found := UNPRINTABLE.search(text):
            self._unprintable(found, place(event))
        return UNPRINTABLE.sub("", text)

    def _unprintable(self, found: re.Match[str], mark: Mark) -> None:
        sign = f"U+{ord(found.group()):04X}"
        self.faults.append((mark, "SRC012", f"the control character {sign} stands here: delete it"))

    def _refuse(self, event: yaml.Event, code: str, message: str) -> NoReturn:
        self.faults.append((place(event), code, message))
        raise Refused


def place(event: yaml.Event) -> Mark:
    """Return where an event starts."""
    at = event.start_mark
    return Mark(at.line + 1, at.column + 1) if at else Mark()
