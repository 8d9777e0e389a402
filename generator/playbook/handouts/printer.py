"""Handouts -> files; what was printed once is kept, and printed anew only when it says something else."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product

from playbook.drawing.cache import PictureCache
from playbook.handouts.handout import Handout
from playbook.handouts.press import PAPERS, Paper, engine, pdf

NAMES: dict[Paper, str] = {"a4": "a4", "us-letter": "letter"}
"""What each paper is called in addresses and on the command line."""
COUNT = re.compile(rb"/Type/Pages/Count (\d+)")


@dataclass(frozen=True)
class Print:
    """A handout on one paper."""

    handout: Handout
    paper: Paper
    content: bytes

    @property
    def path(self) -> str:
        """Its path from the site's root."""
        return f"{self.handout.path}.{NAMES[self.paper]}.pdf"

    @property
    def pages(self) -> int:
        """How many pages it has."""
        found = COUNT.search(self.content)
        return int(found[1]) if found else 0


def prints(handouts: Iterable[Handout], cache: PictureCache, papers: tuple[Paper, ...] = PAPERS) -> Iterator[Print]:
    """Yield each handout on each paper, several made at once."""
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        yield from threads.map(lambda job: printed(job[0], job[1], cache), product(handouts, papers))


def printed(handout: Handout, paper: Paper, cache: PictureCache) -> Print:
    """Return a handout on one paper, as it was kept or made now."""
    key = f"{engine()}\0{paper}\0{json.dumps(handout.said, sort_keys=True)}"
    return Print(handout, paper, cache.kept(key, "pdf", lambda: pdf(handout, paper)))
