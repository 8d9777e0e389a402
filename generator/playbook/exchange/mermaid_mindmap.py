"""Mermaid's mind maps: an indented list with shapes, icons and classes."""

import re
from dataclasses import replace

from playbook.exchange.mermaid_flowchart import clean_label, read_shape
from playbook.exchange.outline import Edge, Fact, Finding, Item, Note, Outline, Reading

SHAPES = (("))", "(("), (")", "("))
"""What only a mind map draws: a bang and a cloud."""
BARE = re.compile(r"[^\[\](){}\"]+")
CLOUD = re.compile(r"([\w.-]*)(\)\)|\))(.*?)(\(\(|\()\s*(:::[\w -]+)?")


def read_mindmap(text: str, first: int) -> Reading:
    """Read a mind map; each item stands below the last one that is indented less."""
    items: list[Item] = []
    edges: list[Edge] = []
    notes: list[Note] = []
    findings: list[Finding] = []
    above: list[tuple[int, int]] = []
    for number, line in list(enumerate(text.expandtabs(4).split("\n"), first))[1:]:
        words, indent = line.strip(), len(line) - len(line.lstrip())
        if not words:
            continue
        if words.startswith("%%"):
            notes.append(Note(words.lstrip("% "), number))
        elif words.startswith(("::icon", ":::")) and items:
            key, value = ("icon", words[6:]) if words.startswith("::i") else ("class", words[3:])
            fact = Fact(key, value.strip("() "), number)
            items[-1] = replace(items[-1], facts=(*items[-1].facts, fact))
        else:
            while above and above[-1][0] >= indent:
                above.pop()
            if items and not above:
                answer = "a mind map has one item at its top, and this is another: it was kept"
                findings.append(Finding(number, answer))
            items.append(read_item(words, number))
            if above:
                edges.append(Edge(items[above[-1][1]].key, str(number), number))
            above.append((indent, len(items) - 1))
    outline = Outline(tuple(items), tuple(edges), form="mindmap", line=first, notes=tuple(notes))
    return Reading((outline,), tuple(findings))


def read_item(words: str, number: int) -> Item:
    """Return the item of a line: words alone, or a name with a shape."""
    if BARE.fullmatch(words):
        return Item(str(number), clean_label(words), number)
    if cloud := CLOUD.fullmatch(words):
        facts = (Fact("class", cloud[5].strip(": "), number),) if cloud[5] else ()
        return Item(str(number), clean_label(cloud[3]), number, sort="cloud", facts=facts)
    item, end = read_shape(words if words[:1] not in "([{" else f"_{words}", 0, number)
    whole = len(words) + (words[:1] in "([{")
    if item is None or not item.sort or end < whole:
        return Item(str(number), clean_label(words), number)
    return replace(item, key=str(number), sort="" if item.sort == "rectangle" else item.sort)
