"""A laid-out drawing -> a small picture of its upper part.

Outlines and lines, and bars where there are words.
"""

from xml.etree.ElementTree import Element, SubElement, tostring

from playbook.drawing.drawing import LEADING, PADDING, TITLE
from playbook.drawing.layout import Layout, PlacedCard
from playbook.drawing.lines import STROKE, draw_lines
from playbook.drawing.outlines import OUTLINES
from playbook.drawing.text_width import measure_width

LEAST, MOST = 560, 1600
ASPECT = 9 / 16
MARGIN = 0.045


def draw_thumbnail(layout: Layout) -> str:
    """Return the small picture as one SVG element on one line.

    It holds no text, no link and no id.
    """
    across = min(max(layout.width, LEAST), MOST)
    down = across * ASPECT
    left, top = choose_left_edge(layout, across), min(0.0, (layout.height - down) / 2)
    cards = [
        card
        for card in layout.cards
        if card.left < left + across and card.left + card.width > left and card.top < top + down
    ]
    if layout.width <= across:
        left = (
            min(card.left for card in cards)
            + max(card.left + card.width for card in cards)
            - across
        ) / 2
    room = across * MARGIN
    size = (
        f"{left - room:.0f} {top - room:.0f} {across + 2 * room:.0f} {down + 2 * ASPECT * room:.0f}"
    )
    look = {"class": "pb-thumbnail", "aria-hidden": "true", "preserveAspectRatio": "xMidYMin slice"}
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": size, **look})
    draw_lines(svg, layout, {card.card.id for card in cards})
    for card in cards:
        draw_card(svg, card)
    for inner in svg.iterfind(".//*"):
        for name in [name for name in inner.attrib if name in STROKE or name.startswith("data-")]:
            del inner.attrib[name]
    svg.attrib.update(STROKE)
    return tostring(svg, encoding="unicode")


def choose_left_edge(layout: Layout, across: float) -> float:
    """Return the picture's left edge, with the first card as near to its middle as can be."""
    first = layout.cards[0]
    middle = first.left + first.width / 2 - across / 2
    return min(max(middle, 0.0), max(layout.width - across, 0.0))


def draw_card(svg: Element, placed: PlacedCard) -> None:
    """Draw one card, its title as bars."""
    card = placed.card
    at = {"transform": f"translate({placed.left:.0f} {placed.top:.0f})"}
    holder = SubElement(svg, "g", {"class": f"pb-card {card.look}".strip(), **at})
    shape = OUTLINES[card.outline](round(placed.width), round(placed.height))
    SubElement(holder, "path", {"class": "pb-outline", "d": shape})
    y = PADDING + TITLE / 2 + (TITLE if card.eyebrow_line else 0)
    bars = ""
    for line in card.title_lines:
        bars += (
            f"M{PADDING} {y:.0f}h{min(measure_width(line, TITLE), placed.width - 2 * PADDING):.0f}"
        )
        y += TITLE * LEADING
    SubElement(holder, "path", {"class": "pb-bars", "d": bars})
