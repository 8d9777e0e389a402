"""How a picture lies over one sheet or several, joined where nothing is cut."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import ceil

Size = tuple[float, float]
Span = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in millimetres."""
EDGE, OVERLAP = 12.0, 10.0
"""The margin of each sheet, and what each has beyond a join, to be glued."""
HEAD, FOOT, LEAST_FOOT = 18.0, 24.0, 14.0
"""The height of the title, and of the foot of a sheet to be joined and of a single one."""
TALL_HEAD = 28.0
"""The height of a title with where things stand below it."""
FREE = 1.0
"""How much of a mark may be only what stays free around it."""
MOST = 400
"""The most sheets: what would need more has smaller letters."""
STEP, STEPS, MORE_STEPS = 1.06, 8, 16
"""By how much a picture grows at a time, how often, and how often where something is cut."""
FEWER = 0.8
"""How much smaller letters become where they would need too many sheets."""


@dataclass(frozen=True)
class Picture:
    """What decides how a picture is laid: lengths in millimetres, and its smallest letters."""

    size: Size
    boxes: Sequence[Box]
    """What must not be cut."""
    letters: float
    """In points."""
    head: float = HEAD
    """The height of what stands above it on the first sheet."""
    lines: Sequence[Box] = ()
    """What may be cut, but not left out."""


@dataclass(frozen=True)
class Tiling:
    """How a picture lies over sheets of one size, turned or not, and how enlarged."""

    paper: Size
    turned: bool
    scale: float
    tiles: list[Box]
    """What each sheet holds of the enlarged picture."""
    cuts: int = 0
    """How much had to be cut, that should not be."""
    blanks: int = 0
    """How many sheets have nothing whole on them."""


def lay_over(picture: Picture, papers: Iterable[Size], least: float) -> Tiling:
    """Return a picture on one sheet of the first size on which its letters are large enough.

    Where they are on none, it lies over several of one size.
    """
    papers = tuple(papers)
    for paper in papers:
        single = fit_one_sheet(picture, paper)
        if single.scale * picture.letters >= least:
            return single
    cheapest_first = sorted(papers, key=lambda paper: weigh_sheets(picture, paper, least))
    ways = []
    for paper in cheapest_first:
        ways.append(fit_tiles(picture, paper, least))
        if ways[-1].cuts == 0 and ways[-1].scale * picture.letters >= least:
            return ways[-1]
    return min(ways, key=lambda way: (way.cuts, -way.scale))


def weigh_sheets(picture: Picture, paper: Size, least: float) -> float:
    """Return what a paper costs: about how much of it, and more the more sheets are to be joined.

    A long row needs little of small paper, a large map a few sheets of a large one.
    """
    scale = least / picture.letters
    wide, tall = picture.size[0] * scale, picture.size[1] * scale + picture.head
    rooms = [space_on(paper, FOOT, turned=turned) for turned in (False, True)]
    counts = [ceil(wide / (w - OVERLAP)) * ceil(tall / (h - OVERLAP)) for w, h in rooms]
    return paper[0] * paper[1] * float(min(counts) ** 1.5)


def fit_one_sheet(picture: Picture, paper: Size) -> Tiling:
    """Return the way of laying the picture onto one sheet that makes it largest."""
    width, height = picture.size
    ways = []
    for turned in (False, True):
        wide, tall = space_on(paper, LEAST_FOOT, turned=turned)
        scale = max(1, int(100 * min(wide / width, (tall - picture.head) / height))) / 100
        ways.append(Tiling(paper, turned, scale, [(0.0, 0.0, width * scale, height * scale)]))
    return max(ways, key=lambda way: way.scale)


def fit_tiles(picture: Picture, paper: Size, least: float) -> Tiling:
    """Return the way that cuts least with letters of this size; then the fewest sheets."""
    scale = least / picture.letters
    best = min(list_ways(picture, paper, scale), key=rank)
    if len(best.tiles) > MOST:
        return fit_tiles(picture, paper, least * FEWER)
    for step in range(1, MORE_STEPS):
        larger = min(list_ways(picture, paper, scale * STEP**step), key=rank)
        if best.cuts == 0 and (step > STEPS or len(larger.tiles) > len(best.tiles)):
            break
        best = min(best, larger, key=rank)
    return best


def rank(way: Tiling) -> tuple[int, int, int, float]:
    """Return what ways are compared by: what is cut, how many sheets, how blank and how small."""
    return way.cuts, len(way.tiles), way.blanks, -way.scale


