"""Handouts -> files; what was printed is kept, and printed anew when it says something else."""

import json
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product

from playbook.drawing.cache import PictureCache
from playbook.handouts.handout import Handout, Section, shorten_reason
from playbook.handouts.pdf import Pdf
from playbook.handouts.typst import PAPERS, Paper, engine_version, make_pdf

PAPER_NAMES: dict[Paper, str] = {"a4": "a4", "us-letter": "letter"}
"""What each paper is called in addresses and on the command line."""


@dataclass(frozen=True)
class Print:
    """A handout on one paper; without content, and with the reason, where it can't be printed."""

    handout: Handout
    paper: Paper
    content: bytes
    fault: str = ""
    pages: int = 0
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    """The pages on which each of its sheets begins and ends."""

    @property
    def path(self) -> str:
        """Its path from the site's root."""
        return f"{self.handout.path}.{PAPER_NAMES[self.paper]}.pdf"

    @property
    def spans(self) -> Iterator[tuple[Section, int, int]]:
        """Each sheet of a file with several, with the pages from which and to which it goes.

        To page 0, where the file isn't printed yet.
        """
        sections = self.handout.sections
        if not self.pages:
            yield from ((section, 1, 0) for section in sections)
            return
        if sections:
            count = len(sections)
            yield from zip(sections, self.starts[-count:], self.ends[-count:], strict=True)


def choose_papers(name: str) -> tuple[Paper, ...]:
    """Return the papers that `a4`, `letter` or `both` means."""
    return tuple(paper for paper, known in PAPER_NAMES.items() if name in {known, "both"})


def print_handouts(
    handouts: Iterable[Handout], cache: PictureCache, papers: tuple[Paper, ...] = PAPERS
) -> Iterator[Print]:
    """Yield each handout on each paper, several made at once."""
    jobs = product(handouts, papers)
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        yield from threads.map(lambda job: print_handout(job[0], job[1], cache), jobs)


def print_handout(handout: Handout, paper: Paper, cache: PictureCache) -> Print:
    """Return a handout on one paper, as it was kept or made now."""
    if handout.fault:
        return Print(handout, paper, b"", handout.fault)
    engine = f"{engine_version()} {handout.fonts.version}"
    key = f"{engine}\0{paper}\0{json.dumps(handout.data, sort_keys=True)}"
    try:
        pdf = Pdf.load(cache.get(key, "pdf", lambda: make_pdf(handout, paper).dump()))
    except Exception as error:  # noqa: BLE001 - the others are still printed
        return Print(handout, paper, b"", shorten_reason(error))
    return Print(handout, paper, pdf.content, pages=pdf.pages, starts=pdf.starts, ends=pdf.ends)
