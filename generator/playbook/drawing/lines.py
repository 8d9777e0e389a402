"""The lines of a laid-out drawing.

Brackets between what hangs together, and links with their arrows.
"""

from collections.abc import Container
from math import atan2, degrees, inf
from xml.etree.ElementTree import Element, SubElement

from playbook.drawing.layout import Layout, PlacedCard, Point, Route

INDENT = 7
FORK = 11
STROKE = {"fill": "none", "stroke": "currentColor"}


def draw_lines(group: Element, layout: Layout, ids: Container[str] | None = None) -> None:
    """Draw the lines that begin or end at a card whose id is among `ids`, or else all of them."""
    places = layout.places
    for placed in layout.cards:
        parent = places.get(placed.card.hangs_from)
        if parent and (ids is None or placed.card.id in ids):
            draw_hanging_bracket(group, parent, placed)
    forks: dict[str, float] = {}
    for link in (route.link for route in layout.routes):
        forks[link.tail] = min(forks.get(link.tail, inf), places[link.head].top - FORK)
    for route in layout.routes:
        link = route.link
        if ids is not None and link.tail not in ids and link.head not in ids:
            continue
        if route.tip:
            draw_link(group, route, route.tip)
        else:
            draw_bracket(group, places[link.tail], places[link.head], forks[link.tail])


def draw_hanging_bracket(group: Element, parent: PlacedCard, child: PlacedCard) -> None:
    """Draw the bracket from a card down its left side to a card that hangs below it."""
    x = parent.left + INDENT
    path = (
        f"M{x:.1f} "
        f"{parent.top + parent.height:.1f}"
        f"V{child.top + child.height / 2:.1f}H{child.left + INDENT:.1f}"
    )
    ends = name_ends(parent.card.id, child.card.id)
    SubElement(group, "path", {"class": "pb-line", "d": path, **ends, **STROKE})


def draw_bracket(group: Element, parent: PlacedCard, child: PlacedCard, fork: float) -> None:
    """Draw the bracket from a card's middle down to the middle of one below, turning at `fork`."""
    x, y = parent.left + parent.width / 2, parent.top + parent.height
    path = f"M{x:.1f} {y:.1f}V{fork:.1f}H{child.left + child.width / 2:.1f}V{child.top:.1f}"
    ends = name_ends(parent.card.id, child.card.id)
    SubElement(group, "path", {"class": "pb-line", "d": path, **ends, **STROKE})


def name_ends(tail: str, head: str) -> dict[str, str]:
    """Return what tells a script which cards a line joins."""
    return {"data-from": tail, "data-to": head}


def draw_link(group: Element, route: Route, tip: Point) -> None:
    """Draw one link with its arrow."""
    link = route.link
    look = f"pb-link {link.look}".strip()
    holder = SubElement(group, "g", {"class": look, **name_ends(link.tail, link.head)})
    if link.name:
        holder.set("data-way", link.name)
    if link.words:
        holder.set("data-words", " ".join(link.words.split()))
    if link.main:
        holder.set("data-main", "")
    (x, y), *rest = route.curve
    curve = f"M{x:.1f} {y:.1f}C" + " ".join(f"{a:.1f} {b:.1f}" for a, b in rest)
    SubElement(holder, "path", {"class": "pb-line", "d": curve, **STROKE})
    (x, y), (tip_x, tip_y) = route.curve[-1], tip
    turn = degrees(atan2(tip_y - y, tip_x - x))
    place = f"translate({tip_x:.1f} {tip_y:.1f}) rotate({turn:.0f})"
    SubElement(holder, "path", {"class": "pb-arrow", "d": "M0 0L-9-4.5V4.5z", "transform": place})
