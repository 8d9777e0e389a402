"""An outline -> a flowchart in Mermaid."""

import re

from playbook.exchange.outline import Edge, Item, Outline
from playbook.text.slug import make_slug

SIGN = re.compile(r"[^\w .,:?!()'’“”–·…-]|_")  # noqa: RUF001 - a text's own signs
"""What may end a label, begin a comment or give an order: Mermaid knows a sign by its number."""
SHAPES = {
    "outcome": ('[["', '"]]'),
    "solution": ('{{"', '"}}'),
    "assumption": ('["', '"]'),
    "assumption test": ('[/"', '"/]'),
}
"""The shape of a box, as pictures copied from a page have it."""
ARROWS = {"loop": "-.->", "error": "==>", "abandon": "-.->"}


def write_mermaid(outline: Outline) -> str:
    """Return boxes and arrows: the sorts of item that lines lead to or from."""
    drawn = {key for edge in outline.edges for key in (edge.tail, edge.head)}
    sorts = {item.sort for item in outline.items if item.key in drawn}
    items = [item for item in outline.items if item.sort in sorts] or list(outline.items)
    names = {item.key: f"n{number}" for number, item in enumerate(items)}
    boxes = [write_box(item, names[item.key]) for item in items]
    lines = [write_line(edge, names) for edge in outline.edges]
    title = " ".join(outline.title.split())
    kind = next((fact.value for fact in outline.facts if fact.key == "kind"), "")
    head = [f"%% kind: {kind}"] if kind else []
    return "\n".join(
        [*head, f"%% title: {escape_label(title)}", "flowchart TD", *boxes, *lines, ""]
    )


def write_box(item: Item, name: str) -> str:
    """Return an item as a box; its class says what it is, its last line how it stands."""
    opening, closing = SHAPES.get(item.sort, ('("', '")'))
    words = [item.words, *([f"@{item.status}"] if item.status else [])]
    sort = f":::{make_slug(item.sort)}" if item.sort else ""
    return f"  {name}{opening}{'<br>'.join(map(escape_label, words))}{closing}{sort}"


def write_line(edge: Edge, names: dict[str, str]) -> str:
    """Return a line from box to box: without an arrow where one stands below the other."""
    arrow = ARROWS.get(edge.sort, "-->") if edge.is_way else "---"
    sort = f"{edge.sort}: " if edge.sort in ARROWS else ""
    words = f'|"{escape_label(sort + edge.words)}"|' if edge.words or sort else ""
    return f"  {names[edge.tail]} {arrow}{words} {names[edge.head]}"


def escape_label(text: str) -> str:
    """Return a text on one line, each sign that could mean something by its number."""
    return SIGN.sub(lambda sign: f"#{ord(sign[0])};", " ".join(text.split()))
