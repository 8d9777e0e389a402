"""How wide text is, and where to break it: the same on every machine, whatever fonts it has."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import regex

from playbook.text.graphemes import split_graphemes

NARROW, WIDE, EMOJI = 0.60, 1.0, 1.27
SAFETY = 1.12
BOLD = 1.07
# Advance widths of the common sans-serifs (Helvetica, Arial, Liberation Sans) in thousandths of the
# font size.
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
        (0x0590, 0x05FF, 0.60),
        (0x0600, 0x08FF, 0.64),
        (0x0900, 0x097F, 0.66),
        (0x0980, 0x09FF, 0.70),
    ),
    *(
        (0x0B80, 0x0BFF, 1.05),
        (0x0C00, 0x0C7F, 0.85),
        (0x0C80, 0x0CFF, 0.82),
        (0x0D00, 0x0D7F, 1.05),
    ),
    *(
        (0x0D80, 0x0DFF, 0.95),
        (0x0E00, 0x0EFF, 0.64),
        (0x1000, 0x109F, 0.88),
        (0x1200, 0x139F, 0.80),
    ),
)
"""Writing with letters that are narrower or wider than others, by its code points; averages of Noto
in ems."""
UNSEEN = {"Mn", "Me", "Cf", "Cc"}
PICTURE = regex.compile(
    r"\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Extended_Pictographic}\uFE0F|\u20E3"
)
FREE = r"\p{Line_Break=ID}\p{Line_Break=CJ}\p{Line_Break=SA}"
UNSPACED = regex.compile(f"[{FREE}]")
"""Writing that puts no spaces between words."""
OPENING = r"[\p{Ps}\p{Pi}\p{Logical_Order_Exception}]"
CLOSING = r"[\p{Pe}\p{Pf}\p{Po}\p{Line_Break=NS}\p{Line_Break=CJ}]"
UNITS = regex.compile(rf"{OPENING}*(?:[^{FREE}\p{{Ps}}\p{{Pi}}]+|\X){CLOSING}*")
"""What stays together there: a character, or a word in other writing, with the punctuation that
holds on to it."""
WIDTHS = {sign: width / 1000 for width, signs in GROUPS.items() for sign in signs}


def measure_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return an upper estimate of the text's width in the unit of `size`."""
    widths = (
        map(ASCII_WIDTHS.__getitem__, text)
        if text.isascii()
        else map(measure_grapheme, split_graphemes(text))
    )
    return sum(widths) * size * SAFETY * (BOLD if bold else 1)


@lru_cache(maxsize=10_000)
def measure_grapheme(grapheme: str) -> float:
    """Return the width of what a reader takes for one character, in ems."""
    if PICTURE.search(grapheme):
        return EMOJI
    return sum(WIDTHS.get(sign) or estimate_advance(sign) for sign in grapheme)


def estimate_advance(sign: str) -> float:
    """Return the width of a sign outside ASCII, in ems."""
    if unicodedata.category(sign) in UNSEEN:
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return WIDE
    for first, last, across in SCRIPTS:
        if first <= ord(sign) <= last:
            return across
    base = unicodedata.normalize("NFD", sign)[0]
    return WIDTHS.get(base, NARROW if sign.islower() else 0.75)


ASCII_WIDTHS = {chr(point): measure_grapheme(chr(point)) for point in range(128)}
"""Looked up in place of `measure_grapheme`, of which most texts ask thousands of times."""


def wrap_text(
    text: str, room: float, size: float, *, bold: bool = False, lines: int = 4
) -> list[str]:
    """Return the text in lines that fit `room`.

    Words too long are cut, and so is what `lines` can't hold. Chinese, Japanese, Thai and the like
    break between any two characters, and no character is ever cut.
    """
    rows: list[str] = []
    row = ""
    for gap, piece in split_pieces(text, room, size, bold=bold):
        longer = f"{row}{gap}{piece}" if row else piece
        if row and measure_width(longer, size, bold=bold) > room:
            rows.append(row)
            row = piece
        else:
            row = longer
    rows.append(row)
    if len(rows) > lines:
        rows = rows[:lines]
        signs = split_graphemes(rows[-1])
        while signs and measure_width(f"{''.join(signs)}…", size, bold=bold) > room:
            signs.pop()
        rows[-1] = f"{''.join(signs).rstrip(' ,.;:')}…"
    return rows


def split_pieces(text: str, room: float, size: float, *, bold: bool) -> Iterator[tuple[str, str]]:
    """Yield what stays together on a line, with the space or the nothing before it.

    What is too wide, in parts.
    """
    for word in text.split():
        gap = " "
        for unit in UNITS.findall(word) if UNSPACED.search(word) else (word,):
            if measure_width(unit, size, bold=bold) <= room:
                yield gap, unit
            else:
                for part in split_unit(unit, room, size, bold=bold):
                    yield gap, part
                    gap = ""
            gap = ""


def split_unit(unit: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    """Yield a word in parts that fit, none of its characters cut in two."""
    part = ""
    for sign in split_graphemes(unit):
        if part and measure_width(part + sign, size, bold=bold) > room:
            yield part
            part = ""
        part += sign
    yield part
