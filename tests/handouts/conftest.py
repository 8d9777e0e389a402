"""All that the shipped content has to print, printed once."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handouts.paper import Paper, read
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_all_handouts
from playbook.handouts.handout import Handout
from playbook.handouts.printing import Print, print_handouts
from playbook.handouts.typst import PAPERS
from playbook.library.library import Library
from playbook.project import Project, load_project
from projects import ADDRESS, ROOT

PLAYS = "handouts/plays/"
ALIKE = ("pack", "tiles")
IN_A_PACK = ("facilitator", "picture", "worksheet", "question-cards", "anti-pattern-cards")


@pytest.fixture(scope="session")
def shipped_project() -> Project:
    return load_project(ROOT)


@pytest.fixture(scope="session")
def shipped(shipped_project: Project) -> Library:
    return shipped_project.library


@pytest.fixture(scope="session")
def handouts(shipped_project: Project, kept: Path) -> list[Handout]:
    """Every handout, for a site that has an address."""
    settings = shipped_project.settings.model_copy(update={"site_url": ADDRESS})
    orders, cache = (Order(), Order(flip="short")), PictureCache(kept)
    both = (list_all_handouts(shipped_project.library, settings, order, cache) for order in orders)
    return list({each.path: each for handouts in both for each in handouts}.values())


def choose_some(alike: list[Handout]) -> list[Handout]:
    """Return the files that hold the longest sheet of each kind, and as few others as have all the
    fields that there are."""
    longest, fields = dict[str, tuple[int, str]](), dict[str, set[str]]()
    for each in alike:
        for sheet in each.data["sheets"]:
            kind = sheet["kind"]
            longest[kind] = max(longest.get(kind, (0, "")), (len(json.dumps(sheet)), each.path))
            fields.setdefault(each.path, set()).update(list_fields(sheet, kind))
    chosen = {path for _, path in longest.values()}
    while lacking := set().union(*fields.values()) - set().union(*map(fields.__getitem__, chosen)):
        chosen.add(max(fields, key=lambda path: len(fields[path] & lacking)))
    return [each for each in alike if each.path in chosen]


def list_fields(value: Any, name: str) -> Iterator[str]:
    """Yield how each field of a sheet that says something is reached."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from list_fields(each, f"{name}.{key}")
    elif isinstance(value, list | tuple):
        for each in value:
            yield from list_fields(each, name)
    elif value:
        yield name


@pytest.fixture(scope="session")
def printed(handouts: list[Handout], kept: Path) -> list[Print]:
    """Handouts of the first play on both papers, and of the others on one in turn the posters, and
    a few of those that are alike; packs hold what else there is."""
    first_play = min(each.of for each in handouts if each.path.startswith(PLAYS))
    first = [each for each in handouts if each.of == first_play]
    whole = [each for each in handouts if each.use not in (*IN_A_PACK, *ALIKE)]
    for use in ALIKE:
        whole += choose_some(
            [each for each in handouts if each.use == use and not each.path.endswith(".short")]
        )
    homes = sorted({each.of for each in handouts} - {each.of for each in first})
    cache = PictureCache(kept)
    prints = list(print_handouts(first, cache))
    for number, paper in enumerate(PAPERS):
        chosen = [each for each in whole if each.of in homes[number :: len(PAPERS)]]
        prints += print_handouts(chosen, cache, (paper,))
    return prints


@pytest.fixture(scope="session")
def papers(printed: list[Print]) -> dict[str, list[Paper]]:
    """The pages of every print, by its path."""
    return {each.path: read(each.content) for each in printed}
