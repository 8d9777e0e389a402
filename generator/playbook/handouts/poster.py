"""A poster of a picture: on one large sheet, or over several small ones to be joined."""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from playbook.handouts.handout import Sheet, running
from playbook.handouts.lines import SVG, take_lines, written_out
from playbook.handouts.qr_code import short
from playbook.handouts.rich_text import RichText, plain

MM = 72 / 25.4
LARGE = {"a4": ("a3", 297.0, 420.0), "us-letter": ("us-tabloid", 279.4, 431.8)}
"""The large sheet that goes with each paper, and its size in millimetres."""
SMALL = {"a4": (210.0, 297.0), "us-letter": (215.9, 279.4)}
EDGE, OVERLAP = 12.0, 10.0
"""The margin of each sheet, and how much neighbours share."""
HEAD, FOOT, LEAST_FOOT = 20.0, 24.0, 8.0
"""The height of the title on top, and of what stands below the picture, on a sheet to be joined and on a single one."""
MOST = 4
"""The most sheets across, and down."""
READABLE = 1.25
"""How much larger than on the screen a tiled picture is at least, so that it is read from across a table."""
WIDE = {"target": "3.2", "start": "2.6", "end": "2.6", "chosen": "2.6", "shipped": "2.6", "flow-checkpoint": "2.6"}
DASHED = {"guess": "5 4", "parked": "5 4", "dropped": "5 4", "loop": "6 4", "unheard": "0.1 4.5", "abandon": "1.5 4"}
HEAVY = {"error": "2.8", "abandon": "2.4", "unheard": "2.4", "flow-start": "2.6", "flow-end": "2.6", **WIDE}


@dataclass(frozen=True)
class Tiles:
    """How a picture lies over sheets of paper: turned or not, how many across and down, how much enlarged."""

    turned: bool
    across: int
    down: int
    scale: float


def poster(rich_text: RichText, title: str, told: str, picture: str, *, tiled: bool = False) -> Sheet:
    """Return a picture of an artifact's page as a poster on A3 or tabloid, or tiled over A4 or Letter."""
    drawn = fromstring(picture)  # noqa: S314 - our own drawing
    _, _, wide, high = (float(number) for number in drawn.attrib["viewBox"].split())
    lines = take_lines(drawn)
    address = rich_text.address(rich_text.entry)
    return {
        "kind": "poster",
        "title": plain(title),
        "running": running(title),
        "address": address,
        "short": short(address),
        "told": told,
        "picture": printed(drawn),
        "lines": lines,
        "size": [round(wide / MM, 3), round(high / MM, 3)],
        "edge": EDGE,
        "overlap": OVERLAP,
        "head": HEAD,
        "foot": FOOT if tiled else LEAST_FOOT,
        "papers": {paper: laid(paper, wide / MM, high / MM, tiled=tiled) for paper in SMALL},
    }


def laid(paper: str, width: float, height: float, *, tiled: bool) -> dict[str, Any]:
    """Return how the picture lies on a paper, for the templates."""
    name = paper if tiled else LARGE[paper][0]
    best = tiles(SMALL[paper], width, height) if tiled else single(LARGE[paper][1:], width, height)
    return {"paper": name, "turned": best.turned, "across": best.across, "down": best.down, "scale": best.scale}


def single(paper: tuple[float, float], width: float, height: float) -> Tiles:
    """Return the way of laying the picture onto one sheet that makes it largest."""
    rooms = [(turned, room(paper, LEAST_FOOT, turned=turned)) for turned in (False, True)]
    fits = (Tiles(turned, 1, 1, fit((wide, tall - HEAD), width, height)) for turned, (wide, tall) in rooms)
    return max(fits, key=lambda each: each.scale)


def tiles(paper: tuple[float, float], width: float, height: float) -> Tiles:
    """Return the way that takes the fewest sheets for a readable picture, and the largest picture on that many."""
    ways = []
    for turned in (False, True):
        wide, tall = room(paper, FOOT, turned=turned)
        for across in range(1, MOST + 1):
            for down in range(1, MOST + 1):
                whole = (across * wide - (across - 1) * OVERLAP, down * tall - (down - 1) * OVERLAP - HEAD)
                ways.append(Tiles(turned, across, down, fit(whole, width, height)))
    readable = [each for each in ways if each.across * each.down > 1 and each.scale >= READABLE]
    if not readable:
        return max(ways, key=lambda each: each.scale)
    return min(readable, key=lambda each: (each.across * each.down, -each.scale))


def room(paper: tuple[float, float], foot: float, *, turned: bool) -> tuple[float, float]:
    """Return the width and height that a sheet has above its foot."""
    wide, tall = reversed(paper) if turned else paper
    return wide - 2 * EDGE, tall - 2 * EDGE - foot


def fit(space: tuple[float, float], width: float, height: float) -> float:
    """Return how much larger the picture may be in a space, in steps of a hundredth."""
    return max(1, int(100 * min(space[0] / width, space[1] / height))) / 100


def printed(svg: Element) -> str:
    """Return the picture in black on white, where shape, line and words tell things apart."""
    for each in svg.iter():
        each.attrib.pop("aria-labelledby", None)
        each.attrib.pop("aria-describedby", None)
        each.tag = each.tag.removeprefix(SVG)
    for group in svg.iter():
        looks = set(group.get("class", "").split())
        if {"pb-card", "pb-link"} & looks:
            ink(group, looks)
    for each in svg.iter():
        if each.get("stroke") == "currentColor":
            each.set("stroke", "#000")
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    _, _, wide, high = svg.attrib["viewBox"].split()
    svg.set("width", wide)
    svg.set("height", high)
    return written_out(svg)


def ink(group: Element, looks: set[str]) -> None:
    """Give the lines of a card or a link their weight and dashes; an outcome is white on black."""
    weight = next((HEAVY[look] for look in sorted(looks & HEAVY.keys())), "1.5")
    dashes = next((DASHED[look] for look in sorted(looks & DASHED.keys())), "")
    dark = "outcome" in looks
    for each in group.iter():
        if each.tag != "path":
            continue
        sort = each.get("class", "")
        if sort == "pb-arrow":
            each.set("fill", "#000")
            continue
        each.set("stroke", "none" if "axis" in looks else "#fff" if dark and sort == "pb-icon" else "#000")
        each.set("stroke-width", weight if sort != "pb-icon" else "1.4")
        if sort == "pb-outline":
            each.set("fill", "#000" if dark else "none" if "axis" in looks else "#fff")
        if dashes and sort != "pb-icon":
            each.set("stroke-dasharray", dashes)
            each.set("stroke-linecap", "round" if dashes.startswith(("0", "1")) else "butt")
