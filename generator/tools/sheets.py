"""Reads back every sheet of the content and of generated sessions: `make sheets`.

Nothing is cut or too small to read, no page is nearly empty, parts begin on fronts, and each back
lies behind its front. Tests read a choice of them in the same way.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from handouts.paper import read
from handouts.sessions import make_play
from handouts.usable import find_faults
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_all_handouts
from playbook.handouts.handout import Handout
from playbook.handouts.printing import print_handouts
from playbook.project import load_project
from projects import ADDRESS, ROOT, make_project

AT_A_TIME = 40
"""How many handouts are printed before they are read: all of them would fill the memory."""


def list_both_ways(root: Path, cache: PictureCache) -> Iterator[Handout]:
    """Yield each handout of a project once, for printers that flip over either edge."""
    project = load_project(root)
    settings = project.settings.model_copy(update={"site_url": ADDRESS})
    seen = set[str]()
    for order in (Order(), Order(flip="short")):
        for handout in list_all_handouts(project.library, settings, order, cache):
            if handout.path not in seen:
                seen.add(handout.path)
                yield handout


def read_back(
    name: str, handouts: Iterator[Handout], cache: PictureCache, counts: Counter[str]
) -> None:
    """Print handouts on both papers, and say what is wrong with each."""
    while some := list(islice(handouts, AT_A_TIME)):
        for each in print_handouts(some, cache):
            pages = [] if each.fault else read(each.content)
            faults = [each.fault] if each.fault else list(find_faults(each, pages))
            counts.update(files=1, pages=len(pages), faults=len(faults))
            for fault in faults:
                print(f"{name} {each.path}: {fault}", flush=True)


def main() -> int:
    """Read back all of it; say how much that was, and whether all was well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=200, help="how many to generate")
    parser.add_argument("--first", type=int, default=0, help="the number of the first of them")
    asked = parser.parse_args()
    shipped, generated = Counter[str](), Counter[str]()
    with TemporaryDirectory(prefix="playbook-sheets-") as room:
        cache = PictureCache(Path(room) / "kept")
        read_back("content", list_both_ways(ROOT, cache), cache, shipped)
        project = make_project(Path(room) / "project", content=False)
        for number in range(asked.first, asked.first + asked.sessions):
            project.write({"play.yml": make_play(number)})
            read_back(f"session {number}", list_both_ways(project.root, cache), cache, generated)
    for what, counts in (("of the content", shipped), ("of generated sessions", generated)):
        print(
            f"{counts['files']:,} files {what}, {counts['pages']:,} pages, "
            f"{counts['faults']} faults"
        )
    return 1 if shipped["faults"] + generated["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
