"""YAML text -> nodes with places, within bounds; one loop, since every file goes through it."""

import re
from itertools import islice
from typing import Any, NoReturn

import yaml

from playbook.source.node import YamlNode, to_mark
from playbook.source.omissions import find_omissions
from playbook.source.problem import Mark, Mistake
from playbook.source.syntax_errors import explain_error, find_conflicts
from playbook.source.unprintable import (
    UNPRINTABLE,
    find_unprintable,
    replace_unprintable,
    report_unprintable,
)
from playbook.text.english import quoted

MAX_DEPTH = 40
MAX_NODES = 20_000
MOST_SHOWN = 20
MERGE = "<<"
QUOTE_IT = "put the whole text in quotes"
NULLS = {"", "~", "null", "Null", "NULL"}
SPECIAL = re.compile(r"(?:-)?[^\S \t\r\n]")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Refused(Exception):
    """The rest of a document is not worth reading."""


class Composer:
    """Reads one document; `faults` has what is wrong with it, `doubts` with a text alone."""

    def __init__(self) -> None:
        self.faults: list[Mistake] = []
        self.doubts: dict[Mark, Mistake] = {}
        self.anchors: dict[str, YamlNode] = {}
        self.unused: dict[str, Mark] = {}
        self.scalars: list[Any] = []
        self.flows: list[range] = []
        self.starts: list[int] = []
        self.open: list[YamlNode] = []
        self.keys: list[YamlNode | None] = []
        self.root: YamlNode | None = None
        self.documents = 0

    def compose(self, text: str) -> YamlNode | None:
        """Return the document's node, or None when it cannot be read (then `faults` says why)."""
        self.faults += islice(find_unprintable(text), MOST_SHOWN)
        if unsolved := list(islice(find_conflicts(text), MOST_SHOWN)):
            self.faults += unsolved
            return None
        loader = LOADER(replace_unprintable(text))
        try:
            self._read(loader)
        except yaml.MarkedYAMLError as error:
            mark, message = explain_error(error, text)
            # what stands behind it follows from it
            self.faults = [
                fault for fault in self.faults if fault.mark < mark or fault.code == "SRC012"
            ]
            if mark.line not in {fault.mark.line for fault in self.faults}:
                self.faults.append(Mistake(mark, "SRC001", message))
            return None
        except Refused:
            return None
        finally:
            loader.dispose()
        if self.root is None or self.root.value is None:
            self.faults.append(
                Mistake(Mark(), "SRC004", "the file is empty: start it with 'kind:' and 'title:'")
            )
            return None
        for name, mark in islice(self.unused.items(), MOST_SHOWN):
            self._report_unused_anchor(mark, name)
        for mistake in islice(find_omissions(text, self.scalars, self.flows), MOST_SHOWN):
            if mistake.text:
                self.doubts[mistake.text] = mistake
            else:
                self.faults.append(mistake)
        return None if any(fault.code == "SRC001" for fault in self.faults) else self.root

    def _read(self, loader: Any) -> None:
        next_event, scalars = loader.get_event, self.scalars
        node: YamlNode | None
        parent: YamlNode | None = None
        while True:
            event = next_event()
            sort = event.__class__
            if sort is yaml.ScalarEvent:
                text: str | None = event.value
                if event.style or event.tag or text in NULLS:
                    text = self._read_scalar(event)
                node = scalar = YamlNode(event.start_mark, text, text)
                scalars.append(event)
                if event.anchor:
                    self._note_anchor(event, scalar)
            elif sort is yaml.StreamEndEvent:
                return
            else:
                node = self._read_structure(event)
                parent = self.open[-1] if self.open else None
            if node:
                self._attach_node(node, parent, event)

    def _read_structure(self, event: Any) -> YamlNode | None:
        """Return the list or the mapping that ends here, or what an alias stands for."""
        sort = event.__class__
        if sort is yaml.MappingStartEvent or sort is yaml.SequenceStartEvent:
            self._open_node(event, {} if sort is yaml.MappingStartEvent else [])
        elif sort is yaml.MappingEndEvent or sort is yaml.SequenceEndEvent:
            node = self.open.pop()
            self.keys.pop()
            self._note_flow(node, self.starts.pop())
            return node
        elif sort is yaml.AliasEvent:
            return self._resolve_alias(event)
        elif sort is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                self._refuse(
                    event,
                    "SRC003",
                    "a second document starts here: one file holds one artifact, so split it",
                )
        return None

    def _attach_node(self, node: YamlNode, parent: YamlNode | None, event: Any) -> None:
        if parent is None:
            self.root = node
            return
        parent.size += node.size
        if parent.size > MAX_NODES:
            self._refuse(
                event,
                "SRC009",
                f"more than {MAX_NODES:,} values: split the file, or drop the aliases",
            )
        if isinstance(parent.value, list):
            parent.value.append(node)
            parent.data.append(node.data)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = node
        else:
            self.keys[-1] = None
            self._add_entry(parent, key, node)

    def _open_node(self, event: Any, empty: Any) -> None:
        if len(self.open) == MAX_DEPTH:
            self._refuse(event, "SRC007", f"nested more than {MAX_DEPTH} levels deep: flatten it")
        if event.tag:
            self._report_tag(event)
        node = YamlNode(event.start_mark, empty, empty.copy())
        if event.anchor:
            self._note_anchor(event, node)
        self.open.append(node)
        self.keys.append(None)
        self.starts.append(len(self.scalars) if event.flow_style else -1)

    def _note_flow(self, node: YamlNode, start: int) -> None:
        """Keep a list in brackets with all items in place, as they may be pieces of one text."""
        if (
            start >= 0
            and isinstance(node.value, list)
            and len(node.value) == len(self.scalars) - start > 1
        ):
            self.flows.append(range(start, len(self.scalars)))

    def _note_anchor(self, event: Any, node: YamlNode) -> None:
        if event.anchor in self.unused:
            self._report_unused_anchor(self.unused[event.anchor], event.anchor)
        self.anchors[event.anchor] = node
        self.unused[event.anchor] = to_mark(event.start_mark)

    def _add_entry(self, parent: YamlNode, key: YamlNode, node: YamlNode) -> None:
        name: Any = key.value
        entries: Any = parent.value
        if isinstance(name, str) and name[:1].isalpha() and name not in entries:  # as nearly all
            entries[name] = (key.at, node)
            parent.data[name] = node.data
        elif isinstance(name, str) and SPECIAL.match(name):
            message = (
                f"{quoted(name)} has a special space in front, pasted from a document: "
                "type plain spaces"
            )
            self.faults.append(Mistake(key.mark, "SRC001", message))
        elif not isinstance(name, str):
            self.faults.append(
                Mistake(key.mark, "SRC011", "a key must be a plain word: write one such as 'title'")
            )
        elif name in entries:
            first = to_mark(entries[name][0]).line
            message = (
                f"{quoted(name)} is written twice (first on line {first}): keep one, "
                "or start a new item with '- '"
            )
            if name != MERGE:  # once is a problem already, with another remedy
                self.faults.append(Mistake(key.mark, "SRC002", message))
        else:
            entries[name] = (key.at, node)
            parent.data[name] = node.data

    def _resolve_alias(self, event: Any) -> YamlNode:
        anchored = self.anchors.get(event.anchor)
        if anchored is None:
            message = (
                f"{quoted('*' + event.anchor)} points at nothing: name a value with '&' above it"
            )
            self._refuse(event, "SRC001", message)
        self.unused.pop(event.anchor, None)
        if any(anchored is node for node in self.open):
            at = quoted("*" + event.anchor)
            message = f"{at} is inside what it points at, so it would never end: remove it"
            self._refuse(event, "SRC006", message)
        return anchored

    def _read_scalar(self, event: Any) -> str | None:
        text: str = event.value
        if event.tag:
            self._report_tag(event)
        if not event.style:
            if text and text in NULLS and self.open and not self._is_at_key():
                message = f"'{text}' means 'nothing' to YAML: put it in quotes, or delete the line"
                self.faults.append(Mistake(to_mark(event.start_mark), "SRC024", message))
            return None if text in NULLS else text
        if event.style == '"' and (sign := UNPRINTABLE.search(text)):
            self.faults.append(report_unprintable(sign[0], to_mark(event.start_mark)))
            return UNPRINTABLE.sub("", text)
        return text

    def _report_tag(self, event: Any) -> None:
        sign = event.tag.replace("tag:yaml.org,2002:", "!!")
        message = f"{quoted(sign)} means something to YAML and would be lost: {QUOTE_IT}"
        self.faults.append(Mistake(to_mark(event.start_mark), "SRC014", message))

    def _report_unused_anchor(self, mark: Mark, name: str) -> None:
        message = f"{quoted('&' + name)} names a value for YAML and would be lost: {QUOTE_IT}"
        self.faults.append(Mistake(mark, "SRC019", message))

    def _is_at_key(self) -> bool:
        return isinstance(self.open[-1].value, dict) and self.keys[-1] is None

    def _refuse(self, event: Any, code: str, message: str) -> NoReturn:
        self.faults.append(Mistake(to_mark(event.start_mark), code, message))
        raise Refused
