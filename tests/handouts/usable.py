"""What is wrong with a sheet as it is held in the hand, or as it hangs on a wall."""

from collections.abc import Iterator

from handouts.paper import MM, Box, Paper, cells, flipped, grey, said, squeezed
from playbook.handouts.poster import Poster
from playbook.handouts.printing import Print
from playbook.handouts.tiling import EDGE

LEAST, LEAST_ON_A_WALL = 7.99, 9.99
"""The smallest letters in points, but for rounding."""
FOOT = 20 * MM
INSETS, PALE = (2, 2, -2, -2), 245
"""How far from its edge a piece is looked at, and the darkest grey that counts as white."""
ON_A_WALL = ("poster", "tiles")
DECKS = ("question-cards", "anti-pattern-cards")


def find_faults(each: Print, pages: list[Paper]) -> Iterator[str]:
    """Yield what is wrong with a print: at which page, and what."""
    least = LEAST_ON_A_WALL if each.handout.use in ON_A_WALL else LEAST
    for number, page in enumerate(pages, 1):
        yield from (f"{number}: {fault}" for fault in page.faults)
        if page.letters and min(page.letters) < least:
            yield f"{number}: letters of {min(page.letters)} points"
    yield from find_faults_of_parts(each, pages)
    yield from find_cut_pictures(each)
    yield from find_blank_pieces(each, pages)
    shown = squeezed("".join(page.text for page in pages))
    words = {word for text in said(each.handout.data["sheets"]) for word in text.split()}
    yield from (f"{word!r} is missing" for word in sorted(words) if squeezed(word) not in shown)


def find_faults_of_parts(each: Print, pages: list[Paper]) -> Iterator[str]:
    """Yield where a part begins on a back, a page is nearly empty, or a back isn't behind."""
    use, flip = each.handout.use, "short" if each.handout.path.endswith(".short") else "long"
    parts = [(first, last, part.is_deck) for part, first, last in each.spans]
    for first, last, is_deck in parts or [(1, len(pages), use.startswith(DECKS))]:
        if use == "pack" and first % 2 == 0:
            yield f"{first}: a part begins on a back"
        if use == "pack" and list_inked(pages, first, last) not in squeezed(pages[0].text):
            yield f"{first}: the cover doesn't list exactly the pages that aren't blank"
        for number in range(first, last):
            page = pages[number - 1]
            if page.text and use not in ON_A_WALL and find_end(page) < page.tall / 4:
                yield f"{number}: three quarters are empty"
        for number in range(first, last, 2) if is_deck else ():
            front, back = pages[number - 1 : number + 1]
            behind = [flipped(box, front, flip) for box in cells(back)]
            if not is_same(cells(front), behind):
                yield f"{number}: a back isn't behind its front"


def list_inked(pages: list[Paper], first: int, last: int) -> str:
    """Return the pages of a part that aren't blank, as the cover lists them, without spaces."""
    inked = [number for number in range(first, last + 1) if pages[number - 1].text]
    starts = [number for number in inked if number - 1 not in inked]
    ends = [number for number in inked if number + 1 not in inked]
    runs = zip(starts, ends, strict=True)
    return ",".join(f"{start}–{end}" if start < end else f"{start}" for start, end in runs)  # noqa: RUF001 - as the cover writes it


def find_cut_pictures(each: Print) -> Iterator[str]:
    """Yield what of a picture is whole on no sheet, and which sheets have nothing of it."""
    for sheet in each.handout.sheets:
        if isinstance(sheet, Poster):
            laid = sheet.laid["papers"][each.paper]
            boxes = [scale_box(box, laid["scale"]) for box in sheet.laid["boxes"]]
            tiles = [tile["box"] for tile in laid["tiles"]]
            letters = laid["scale"] * min(
                (line["size"] for line in sheet.laid["lines"]), default=10
            )
            if letters < (LEAST_ON_A_WALL if each.handout.use in ON_A_WALL else LEAST):
                yield f"the words of the picture are set in {letters:.1f} points"
            cut = sum(not any(is_within(box, tile) for tile in tiles) for box in boxes)
            if cut:
                yield f"{cut} of {len(boxes)} boxes and words are whole on no sheet"


def find_blank_pieces(each: Print, pages: list[Paper]) -> Iterator[str]:
    """Yield which of the sheets to be joined have nothing of their picture on them."""
    first = 0
    for sheet in each.handout.sheets if each.handout.use in ON_A_WALL else ():
        assert isinstance(sheet, Poster)
        tiles = sheet.laid["papers"][each.paper]["tiles"]
        for number, tile in enumerate(tiles if len(tiles) > 1 else (), first + 1):
            left, top, right, bottom = tile["box"]
            low = EDGE + (sheet.head_height if top == 0 else 0)
            piece = (EDGE, low, EDGE + right - left, low + bottom - top)
            if not has_ink(pages[number - 1], piece):
                yield f"{number}: nothing of the picture is on this sheet"
        first += len(tiles)
    if first and first != len(pages):
        yield f"{first} sheets of a picture are on {len(pages)} pages"


def has_ink(page: Paper, piece: Box, dpi: int = 36) -> bool:
    """Whether anything is printed within a part of a page, in millimetres, but for its edge."""
    inside = (round((side + inset) / 25.4 * dpi) for side, inset in zip(piece, INSETS, strict=True))
    left, top, right, bottom = inside
    pixels = grey(page.native, dpi)
    return any(pixels[y, x] < PALE for y in range(top, bottom) for x in range(left, right))


def scale_box(box: list[float], scale: float) -> list[float]:
    return [side * scale for side in box]


def is_within(box: list[float], tile: list[float]) -> bool:
    """Whether all of a box lies on a sheet, but for rounding."""
    starts, ends = zip(tile[:2], box[:2], strict=True), zip(box[2:], tile[2:], strict=True)
    return all(one <= other + 0.02 for one, other in (*starts, *ends))


def is_same(ones: list[Box], others: list[Box]) -> bool:
    """Whether boxes lie where others lie, but for half a millimetre."""
    if len(ones) != len(others):
        return False
    pairs = zip(sorted(ones, key=place), sorted(others, key=place), strict=True)
    return all(abs(a - b) < 0.5 * MM for pair in pairs for a, b in zip(*pair, strict=True))


def place(box: Box) -> tuple[int, int]:
    return round(box[0] / MM), round(box[1] / MM)


def find_end(page: Paper) -> float:
    """Return how far down the page anything stands above its foot."""
    places = [box[3] for box in (*page.boxes, *page.lines)]
    return max((place for place in places if place < page.tall - FOOT), default=0.0)
