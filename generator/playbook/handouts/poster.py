"""A poster of a picture: on one large sheet, or over several small ones to be joined."""

import functools
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, Literal
from xml.etree.ElementTree import fromstring

from playbook.drawing.cache import PictureCache
from playbook.drawing.drawing import Drawing
from playbook.handouts.ink import Colours, draw_for_paper, has_light_words
from playbook.handouts.lines import bound_line, list_cards, list_links, take_lines
from playbook.handouts.rich_text import RichText, Runs, plain
from playbook.handouts.sheet import Sheet, make_head, to_json
from playbook.handouts.tiling import (
    EDGE,
    FOOT,
    HEAD,
    OVERLAP,
    TALL_HEAD,
    Box,
    Picture,
    Size,
    lay_over,
)
from playbook.language import _

MM = 72 / 25.4
CODE = ("poster.py", "tiling.py", "lines.py", "ink.py", "../drawing/text_width.py")
AROUND = 3.0
"""What stays free around a box or a word, in points of the picture."""
SHEETS: dict[str, dict[str, Size]] = {
    "a4": {
        "A4": (210.0, 297.0),
        "A3": (297.0, 420.0),
        "A2": (420.0, 594.0),
        "A1": (594.0, 841.0),
        "A0": (841.0, 1189.0),
    },
    "us-letter": {
        "US Letter": (215.9, 279.4),
        "Tabloid": (279.4, 431.8),
        "ANSI C": (431.8, 558.8),
        "ANSI D": (558.8, 863.6),
        "ANSI E": (863.6, 1117.6),
    },
}
"""For each paper itself and the larger ones that go with it, with their sizes in millimetres."""
Form = Literal["page", "poster", "tiles"]
"""A page among others, one large sheet, or several small ones to be joined."""
LEAST: dict[Form, float] = {"page": 8.0, "poster": 10.0, "tiles": 10.0}
"""The smallest letters of each form, in points."""


@dataclass(frozen=True)
class Tile:
    """A sheet of a picture: what it holds of it, and the numbers of those beside it."""

    box: Box
    left: str
    above: str
    right: str
    below: str


@dataclass(frozen=True)
class PaperTiles:
    """How a picture lies over sheets of this size, in millimetres, and how enlarged."""

    paper: Size
    scale: float
    tiles: list[Tile]


@dataclass(frozen=True, kw_only=True)
class Poster(Sheet):
    """A picture; its lengths are in millimetres before it is enlarged."""

    kind: ClassVar[str] = "poster"

    alt: str
    edge: float
    overlap: float
    head_height: float
    foot_height: float
    laid: dict[str, Any]
    """As `lay_picture()` returns it."""

    headlines: list[Runs]
    """Where things stand: the metric, verdicts, the day."""

    def list_tiles(self, paper: str) -> list[dict[str, Any]]:
        """Return its sheets on a paper."""
        return list(self.laid["papers"][paper]["tiles"])

    def describe_size(self, paper: str) -> str:
        """Return how many sheets of which size it needs on a paper, and how large it is then."""
        size, tiles = self.laid["papers"][paper]["paper"], self.list_tiles(paper)
        sheet = name_sheet(paper, size)
        if len(tiles) > 1:
            sheet = f"{len(tiles)} \N{MULTIPLICATION SIGN} {sheet}"
            ends = [tile["box"][2:] for tile in tiles]
            size = max(end[0] for end in ends), max(end[1] for end in ends) + self.head_height
        inch, cm = 25.4, 10
        wide, tall = (round(length / (cm if paper == "a4" else inch)) for length in size)
        if paper == "a4":
            return _("%(sheet)s, %(wide)s by %(tall)s cm", sheet=sheet, wide=wide, tall=tall)
        return _("%(sheet)s, %(wide)s by %(tall)s inches", sheet=sheet, wide=wide, tall=tall)


