"""A PDF as the tests read it back.

Its texts with their places, in points from the left upper corner.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise, takewhile
from math import hypot
from typing import Any

import pypdfium2
from pypdfium2 import raw

MM = 72 / 25.4
UNSEEN = {"notes"}
SIGN = re.compile(r"[\s\x02\u200b\xad\ufffe-]")
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class Paper:
    """One printed page."""

    wide: float
    tall: float
    text: str
    boxes: list[Box]
    """Where each run of text stands."""
    native: pypdfium2.PdfPage

    @cached_property
    def lines(self) -> list[Box]:
        """Where each straight line stands."""
        drawn = [each.get_bounds() for each in self.native.get_objects([raw.FPDF_PAGEOBJ_PATH])]
        return [
            (left, self.tall - top, right, self.tall - bottom)
            for left, bottom, right, top in drawn
            if min(right - left, top - bottom) < 2
        ]

    @cached_property
    def letters(self) -> set[float]:
        """The sizes of its letters, in points."""
        sizes = set()
        for each in self.native.get_objects([raw.FPDF_PAGEOBJ_TEXT]):
            size = ctypes.c_float()
            raw.FPDFTextObj_GetFontSize(each.raw, size)
            matrix = each.get_matrix()
            sizes.add(round(size.value * hypot(matrix.c, matrix.d), 2))
        return sizes

    def inside(self, box: Box) -> str:
        """Return the text that stands in a part of the page."""
        left, top, right, bottom = box
        page = self.native.get_textpage()
        return str(page.get_text_bounded(left, self.tall - bottom, right, self.tall - top))

    @property
    def faults(self) -> Iterator[str]:
        """What can't be read: text that leaves the page, and text over text."""
        edge = 5 * MM
        for left, top, right, bottom in self.boxes:
            if left < edge or top < edge or right > self.wide - edge or bottom > self.tall - edge:
                yield f"text leaves the page at {left:.0f} {top:.0f} {right:.0f} {bottom:.0f}"
        falling = sorted(self.boxes, key=lambda box: box[1])
        for number, one in enumerate(falling, start=1):
            for other in takewhile(
                lambda box: box[1] < one[3] - 1.5,  # noqa: B023
                islice(falling, number, None),
            ):
                across = min(one[2], other[2]) - max(one[0], other[0])
                down = min(one[3], other[3]) - other[1]
                leaning = 4 if down > 0.6 * min(one[3] - one[1], other[3] - other[1]) else 1.5
                if across > leaning and down > 1.5:
                    yield f"text stands over text at {max(one[0], other[0]):.0f} {other[1]:.0f}"


def cells(page: Paper) -> list[Box]:
    """Return the cards of a page as its marks say to cut them, along the rows."""
    across = sorted(
        {
            round(left, 1)
            for left, top, right, bottom in page.lines
            if right - left < 2 < bottom - top < 20
        }
    )
    down = sorted(
        {
            round(top, 1)
            for left, top, right, bottom in page.lines
            if bottom - top < 2 < right - left < 20
        }
    )
    return [
        (left, top, right, bottom)
        for top, bottom in pairwise(down)
        for left, right in pairwise(across)
    ]


def flipped(box: Box, page: Paper, flip: str) -> Box:
    """Return where a piece of the sheet is seen once it is turned over its long or its short
    edge.
    """
    left, top, right, bottom = box
    if flip == "long":
        return page.wide - right, top, page.wide - left, bottom
    return left, page.tall - bottom, right, page.tall - top


def read(content: bytes) -> list[Paper]:
    """Return the pages of a PDF."""
    return [page(each) for each in pypdfium2.PdfDocument(content)]


def page(native: pypdfium2.PdfPage) -> Paper:
    """Return one page as it reads."""
    wide, tall = native.get_size()

    def turned(left: float, bottom: float, right: float, top: float) -> Box:
        return left, tall - top, right, tall - bottom

    text = native.get_textpage()
    boxes = [turned(*text.get_rect(index)) for index in range(text.count_rects())]
    return Paper(wide, tall, text.get_text_range(), boxes, native)


def grey(native: pypdfium2.PdfPage, dpi: int = 150) -> memoryview:
    """Return a page as rows of grey pixels."""
    picture = native.render(scale=dpi / 72, grayscale=True)
    rows = memoryview(picture.buffer).cast("B")
    flat = b"".join(
        rows[n * picture.stride : n * picture.stride + picture.width] for n in range(picture.height)
    )
    return memoryview(flat).cast("B", (picture.height, picture.width))


def squeezed(text: str) -> str:
    """Return a text without spaces and capitals, which a page may set otherwise."""
    return SIGN.sub("", text).casefold()


def said(value: Any) -> Iterator[str]:
    """Yield each text of a sheet."""
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in UNSEEN:
                yield from [each] if name == "text" and isinstance(each, str) else said(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from said(each)
