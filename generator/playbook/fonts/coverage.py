"""The characters that a font has, as spans of code points."""

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

Span = tuple[int, int]
COLLECTION = b"ttcf"
KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
SHORT, FULL = 4, 12
"""The formats of such a table that fonts have today: of the first 65,536 characters, and of all."""
UNICODE = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}
"""The platforms and encodings of tables that lead from Unicode to glyphs."""


class NoFontError(ValueError):
    """A file is not a TrueType or OpenType font, or it is damaged."""


class Coverage:
    """A set of characters."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self.starts = [first for first, _ in ordered]
        self.ends = [last for _, last in ordered]

    def __contains__(self, sign: str) -> bool:
        point = ord(sign)
        index = bisect_right(self.starts, point) - 1
        return index >= 0 and point <= self.ends[index]


def read_coverage(path: Path) -> Coverage:
    """Return the characters of a font, of a collection's first; other files raise NoFontError."""
    return parse_coverage(path.read_bytes())


def parse_coverage(data: bytes) -> Coverage:
    """Return the characters of a font with these bytes; other bytes raise NoFontError."""
    try:
        return Coverage(list_spans(data))
    except struct.error as error:
        raise NoFontError("a damaged font") from error


def list_spans(data: bytes) -> list[Span]:
    """Return the spans of the fullest Unicode table of a font.

    Other bytes raise NoFontError or struct.error.
    """
    (start,) = struct.unpack_from(">L", data, 12) if data[:4] == COLLECTION else (0,)
    if data[start : start + 4] not in KINDS:
        raise NoFontError("no font")
    (count,) = struct.unpack_from(">H", data, start + 4)
    records = [*struct.iter_unpack(">4sLLL", data[start + 12 : start + 12 + 16 * count])]
    if any(offset + length > len(data) for _, _, offset, length in records):
        raise NoFontError("a font that was cut off")
    offsets = [offset for tag, _, offset, _ in records if tag == b"cmap"]
    if not offsets:
        raise NoFontError("a font without a table of characters")
    table = offsets[0]
    (count,) = struct.unpack_from(">H", data, table + 2)
    tables = struct.iter_unpack(">HHL", data[table + 4 : table + 4 + 8 * count])
    places = [
        table + offset for platform, encoding, offset in tables if (platform, encoding) in UNICODE
    ]
    if not places:
        raise NoFontError("a font without a Unicode table of characters")
    # A table of format 12 has all that one of format 4 has, and what lies beyond.
    fullest = max(places, key=lambda at: int(table_format(data, at) == FULL))
    return list(list_table_spans(data, fullest))


def table_format(data: bytes, at: int) -> int:
    """Return the number of a table's format."""
    return int(struct.unpack_from(">H", data, at)[0])


def list_table_spans(data: bytes, at: int) -> Iterator[Span]:
    """Yield the spans of one table; none of a table in another format."""
    number = table_format(data, at)
    if number == FULL:
        (count,) = struct.unpack_from(">L", data, at + 12)
        for first, last, glyph in struct.iter_unpack(">LLL", data[at + 16 : at + 16 + 12 * count]):
            yield first + (glyph == 0), last  # glyph 0 is the box of a character that is missing
    elif number == SHORT:
        yield from list_segment_spans(data, at)


def list_segment_spans(data: bytes, at: int) -> Iterator[Span]:
    """Yield the spans of a short table, whose segments may have holes."""
    (twice,) = struct.unpack_from(">H", data, at + 6)
    form = f">{twice // 2}H"
    ends = struct.unpack_from(form, data, at + 14)
    starts, deltas, ranges = (
        struct.unpack_from(form, data, at + 16 + twice * part) for part in (1, 2, 3)
    )
    for index, (first, last, delta, offset) in enumerate(
        zip(starts, ends, deltas, ranges, strict=True)
    ):
        if not offset:
            hole = -delta % 0x10000
            if not first <= hole <= last:
                yield first, last
                continue
            yield from (
                span for span in ((first, hole - 1), (hole + 1, last)) if span[0] <= span[1]
            )
            continue
        place = at + 16 + twice * 3 + 2 * index + offset
        glyphs = struct.unpack_from(f">{last - first + 1}H", data, place)
        for point, glyph in enumerate(glyphs, first):
            if glyph and (glyph + delta) % 0x10000:
                yield point, point