def make_poster(  # noqa: PLR0913, PLR0917 - one argument for each thing that stands on it
    rich_text: RichText,
    title: str,
    drawing: Drawing,
    cache: PictureCache,
    form: Form = "poster",
    colours: Colours = MappingProxyType({}),
    headlines: tuple[str, ...] = (),
) -> Poster:
    """Return a picture as a poster in one form, on each paper as large as its letters need."""
    picture = cache.draw_picture(drawing)
    head = TALL_HEAD if headlines else HEAD
    key = f"{fingerprint()}\0{form}\0{head}\0{json.dumps(dict(colours))}\0{picture}"

    def lay() -> bytes:
        return json.dumps(to_json(lay_picture(picture, form, head, colours))).encode()

    return Poster(
        head=make_head(rich_text, plain(title), title),
        alt=drawing.description,
        edge=EDGE,
        overlap=OVERLAP,
        head_height=head,
        foot_height=FOOT,
        laid=json.loads(cache.get(key, "json", lay)),
        headlines=[plain(words) for words in headlines],
    )


@functools.cache
def fingerprint() -> str:
    """Return what, beside a picture, decides how it is laid."""
    here = Path(__file__).parent
    code = b"".join((here / name).read_bytes() for name in CODE)
    return hashlib.sha256(code).hexdigest()


def lay_picture(picture: str, form: Form, head: float, colours: Colours) -> dict[str, Any]:
    """Return a picture for paper, its words apart, and how it lies on each paper."""
    svg = fromstring(picture)  # noqa: S314 - our own drawing
    _, _, wide, high = (float(number) for number in svg.attrib["viewBox"].split())
    size = (round(wide / MM, 3), round(high / MM, 3))
    cards = list_cards(svg)
    lines = take_lines(svg)
    boxes = [free_around(box) for box in (*cards, *map(bound_line, lines))]
    letters = min((line.size for line in lines), default=10.0)
    laid = Picture(size, boxes, letters, head, [free_around(box) for box in list_links(svg)])
    is_light = has_light_words(colours)
    return {
        "boxes": boxes,
        "lines": [replace(line, white=line.white and is_light) for line in lines],
        "papers": {paper: lay_on_paper(paper, laid, form) for paper in SHEETS},
        "picture": draw_for_paper(svg, colours),
        "size": size,
    }


def free_around(box: Box) -> Box:
    """Return a box of the picture in millimetres, with what stays free around it."""
    left, top, right, bottom = box
    return (
        round((left - AROUND) / MM, 3),
        round((top - AROUND) / MM, 3),
        round((right + AROUND) / MM, 3),
        round((bottom + AROUND) / MM, 3),
    )


def lay_on_paper(paper: str, picture: Picture, form: Form) -> PaperTiles:
    """Return how a picture lies on a paper, or on the large sheets that go with it."""
    sizes = [*SHEETS[paper].values()]
    way = lay_over(picture, sizes[1:] if form == "poster" else sizes[:1], LEAST[form])
    wide, tall = reversed(way.paper) if way.turned else way.paper
    return PaperTiles((wide, tall), round(way.scale, 4), list(join_tiles(way.tiles)))


def name_sheet(paper: str, size: Size) -> str:
    """Return what a sheet of one paper's family is called."""
    return next(name for name, known in SHEETS[paper].items() if sorted(known) == sorted(size))


def join_tiles(tiles: Sequence[Box]) -> Iterator[Tile]:
    """Yield the sheets of a picture, each with the numbers of its neighbours."""
    numbered = list(enumerate(tiles, 1))
    for left, top, right, bottom in tiles:
        beside = {n: tile for n, tile in numbered if tile[1] < bottom and top < tile[3]}
        over = {n: tile for n, tile in numbered if tile[0] < right and left < tile[2]}
        yield Tile(
            box=(round(left, 3), round(top, 3), round(right, 3), round(bottom, 3)),
            left=list_numbers(n for n, tile in beside.items() if tile[2] == left),
            above=list_numbers(n for n, tile in over.items() if tile[3] == top),
            right=list_numbers(n for n, tile in beside.items() if tile[0] == right),
            below=list_numbers(n for n, tile in over.items() if tile[1] == bottom),
        )


def list_numbers(numbers: Iterable[int]) -> str:
    """Return the numbers of sheets as words."""
    return " + ".join(map(str, numbers))