def list_ways(picture: Picture, paper: Size, scale: float) -> Iterator[Tiling]:
    """Yield the ways of laying a picture so enlarged over sheets."""
    size = (picture.size[0] * scale, picture.size[1] * scale)
    boxes, lines = enlarge(picture.boxes, scale), enlarge(picture.lines, scale)
    for turned, by_rows in product((False, True), repeat=2):
        wide, tall = space_on(paper, FOOT, turned=turned)
        room = (wide - OVERLAP, tall - OVERLAP)
        cut_up = cut_into_rows if by_rows else cut_into_columns
        tiles = list(cut_up(size, room, (boxes, lines), picture.head))
        marked = [tile for tile in tiles if is_marked(tile, (*boxes, *lines))]
        # The title stands on the first of them, so that one is a sheet of the upper edge.
        first = next((tile for tile in marked if tile[1] == 0), tiles[0])
        kept = [first, *(tile for tile in marked if tile != first)]
        cuts = sum(not any(holds(tile, box) for tile in kept) for box in boxes)
        blanks = sum(not any(holds(tile, box) for box in boxes) for tile in kept)
        yield Tiling(paper, turned, scale, kept, cuts, blanks)


def enlarge(boxes: Sequence[Box], scale: float) -> list[Box]:
    """Return boxes as they are in a picture so enlarged."""
    return [(a * scale, b * scale, c * scale, d * scale) for a, b, c, d in boxes]


def is_marked(tile: Box, marks: Iterable[Box]) -> bool:
    """Whether any part of a mark lies on a tile, and not just what is free around it."""
    left, top, right, bottom = tile[0] + FREE, tile[1] + FREE, tile[2] - FREE, tile[3] - FREE
    return any(a < right and left < c and b < bottom and top < d for a, b, c, d in marks)


def cut_into_rows(
    size: Size, room: Size, marks: tuple[Sequence[Box], Sequence[Box]], head: float
) -> Iterator[Box]:
    """Yield the tiles of a picture that is cut into rows, and each of these where it can be.

    A row begins where something stands on it, and ends where nothing more does.
    """
    (width, height), (boxes, lines) = size, marks
    rows = cut(height, room[1] - head, room[1], [(top, bottom) for _, top, _, bottom in boxes])
    for top, bottom in rows:
        spans = [(a, c) for a, b, c, d in boxes if b < bottom and top < d]
        along = [*spans, *((a, c) for a, b, c, d in lines if b < bottom and top < d)]
        start = max(0.0, min((a for a, _ in along), default=0.0))
        end = min(width, max((c for _, c in along), default=width))
        shifted = [(a - start, c - start) for a, c in spans]
        for left, right in cut(end - start, room[0], room[0], shifted):
            yield start + left, top, start + right, bottom


def cut_into_columns(
    size: Size, room: Size, marks: tuple[Sequence[Box], Sequence[Box]], head: float
) -> Iterator[Box]:
    """Yield the tiles of a picture that is cut into columns first, each as far as it goes down.

    All begin at the top: the first has the title above it.
    """
    (width, height), (boxes, lines) = size, marks
    for left, right in cut(width, room[0], room[0], [(a, c) for a, _, c, _ in boxes]):
        spans = [(b, d) for a, b, c, d in boxes if a < right and left < c]
        ends = [*(d for _, d in spans), *(d for a, _, c, d in lines if a < right and left < c)]
        end = min(height, max(ends, default=height))
        for top, bottom in cut(end, room[1] - head, room[1], spans):
            yield left, top, right, bottom


def cut(length: float, first: float, room: float, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of a length, none longer than its room, that cut the fewest spans.

    They are as few as can be, and about as long as each other.
    """
    count = 1 if length <= first else 1 + ceil((length - first) / room)
    while not (ends := find_ends(length, first, room, spans, count)):
        count += 1
    yield from pairwise([0.0, *ends])


def find_ends(
    length: float, first: float, room: float, spans: Sequence[Span], count: int
) -> list[float]:
    """Return where each of so many parts ends; nothing where they are too few."""
    ends = [0.0]
    for left in range(count - 1, 0, -1):
        space = first if len(ends) == 1 else room
        ideal = ends[-1] + (length - ends[-1]) / (left + 1)
        ends.append(find_gap(ends[-1] + space / 5, ends[-1] + space, ideal, spans))
    return [*ends[1:], length] if length - ends[-1] <= (room if ends[1:] else first) else []


def find_gap(least: float, most: float, ideal: float, spans: Sequence[Span]) -> float:
    """Return the place between two that cuts the fewest spans, and of those the nearest to one."""
    edges = [edge for span in spans for edge in span if least < edge < most]
    starts, ends = sorted(start for start, _ in spans), sorted(end for _, end in spans)

    def rate(place: float) -> tuple[int, float]:
        cuts = bisect_left(starts, place) - bisect_right(ends, place)
        return cuts, abs(place - ideal)

    return min((min(ideal, most), most, *edges), key=rate)


def holds(tile: Box, box: Box) -> bool:
    """Whether a box lies within a tile."""
    near = 0.01
    return (
        tile[0] - near <= box[0]
        and tile[1] - near <= box[1]
        and box[2] <= tile[2] + near
        and box[3] <= tile[3] + near
    )


def space_on(paper: Size, foot: float, *, turned: bool) -> Size:
    """Return the width and height that a sheet has above its foot."""
    wide, tall = reversed(paper) if turned else paper
    return wide - 2 * EDGE, tall - 2 * EDGE - foot
