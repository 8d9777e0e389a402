"""An outline -> JSON Canvas 1.0 (jsoncanvas.org): a card for each item, on a grid."""

import json
from typing import Any

from playbook.exchange.outline import Item, Outline
from playbook.exchange.writing.markdown import escape_markdown, name_sort
from playbook.exchange.writing.remarks import list_children, list_remarks, list_tops

WIDTH, LINE, GAP = 320, 26, 60
"""The width of a card, the height of a line of text and the space between cards, in pixels."""
LETTERS = 36
"""About how many letters a line of a card holds."""
COLOURS = {"outcome": "4", "opportunity": "5", "solution": "6", "assumption": "3"}


def write_canvas(outline: Outline) -> str:
    """Return the cards with their places and the lines between them."""
    places = place_items(outline)
    title = make_card("title", write_head(outline), (-WIDTH - GAP, 0))
    cards = [title, *(write_card(item, outline, places[item.key]) for item in outline.items)]
    tops = stack_rows(outline, places, cards)
    for card, item in zip(cards[1:], outline.items, strict=True):
        card["y"] = tops[places[item.key][1]]
    edges = [
        {
            "id": f"edge-{number}",
            "fromNode": f"item-{edge.tail}",
            "toNode": f"item-{edge.head}",
            **({"label": label} if (label := write_label(edge.sort, edge.words)) else {}),
            **({} if edge.is_way else {"toEnd": "none"}),
        }
        for number, edge in enumerate(outline.edges)
    ]
    return json.dumps({"nodes": cards, "edges": edges}, indent=2, ensure_ascii=False) + "\n"


def place_items(outline: Outline) -> dict[str, tuple[int, int]]:
    """Return the column and the row of each item: children stand below their parent."""
    places: dict[str, tuple[int, int]] = {}
    column = 0
    for top in list_tops(outline):
        is_row = outline.form == "map"
        ahead = [(top, 0)]
        while ahead:
            item, row = ahead.pop()
            children = list_children(item.key, outline)
            places[item.key] = (column, row)
            ahead.extend((child, row + 1) for child in reversed(children))
            if not children:
                column += 1
        if is_row and column == 0:
            column += 1
    return places


def stack_rows(
    outline: Outline, places: dict[str, tuple[int, int]], cards: list[dict[str, Any]]
) -> list[int]:
    """Return where each row begins, so that no card covers one below it."""
    heights: dict[int, int] = {}
    for card, item in zip(cards[1:], outline.items, strict=True):
        row = places[item.key][1]
        heights[row] = max(heights.get(row, 0), card["height"])
    tops, top = [], 0
    for row in range(max(heights, default=0) + 1):
        tops.append(top)
        top += heights.get(row, 0) + GAP
    return tops


def write_card(item: Item, outline: Outline, place: tuple[int, int]) -> dict[str, Any]:
    """Return an item as a card of text."""
    small = " · ".join(filter(None, (name_sort(item.sort), item.status)))
    facts = [f"- {fact.key}: {escape_markdown(fact.value)}" for fact in list_remarks(item, outline)]
    lines = [f"**{escape_markdown(item.words)}**", *([small] if small else [])]
    text = "\n\n".join([*lines, *(["\n".join(facts)] if facts else [])])
    card = make_card(f"item-{item.key}", text, (place[0] * (WIDTH + GAP), 0))
    return card | ({"color": COLOURS[item.sort]} if item.sort in COLOURS else {})


def write_head(outline: Outline) -> str:
    """Return what the artifact says of itself."""
    facts = [f"- {fact.key}: {escape_markdown(fact.value)}" for fact in outline.facts]
    return "\n".join([f"# {escape_markdown(outline.title)}", "", *facts])


def make_card(key: str, text: str, place: tuple[int, int]) -> dict[str, Any]:
    """Return a card of text that is high enough for its words."""
    lines = sum(1 + len(line) // LETTERS for line in text.split("\n"))
    return {
        "id": key,
        "type": "text",
        "text": text,
        "x": place[0],
        "y": place[1],
        "width": WIDTH,
        "height": (lines + 1) * LINE,
    }


def write_label(sort: str, words: str) -> str:
    """Return what stands on a line."""
    shown = "" if sort == "step" else sort
    return ": ".join(filter(None, (shown, words)))
