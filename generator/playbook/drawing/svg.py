"""A laid-out graph -> inline SVG whose colours and fonts the page decides, readable without any style sheet."""

from math import atan2, degrees, inf
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, tostring

from playbook.drawing.drawing import EYEBROW, ICON, LEADING, NOTE, PADDING, STRAIGHT, TITLE, WORDS
from playbook.drawing.icons import ICONS
from playbook.drawing.layout import Layout, Placed, Point, Route
from playbook.drawing.legend import legend
from playbook.drawing.outlines import OUTLINES
from playbook.text.direction import reads_from_right

MARGIN = 8
INDENT = 7
SHRUNK = 0.8
FORK = 11
READABLE = 800


def draw(layout: Layout, name: str) -> str:
    """Return the picture as one SVG element; ids that aren't anchors start with `name_`."""
    svg = Element("svg", xmlns="http://www.w3.org/2000/svg", role="group", direction="ltr")
    svg.set("aria-labelledby", f"{name}_title")
    svg.set("aria-describedby", f"{name}_about")
    SubElement(svg, "title", id=f"{name}_title").text = layout.attributes["title"]
    SubElement(svg, "desc", id=f"{name}_about").text = layout.attributes["description"]
    lines = SubElement(svg, "g", {"class": "pb-lines", "aria-hidden": "true"})
    places = {card.id: card for card in layout.cards}
    for card in layout.cards:
        if parent := places.get(card.attributes.get("hangs_from", "")):
            hang(lines, parent, card)
    forks: dict[str, float] = {}
    for route in layout.routes:
        forks[route.tail] = min(forks.get(route.tail, inf), places[route.head].top - FORK)
    for route in layout.routes:
        if route.tip:
            link(lines, route, route.tip)
        else:
            bracket(lines, places[route.tail], places[route.head], forks[route.tail])
    for route in layout.routes:
        say(lines, route)
    for card in layout.cards:
        place(svg, card)
    width, height = legend(svg, layout)
    svg.set("viewBox", f"{-MARGIN} {-MARGIN} {width + 2 * MARGIN:.0f} {height + 2 * MARGIN:.0f}")
    turned = " pb-wide" if width > max(1.2 * height, READABLE) else ""
    svg.set("class", f"pb-diagram {size(width)}{turned}")
    if size(width) == SIZES[inf]:
        svg.set("width", f"{SHRUNK * width:.0f}")
    for group in svg:
        group.tail = "\n"
    return tostring(svg, encoding="unicode")


SIZES = {480: "pb-xs", 640: "pb-s", 800: "pb-m", 1000: "pb-l", 1200: "pb-xl", 1500: "pb-xxl", inf: "pb-huge"}


def size(width: float) -> str:
    """Return the class that keeps a picture of this width readable: neither blown up nor shrunk too far."""
    return next(name for most, name in SIZES.items() if width <= most)


def place(svg: Element, card: Placed) -> None:
    """Draw one card, as a link where it leads somewhere."""
    about = card.attributes
    holder = Element("g")
    if "href" in about:
        holder = Element("a", {"href": about["href"], "aria-label": about.get("told", "")})
    holder.set("class", f"pb-card {about.get('class', '')}".strip())
    holder.set("data-card", card.id)
    if "anchor" in about:
        holder.set("id", about["anchor"])
    holder.set("transform", f"translate({card.left:.1f} {card.top:.1f})")
    svg.append(holder)
    if "href" not in about:
        SubElement(holder, "title").text = about.get("told", "")
    outline(holder, about["outline"], card.width, card.height)
    inset = PADDING + (2 if about["outline"] in {"slant", "double"} else 0)
    mirrored = reads_from_right(about.get("words", ""))
    edge: Edge = "right" if mirrored else "left"
    x = card.width - inset if mirrored else float(inset)
    if sign := ICONS.get(about.get("icon", "")):
        corner = f"translate({PADDING if mirrored else card.width - PADDING - ICON + 4:.1f} {PADDING - 4})"
        SubElement(holder, "path", {"class": "pb-icon", "d": sign, "transform": corner, **STROKE})
    y = PADDING - 1.0
    y = write(holder, "pb-eyebrow", about.get("eyebrow", ""), (x, y, edge), EYEBROW)
    y += 1 if "eyebrow" in about else 0
    y = write(holder, "pb-title", about.get("words", ""), (x, y, edge), TITLE)
    write(holder, "pb-note", about.get("note", ""), (x, y + 4, edge), NOTE)


