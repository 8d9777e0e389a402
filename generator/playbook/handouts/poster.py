"""A poster of a picture: on one large sheet, or over several small ones to be joined."""

from dataclasses import dataclass
from itertools import product
from typing import ClassVar
from xml.etree.ElementTree import Element, fromstring

from playbook.handouts.lines import SVG, PictureLine, take_lines, write_svg
from playbook.handouts.rich_text import RichText, plain
from playbook.handouts.sheet import Sheet, make_head

MM = 72 / 25.4
LARGE = {"a4": ("a3", 297.0, 420.0), "us-letter": ("us-tabloid", 279.4, 431.8)}
"""The large sheet that goes with each paper, and its size in millimetres."""
SMALL = {"a4": (210.0, 297.0), "us-letter": (215.9, 279.4)}
EDGE, OVERLAP = 12.0, 10.0
"""The margin of each sheet, and how much neighbours share."""
HEAD, FOOT, LEAST_FOOT = 20.0, 24.0, 8.0
"""The height of the title, and of the foot of a sheet to be joined and of a single one."""
MOST = 4
"""The most sheets across, and down."""
READABLE = 1.25
"""How much larger than on screen a tiled picture is at least, to be read across a table."""
WIDE = {
    "target": "3.2",
    "start": "2.6",
    "end": "2.6",
    "chosen": "2.6",
    "shipped": "2.6",
    "flow-checkpoint": "2.6",
}
DASHED = {
    "guess": "5 4",
    "parked": "5 4",
    "dropped": "5 4",
    "loop": "6 4",
    "unheard": "0.1 4.5",
    "abandon": "1.5 4",
}
HEAVY = {
    "error": "2.8",
    "abandon": "2.4",
    "unheard": "2.4",
    "flow-start": "2.6",
    "flow-end": "2.6",
    **WIDE,
}


@dataclass(frozen=True)
class Tiles:
    """How a picture lies over sheets: turned or not, how many across and down, how enlarged."""

    turned: bool
    across: int
    down: int
    scale: float


@dataclass(frozen=True)
class PaperTiles(Tiles):
    """How a picture lies over sheets of the paper with this name."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class Poster(Sheet):
    """A picture; its lengths are in millimetres before it is enlarged."""

    kind: ClassVar[str] = "poster"

    alt: str
    picture: str
    lines: list[PictureLine]
    size: tuple[float, float]
    edge: float
    overlap: float
    head_height: float
    foot_height: float
    papers: dict[str, PaperTiles]


def make_poster(
    rich_text: RichText, title: str, alt: str, picture: str, *, tiled: bool = False
) -> Poster:
    """Return a picture as a poster on A3 or tabloid, or tiled over A4 or Letter."""
    svg = fromstring(picture)  # noqa: S314 - our own drawing
    _, _, wide, high = (float(number) for number in svg.attrib["viewBox"].split())
    size = (wide / MM, high / MM)
    lines = take_lines(svg)
    return Poster(
        head=make_head(rich_text, plain(title), title),
        alt=alt,
        picture=draw_in_black_and_white(svg),
        lines=lines,
        size=(round(size[0], 3), round(size[1], 3)),
        edge=EDGE,
        overlap=OVERLAP,
        head_height=HEAD,
        foot_height=FOOT if tiled else LEAST_FOOT,
        papers={paper: lay_on_paper(paper, *size, tiled=tiled) for paper in SMALL},
    )


def lay_on_paper(paper: str, width: float, height: float, *, tiled: bool) -> PaperTiles:
    """Return how a picture lies on a paper, or on the large sheet that goes with it."""
    name, *large = LARGE[paper]
    if tiled:
        name, best = paper, fit_tiles(SMALL[paper], width, height)
    else:
        best = fit_one_sheet((large[0], large[1]), width, height)
    return PaperTiles(best.turned, best.across, best.down, best.scale, name)


def fit_one_sheet(paper: tuple[float, float], width: float, height: float) -> Tiles:
    """Return the way of laying the picture onto one sheet that makes it largest."""
    ways = []
    for turned in (False, True):
        wide, tall = space_on(paper, LEAST_FOOT, turned=turned)
        ways.append(Tiles(turned, 1, 1, largest_scale((wide, tall - HEAD), width, height)))
    return max(ways, key=lambda way: way.scale)


def fit_tiles(paper: tuple[float, float], width: float, height: float) -> Tiles:
    """Return the way with the fewest sheets for a readable picture, and then the largest."""
    ways = []
    for turned in (False, True):
        wide, tall = space_on(paper, FOOT, turned=turned)
        for across, down in product(range(1, MOST + 1), repeat=2):
            whole_wide = across * wide - (across - 1) * OVERLAP
            whole_tall = down * tall - (down - 1) * OVERLAP - HEAD
            scale = largest_scale((whole_wide, whole_tall), width, height)
            ways.append(Tiles(turned, across, down, scale))
    readable = [way for way in ways if way.across * way.down > 1 and way.scale >= READABLE]
    if not readable:
        return max(ways, key=lambda way: way.scale)
    return min(readable, key=lambda way: (way.across * way.down, -way.scale))


def space_on(paper: tuple[float, float], foot: float, *, turned: bool) -> tuple[float, float]:
    """Return the width and height that a sheet has above its foot."""
    wide, tall = reversed(paper) if turned else paper
    return wide - 2 * EDGE, tall - 2 * EDGE - foot


def largest_scale(space: tuple[float, float], width: float, height: float) -> float:
    """Return how much larger the picture may be in a space, in steps of a hundredth."""
    return max(1, int(100 * min(space[0] / width, space[1] / height))) / 100


def draw_in_black_and_white(svg: Element) -> str:
    """Return the picture in black on white, where shape, line and words tell things apart."""
    for element in svg.iter():
        element.attrib.pop("aria-labelledby", None)
        element.attrib.pop("aria-describedby", None)
        element.tag = element.tag.removeprefix(SVG)
    for group in svg.iter():
        looks = set(group.get("class", "").split())
        if {"pb-card", "pb-link"} & looks:
            ink_lines(group, looks)
    for element in svg.iter():
        if element.get("stroke") == "currentColor":
            element.set("stroke", "#000")
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    _, _, wide, high = svg.attrib["viewBox"].split()
    svg.set("width", wide)
    svg.set("height", high)
    return write_svg(svg)


def ink_lines(group: Element, looks: set[str]) -> None:
    """Give the lines of a card or a link their weight and dashes; an outcome is white on black."""
    weight = next((HEAVY[look] for look in sorted(looks & HEAVY.keys())), "1.5")
    dashes = next((DASHED[look] for look in sorted(looks & DASHED.keys())), "")
    is_dark, is_axis = "outcome" in looks, "axis" in looks
    for path in group.iter("path"):
        part = path.get("class", "")
        if part == "pb-arrow":
            path.set("fill", "#000")
            continue
        is_icon = part == "pb-icon"
        colour = "#fff" if is_dark and is_icon else "#000"
        path.set("stroke", "none" if is_axis else colour)
        path.set("stroke-width", "1.4" if is_icon else weight)
        if part == "pb-outline":
            paper = "none" if is_axis else "#fff"
            path.set("fill", "#000" if is_dark else paper)
        if dashes and not is_icon:
            path.set("stroke-dasharray", dashes)
            path.set("stroke-linecap", "round" if dashes.startswith(("0", "1")) else "butt")
