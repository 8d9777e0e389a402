"""Every sheet as it is held in the hand: nothing cut, nothing too small, no page nearly empty."""

import re
from pathlib import Path

import pytest

from handouts.paper import Paper, read
from handouts.sessions import make_play
from handouts.usable import find_cut_pictures, find_faults
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_packs, list_posters
from playbook.handouts.handout import Handout
from playbook.handouts.printing import Print, print_handouts
from playbook.handouts.rich_text import RichText
from playbook.handouts.typst import PAPERS
from playbook.project import load_project
from projects import Project

SESSIONS = 3
"""How many sessions are generated: `make sheets` reads back two hundred."""


def test_every_shipped_sheet_can_be_used(
    printed: list[Print], papers: dict[str, list[Paper]]
) -> None:
    faults = [
        f"{each.path} {fault}" for each in printed for fault in find_faults(each, papers[each.path])
    ]
    assert faults == []


def test_on_every_poster_all_is_whole_and_can_be_read_on_a_wall(handouts: list[Handout]) -> None:
    posters = [each for each in handouts if each.use in {"poster", "tiles"}]
    assert len(posters) > 50
    blank = [Print(each, paper, b"") for each in posters for paper in PAPERS]
    assert [f"{each.path} {fault}" for each in blank for fault in find_cut_pictures(each)] == []


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
