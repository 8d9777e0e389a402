"""A laid-out drawing -> inline SVG in the page's colours and fonts, readable without styles."""

from collections.abc import Sequence
from math import inf
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, tostring

from playbook.drawing.drawing import EYEBROW, ICON, LEADING, NOTE, PADDING, TITLE, WORDS, Outline
from playbook.drawing.icons import ICONS
from playbook.drawing.layout import Layout, PlacedCard, Route
from playbook.drawing.legend import draw_legend
from playbook.drawing.lines import STROKE, draw_lines
from playbook.drawing.outlines import OUTLINES
from playbook.text.direction import is_right_to_left

MARGIN = 8
SHRUNK = 0.8
READABLE = 800
SIZES = {
    480: "pb-xs",
    640: "pb-s",
    800: "pb-m",
    1000: "pb-l",
    1200: "pb-xl",
    1500: "pb-xxl",
    inf: "pb-huge",
}

Edge = Literal["left", "right"]


def draw_svg(layout: Layout) -> str:
    """Return the picture as one SVG element.

    Ids that aren't anchors start with the drawing's `name_`.
    """
    drawing = layout.drawing
    svg = Element("svg", xmlns="http://www.w3.org/2000/svg", role="group", direction="ltr")
    svg.set("aria-labelledby", f"{drawing.name}_title")
    svg.set("aria-describedby", f"{drawing.name}_about")
    SubElement(svg, "title", id=f"{drawing.name}_title").text = " ".join(drawing.title.split())
    SubElement(svg, "desc", id=f"{drawing.name}_about").text = " ".join(drawing.description.split())
    lines = SubElement(svg, "g", {"class": "pb-lines", "aria-hidden": "true"})
    draw_lines(lines, layout)
    for route in layout.routes:
        write_words(lines, route)
    for placed in layout.cards:
        draw_card(svg, placed)
    width, height = draw_legend(svg, layout)
    svg.set("viewBox", f"{-MARGIN} {-MARGIN} {width + 2 * MARGIN:.0f} {height + 2 * MARGIN:.0f}")
    turned = " pb-wide" if width > max(1.2 * height, READABLE) else ""
    size = choose_size(width)
    svg.set("class", f"pb-diagram {size}{turned}")
    if size == SIZES[inf]:
        svg.set("width", f"{SHRUNK * width:.0f}")
    for group in svg:
        group.tail = "\n"
    return tostring(svg, encoding="unicode")


def choose_size(width: float) -> str:
    """Return the class that keeps a picture of this width readable.

    Neither blown up nor shrunk too far.
    """
    return next(name for most, name in SIZES.items() if width <= most)


def draw_card(svg: Element, placed: PlacedCard) -> None:
    """Draw one card, as a link where it leads somewhere."""
    card = placed.card
    holder = add_holder(svg, placed)
    draw_outline(holder, card.outline, placed.width, placed.height)
    inset = PADDING + (2 if card.outline in {"slant", "double"} else 0)
    mirrored = is_right_to_left("\n".join(card.title_lines))
    edge: Edge = "right" if mirrored else "left"
    x = placed.width - inset if mirrored else float(inset)
    if sign := ICONS.get(card.icon):
        left = PADDING if mirrored else placed.width - PADDING - ICON + 4
        corner = f"translate({left:.1f} {PADDING - 4})"
        SubElement(holder, "path", {"class": "pb-icon", "d": sign, "transform": corner, **STROKE})
    y = PADDING - 1.0
    if card.eyebrow_line:
        y = write_lines(holder, "pb-eyebrow", [card.eyebrow_line], (x, y, edge), EYEBROW) + 1
    y = write_lines(holder, "pb-title", card.title_lines, (x, y, edge), TITLE)
    write_lines(holder, "pb-note", card.note_lines, (x, y + 4, edge), NOTE)


def add_holder(svg: Element, placed: PlacedCard) -> Element:
    """Add the element around a card, which says all its words."""
    card = placed.card
    holder = SubElement(svg, "a" if card.href else "g")
    if card.href:
        holder.set("href", card.href)
        holder.set("aria-label", card.spoken)
    holder.set("class", f"pb-card {card.look}".strip())
    holder.set("data-card", card.id)
    if card.anchor:
        holder.set("id", card.anchor)
    holder.set("transform", f"translate({placed.left:.1f} {placed.top:.1f})")
    if not card.href:
        SubElement(holder, "title").text = card.spoken
    return holder


def draw_outline(holder: Element, shape: Outline, width: float, height: float) -> None:
    """Draw a card's outline."""
    holder.set("data-size", f"{width:.1f} {height:.1f}")
    path = OUTLINES[shape](width, height)
    SubElement(holder, "path", {"class": "pb-outline", "d": path, "fill": "#fff", "stroke": "#444"})


def write_lines(
    holder: Element, look: str, lines: Sequence[str], at: tuple[float, float, Edge], size: float
) -> float:
    """Write lines downwards from `at`, which is their left or right edge.

    Return where the next would start.
    """
    x, y, edge = at
    if not any(lines):
        return y
    text = SubElement(holder, "text", {"class": look, "font-size": f"{size:g}"})
    mirrored = is_right_to_left("\n".join(lines))
    if mirrored:
        text.set("direction", "rtl")
    if mirrored != (edge == "right"):
        text.set("text-anchor", "end")
    text.tail = " "
    for line in lines:
        part = SubElement(text, "tspan", x=f"{x:.1f}", y=f"{y + size:.1f}")
        part.text, part.tail = line, " "
        y += size * LEADING
    return y


def write_words(lines: Element, route: Route) -> None:
    """Write a link's words in the room that was kept for them."""
    if route.words_at:
        x, y = route.words_at
        look = f"pb-words {route.link.look}".strip()
        at: tuple[float, float, Edge] = (x, y - route.link.words_height / 2, "left")
        write_lines(lines, look, route.link.lines, at, WORDS)
        lines[-1].set("text-anchor", "middle")
        lines[-1].set("data-tail", route.link.tail)
