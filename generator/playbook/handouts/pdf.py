"""A PDF made small, and on which of its pages each sheet begins."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

VERSION = pikepdf.__libqpdf_version__
"""What decides how a PDF is written."""


@dataclass(frozen=True)
class Pdf:
    """A PDF, how many pages it has, and the page on which each of its sheets begins."""

    content: bytes
    pages: int
    starts: tuple[int, ...]

    def dump(self) -> bytes:
        """Return it for the cache: a line of numbers, and the file."""
        numbers = " ".join(map(str, (self.pages, *self.starts)))
        return numbers.encode() + b"\n" + self.content

    @classmethod
    def load(cls, kept: bytes) -> "Pdf":
        """Return what was kept in the cache."""
        numbers, _, content = kept.partition(b"\n")
        pages, *starts = map(int, numbers.split())
        return cls(content, pages, tuple(starts))


def compact_pdf(content: bytes) -> Pdf:
    """Return a PDF of typst's with its tags compressed, which are half of it as typst writes them.

    Its sheets begin on the first page, and where a pack's cover links to.
    """
    small = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        starts = (1, *sorted(set(find_link_targets(pdf)) - {1}))
        pages = len(pdf.pages)
        mode = pikepdf.ObjectStreamMode.generate
        pdf.save(small, object_stream_mode=mode, deterministic_id=True)
    return Pdf(small.getvalue(), pages, starts)


def find_link_targets(pdf: pikepdf.Pdf) -> Iterator[int]:
    """Yield the number of each page that a link inside the file leads to."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    for page in pdf.pages:
        for note in page.obj.get("/Annots") or ():
            if target := note.get("/Dest"):
                yield numbers[target[0].objgen]
