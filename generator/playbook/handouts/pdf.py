"""A PDF made small, and on which of its pages each sheet begins."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

VERSION = pikepdf.__libqpdf_version__
"""What decides how a PDF is written."""


@dataclass(frozen=True)
class Pdf:
    """A PDF, how many pages it has, and on which of them each of its sheets begins and ends."""

    content: bytes
    pages: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def dump(self) -> bytes:
        """Return it for the cache: a line of numbers, and the file."""
        numbers = " ".join(map(str, (self.pages, *self.starts, *self.ends)))
        return numbers.encode() + b"\n" + self.content

    @classmethod
    def load(cls, kept: bytes) -> "Pdf":
        """Return what was kept in the cache."""
        numbers, _, content = kept.partition(b"\n")
        pages, *both = map(int, numbers.split())
        half = len(both) // 2
        return cls(content, pages, tuple(both[:half]), tuple(both[half:]))


def compact_pdf(content: bytes, starts: tuple[int, ...] = ()) -> Pdf:
    """Return a PDF of typst's with its tags compressed, which are half of it as typst writes them.

    Its sheets begin where a pack's cover links to, if it isn't known. Each ends on its last
    page with words: what follows is the blank back of its last leaf.
    """
    small = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        starts = starts or (1, *sorted(set(find_link_targets(pdf)) - {1}))
        worded = [n for n, page in enumerate(pdf.pages, 1) if "/Font" in page.resources]
        nexts = (*starts[1:], len(pdf.pages) + 1)
        ends = tuple(max(n for n in worded if n < after) for after in nexts)
        pages = len(pdf.pages)
        mode = pikepdf.ObjectStreamMode.generate
        pdf.save(small, object_stream_mode=mode, deterministic_id=True)
    return Pdf(small.getvalue(), pages, starts, ends)


def find_link_targets(pdf: pikepdf.Pdf) -> Iterator[int]:
    """Yield the number of each page that a link inside the file leads to."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    for page in pdf.pages:
        for note in page.obj.get("/Annots") or ():
            if target := note.get("/Dest"):
                yield numbers[target[0].objgen]
