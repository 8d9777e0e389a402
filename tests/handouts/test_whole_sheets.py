"""Every sheet as it is held in the hand: nothing cut, nothing too small, no page nearly empty."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handouts.paper import MM, Box, Paper, cells, flipped, read
from handouts.sessions import make_play
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_packs, list_posters
from playbook.handouts.handout import Handout
from playbook.handouts.poster import Poster
from playbook.handouts.printing import Print, print_handouts
from playbook.handouts.rich_text import RichText
from playbook.handouts.typst import PAPERS
from playbook.project import load_project
from projects import Project

LEAST, LEAST_ON_A_WALL = 7.99, 9.99
"""The smallest letters in points, but for rounding."""
FOOT = 20 * MM
SESSIONS = int(os.environ.get("PLAYBOOK_SESSIONS", "3"))
"""How many sessions are generated: 200 were read back when this was written."""


def find_faults(each: Print, pages: list[Paper]) -> Iterator[str]:
    """Yield what is wrong with a print."""
    for number, page in enumerate(pages, 1):
        yield from (f"{number}: {fault}" for fault in page.faults)
        if page.letters and min(page.letters) < LEAST:
            yield f"{number}: letters of {min(page.letters)} points"
    parts = [(first, last, part.is_deck) for part, first, last in each.spans]
    for first, last, is_deck in parts or [(1, len(pages), False)]:
        if each.handout.use == "pack" and first % 2 == 0:
            yield f"{first}: a part begins on a back"
        for number in range(first, last):
            page = pages[number - 1]
            if page.text and find_end(page) < page.tall / 4:
                yield f"{number}: three quarters are empty"
        for number in range(first, last, 2) if is_deck else ():
            front, back = pages[number - 1 : number + 1]
            behind = [flipped(box, front, "long") for box in cells(back)]
            if not is_same(cells(front), behind):
                yield f"{number}: a back isn't behind its front"


def is_same(ones: list[Box], others: list[Box]) -> bool:
    """Whether boxes lie where others lie, but for half a millimetre."""
    pairs = zip(sorted(ones, key=place), sorted(others, key=place), strict=True)
    return all(abs(a - b) < 0.5 * MM for pair in pairs for a, b in zip(*pair, strict=True))


def place(box: Box) -> tuple[int, int]:
    return round(box[0] / MM), round(box[1] / MM)


def find_end(page: Paper) -> float:
    """Return how far down the page anything stands above its foot."""
    places = [box[3] for box in (*page.boxes, *page.lines)]
    return max((place for place in places if place < page.tall - FOOT), default=0.0)


def test_every_shipped_sheet_can_be_used(
    printed: list[Print], papers: dict[str, list[Paper]]
) -> None:
    faults = [
        f"{each.path} {fault}" for each in printed for fault in find_faults(each, papers[each.path])
    ]
    assert faults == []


def test_the_words_on_every_poster_can_be_read_on_a_wall(handouts: list[Handout]) -> None:
    posters = [
        sheet
        for each in handouts
        if each.use in {"poster", "tiles"}
        for sheet in each.sheets
        if isinstance(sheet, Poster)
    ]
    assert len(posters) > 100
    for poster in posters:
        letters = min(line["size"] for line in poster.laid["lines"])
        for laid in poster.laid["papers"].values():
            assert laid["scale"] * letters >= LEAST_ON_A_WALL


def test_a_poster_is_in_colour_and_in_black_and_white_and_says_where_things_stand(
    printed: list[Print], papers: dict[str, list[Paper]]
) -> None:
    (tree, *_) = [
        each for each in printed if each.handout.use == "poster" and "/trees/" in each.path
    ]
    looks = [sheet["laid"]["picture"] for sheet in tree.handout.data["sheets"]]
    colours = [set(re.findall(r'"(#[0-9a-f]{3,6})"', look)) for look in looks]
    assert colours[1] == {"#000", "#fff"}
    assert len(colours[0]) > 5
    assert [(first, last) for _, first, last in tree.spans] == [(1, 1), (2, 2)]
    for page in papers[tree.path]:
        assert "Last changed on" in page.text
        assert ": supported" in page.text
    assert re.fullmatch(r"A\d, \d+ by \d+ cm", tree.handout.sizes["a4"])


@pytest.mark.parametrize("number", range(SESSIONS))
def test_every_generated_sheet_can_be_used(number: int, project: Project, tmp_path: Path) -> None:
    project.write({"play.yml": make_play(number)})
    loaded, cache = load_project(project.root), PictureCache(tmp_path / "cache")
    rich_text = RichText(
        "https://otter.example/", loaded.library.resolve, loaded.library.entries["play"]
    )
    handouts = [*list_packs(rich_text, "Otters", Order(), cache)]
    handouts += list_posters(rich_text, loaded.settings, cache)
    paper = PAPERS[number % len(PAPERS)]
    for each in print_handouts(handouts, cache, (paper,)):
        assert each.fault == ""
        assert list(find_faults(each, read(each.content))) == []