Edge = Literal["left", "right"]
STROKE = {"fill": "none", "stroke": "currentColor"}


def outline(holder: Element, shape: str, width: float, height: float) -> None:
    """Draw a card's outline."""
    SubElement(
        holder, "path", {"class": "pb-outline", "d": OUTLINES[shape](width, height), "fill": "#fff", "stroke": "#444"}
    )


def write(holder: Element, look: str, words: str, at: tuple[float, float, Edge], size: float) -> float:
    """Write lines of text downwards from `at`, which is their left or right edge; return where the next would start."""
    x, y, edge = at
    if not words:
        return y
    text = SubElement(holder, "text", {"class": look, "font-size": f"{size:g}"})
    if reads_from_right(words):
        text.set("direction", "rtl")
    if reads_from_right(words) != (edge == "right"):
        text.set("text-anchor", "end")
    text.tail = " "
    for line in words.split("\n"):
        part = SubElement(text, "tspan", x=f"{x:.1f}", y=f"{y + size:.1f}")
        part.text, part.tail = line, " "
        y += size * LEADING
    return y


def hang(lines: Element, parent: Placed, card: Placed) -> None:
    """Draw the bracket from a card down its left side to a card that hangs below it."""
    x = parent.left + INDENT
    path = f"M{x:.1f} {parent.top + parent.height:.1f}V{card.top + card.height / 2:.1f}H{card.left + INDENT:.1f}"
    SubElement(lines, "path", {"class": "pb-line", "d": path, **ends(parent.id, card.id), **STROKE})


def bracket(lines: Element, parent: Placed, card: Placed, fork: float) -> None:
    """Draw the bracket from the middle of a card down to the middle of one below, turning at `fork`."""
    x, y = parent.left + parent.width / 2, parent.top + parent.height
    path = f"M{x:.1f} {y:.1f}V{fork:.1f}H{card.left + card.width / 2:.1f}V{card.top:.1f}"
    SubElement(lines, "path", {"class": "pb-line", "d": path, **ends(parent.id, card.id), **STROKE})


def ends(tail: str, head: str) -> dict[str, str]:
    """Return what tells a script which cards a line joins."""
    return {"data-from": tail, "data-to": head}


def link(lines: Element, route: Route, tip: Point) -> None:
    """Draw one link with its arrow and its words."""
    look = route.attributes.get("class", "")
    group = SubElement(lines, "g", {"class": f"pb-link {look}".strip(), **ends(route.tail, route.head)})
    if way := route.attributes.get("way"):
        group.set("data-way", way)
    if route.attributes.get("weight") == STRAIGHT:
        group.set("data-main", "")
    (x, y), *rest = route.curve
    curve = f"M{x:.1f} {y:.1f}C" + " ".join(f"{a:.1f} {b:.1f}" for a, b in rest)
    SubElement(group, "path", {"class": "pb-line", "d": curve, **STROKE})
    (x, y), (tip_x, tip_y) = route.curve[-1], tip
    turn = degrees(atan2(tip_y - y, tip_x - x))
    SubElement(
        group,
        "path",
        {
            "class": "pb-arrow",
            "d": "M0 0L-9-4.5V4.5z",
            "transform": f"translate({tip_x:.1f} {tip_y:.1f}) rotate({turn:.0f})",
        },
    )


def say(lines: Element, route: Route) -> None:
    """Write a link's words in the room that was kept for them."""
    if route.words_at:
        words, (x, y) = route.attributes["words"], route.words_at
        down = len(words.split("\n")) * WORDS * LEADING
        look = f"pb-words {route.attributes.get('class', '')}".strip()
        write(lines, look, words, (x, y - down / 2, "left"), WORDS)
        lines[-1].set("text-anchor", "middle")
