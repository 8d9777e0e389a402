"""A laid-out graph -> a small picture of its upper part: outlines and lines, and bars where there are words."""

from math import inf
from xml.etree.ElementTree import Element, SubElement, tostring

from playbook.drawing.drawing import LEADING, PADDING, TITLE
from playbook.drawing.layout import Layout, Placed
from playbook.drawing.outlines import OUTLINES
from playbook.drawing.svg import FORK, STROKE, bracket, hang, link
from playbook.drawing.text_width import width

LEAST, MOST = 560, 1600
ASPECT = 9 / 16
MARGIN = 0.045


def thumbnail(layout: Layout) -> str:
    """Return the small picture as one SVG element on one line; it holds no text, no link and no id."""
    across = min(max(layout.width, LEAST), MOST)
    down = across * ASPECT
    left, top = window(layout, across), min(0.0, (layout.height - down) / 2)
    shown = [card for card in layout.cards if card.left < left + across and card.left + card.width > left]
    shown = [card for card in shown if card.top < top + down]
    if layout.width <= across:
        left = (min(card.left for card in shown) + max(card.left + card.width for card in shown) - across) / 2
    room = across * MARGIN
    size = f"{left - room:.0f} {top - room:.0f} {across + 2 * room:.0f} {down + 2 * ASPECT * room:.0f}"
    look = {"class": "pb-thumbnail", "aria-hidden": "true", "preserveAspectRatio": "xMidYMin slice"}
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": size, **look})
    connect(svg, layout, {card.id for card in shown})
    for card in shown:
        place(svg, card)
    return tostring(svg, encoding="unicode")


def connect(svg: Element, layout: Layout, seen: set[str]) -> None:
    """Draw the lines that begin or end at a card that is seen."""
    places = {card.id: card for card in layout.cards}
    for card in layout.cards:
        if card.id in seen and (parent := places.get(card.attributes.get("hangs_from", ""))):
            hang(svg, parent, card)
    forks: dict[str, float] = {}
    for route in layout.routes:
        forks[route.tail] = min(forks.get(route.tail, inf), places[route.head].top - FORK)
    for route in layout.routes:
        if route.tip and not seen.isdisjoint((route.tail, route.head)):
            link(svg, route, route.tip)
        elif not seen.isdisjoint((route.tail, route.head)):
            bracket(svg, places[route.tail], places[route.head], forks[route.tail])
    for line in svg.iterfind("g[@data-way]"):
        del line.attrib["data-way"]


def window(layout: Layout, across: float) -> float:
    """Return the left edge of the part that is shown, with the first card as near to its middle as can be."""
    first = layout.cards[0]
    middle = first.left + first.width / 2 - across / 2
    return min(max(middle, 0.0), max(layout.width - across, 0.0))


def place(svg: Element, card: Placed) -> None:
    """Draw one card, its title as bars."""
    at = {"transform": f"translate({card.left:.0f} {card.top:.0f})"}
    holder = SubElement(svg, "g", {"class": f"pb-card {card.attributes.get('class', '')}".strip(), **at})
    shape = OUTLINES[card.attributes["outline"]](round(card.width), round(card.height))
    SubElement(holder, "path", {"class": "pb-outline", "d": shape, **STROKE})
    y = PADDING + TITLE / 2 + (TITLE if "eyebrow" in card.attributes else 0)
    bars = ""
    for words in card.attributes.get("words", "").split("\n"):
        bars += f"M{PADDING} {y:.0f}h{min(width(words, TITLE), card.width - 2 * PADDING):.0f}"
        y += TITLE * LEADING
    SubElement(holder, "path", {"class": "pb-bars", "d": bars, **STROKE})
