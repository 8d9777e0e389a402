"""How wide text is, and where to break it: the same on every machine, whatever fonts it has."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import regex

from playbook.text.graphemes import split_graphemes

# Widths are in thousandths of the font size, whole numbers, so that a line is as wide as its words
# and spaces in whatever order they are added up.
NARROW, UPPER, WIDE, EMOJI = 600, 750, 1000, 1270
SAFETY = 1.12
BOLD = 1.07
# Advance widths of the common sans-serifs (Helvetica, Arial, Liberation Sans).
GROUPS = {
    191: "'",
    222: "ijl",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    260: "|",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    556: "#$?_0123456789Labdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
SCRIPTS = (
    *(
        (0x0590, 0x05FF, 600),
        (0x0600, 0x08FF, 640),
        (0x0900, 0x097F, 660),
        (0x0980, 0x09FF, 700),
    ),
    *(
        (0x0B80, 0x0BFF, 1050),
        (0x0C00, 0x0C7F, 850),
        (0x0C80, 0x0CFF, 820),
        (0x0D00, 0x0D7F, 1050),
    ),
    *(
        (0x0D80, 0x0DFF, 950),
        (0x0E00, 0x0EFF, 640),
        (0x1000, 0x109F, 880),
        (0x1200, 0x139F, 800),
    ),
)
"""Writing with letters that are narrower or wider than others, by its code points; averages of
Noto."""
UNSEEN = {"Mn", "Me", "Cf", "Cc"}
PICTURE = regex.compile(
    r"\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Extended_Pictographic}\uFE0F|\u20E3"
)
FREE = r"\p{Line_Break=ID}\p{Line_Break=CJ}\p{Line_Break=SA}"
UNSPACED = regex.compile(f"[{FREE}]")
"""Writing that puts no spaces between words."""
OPENING = r"[\p{Ps}\p{Pi}\p{Logical_Order_Exception}]"
CLOSING = r"[\p{Pe}\p{Pf}\p{Po}\p{Line_Break=NS}\p{Line_Break=CJ}]"
UNITS = regex.compile(rf"{OPENING}*(?:(?:(?![{FREE}\p{{Ps}}\p{{Pi}}])\X)+|\X){CLOSING}*")
"""What stays together there: a character, or a word in other writing, with the punctuation that
holds on to it."""
WIDTHS = {sign: width for width, signs in GROUPS.items() for sign in signs}


def measure_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return an upper estimate of the text's width in the unit of `size`."""
    return measure_signs(text) * find_scale(size, bold=bold)


def find_scale(size: float, *, bold: bool) -> float:
    """Return how wide a thousandth of the font size is to be taken for."""
    return size * SAFETY * (BOLD if bold else 1) / 1000


def measure_signs(text: str) -> int:
    """Return the width of a text, in thousandths."""
    if text.isascii():
        return sum(map(ASCII_WIDTHS.__getitem__, text))
    return sum(map(measure_grapheme, split_graphemes(text)))


measure_word = lru_cache(maxsize=20_000)(measure_signs)
"""The same, remembered, as the same few words come again and again."""


@lru_cache(maxsize=10_000)
def measure_grapheme(grapheme: str) -> int:
    """Return the width of what a reader takes for one character, in thousandths."""
    if PICTURE.search(grapheme):
        return EMOJI
    return sum(WIDTHS.get(sign) or estimate_advance(sign) for sign in grapheme)


def estimate_advance(sign: str) -> int:
    """Return the width of a sign outside ASCII, in thousandths."""
    if unicodedata.category(sign) in UNSEEN:
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return WIDE
    for first, last, across in SCRIPTS:
        if first <= ord(sign) <= last:
            return across
    base = unicodedata.normalize("NFD", sign)[0]
    return WIDTHS.get(base, NARROW if sign.islower() else UPPER)


SPACE = WIDTHS[" "]
ASCII_WIDTHS = {chr(point): measure_grapheme(chr(point)) for point in range(128)}
"""Looked up in place of `measure_grapheme`, of which most texts ask thousands of times."""


def wrap_text(
    text: str, room: float, size: float, *, bold: bool = False, lines: int = 4
) -> list[str]:
    """Return the text in lines that fit `room`.

    Words too long are cut, and so is what `lines` can't hold. Chinese, Japanese, Thai and the like
    break between any two characters, and no character is ever cut.
    """
    scale = find_scale(size, bold=bold)
    rows: list[str] = []
    row, across = "", 0
    for gap, piece, width in split_pieces(text, room, scale):
        wider = across + width + (SPACE if gap else 0)
        if row and wider * scale > room:
            rows.append(row)
            row, across = piece, width
        elif row:
            row, across = f"{row}{gap}{piece}", wider
        else:
            row, across = piece, width
    rows.append(row)
    if len(rows) > lines:
        rows = rows[:lines]
        signs = split_graphemes(rows[-1])
        while signs and measure_width(f"{''.join(signs)}…", size, bold=bold) > room:
            signs.pop()
        rows[-1] = f"{''.join(signs).rstrip(' ,.;:')}…"
    return rows


def split_pieces(text: str, room: float, scale: float) -> Iterator[tuple[str, str, int]]:
    """Yield what stays together on a line, with the space or the nothing before it, and its width.

    What is too wide, in parts.
    """
    for word in text.split():
        gap = " "
        for unit in UNITS.findall(word) if UNSPACED.search(word) else (word,):
            width = measure_word(unit)
            if width * scale <= room:
                yield gap, unit, width
            else:
                for part, part_width in split_unit(unit, room, scale):
                    yield gap, part, part_width
                    gap = ""
            gap = ""


def split_unit(unit: str, room: float, scale: float) -> Iterator[tuple[str, int]]:
    """Yield a word in parts that fit, none of its characters cut in two, with their widths."""
    part, across = "", 0
    for sign in split_graphemes(unit):
        width = measure_signs(sign)
        if part and (across + width) * scale > room:
            yield part, across
            part, across = "", 0
        part, across = part + sign, across + width
    yield part, across
