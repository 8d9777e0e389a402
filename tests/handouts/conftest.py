"""All that the shipped content has to print, printed once."""

from pathlib import Path

import pytest

from handouts.paper import Paper, read
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_all_handouts
from playbook.handouts.handout import Handout
from playbook.handouts.printing import Print, print_handouts
from playbook.library.library import Library
from playbook.project import load_project
from projects import ADDRESS, ROOT

FIRST_PLAYS = "handouts/plays/a"
IN_A_SET = ("facilitator", "worksheet")


@pytest.fixture(scope="session")
def shipped() -> Library:
    return load_project(ROOT).library


@pytest.fixture(scope="session")
def handouts(shipped: Library, kept: Path) -> list[Handout]:
    """Every handout, for a site that has an address."""
    settings = load_project(ROOT).settings.model_copy(update={"site_url": ADDRESS})
    return list(list_all_handouts(shipped, settings, Order(), PictureCache(kept)))


@pytest.fixture(scope="session")
def printed(handouts: list[Handout], kept: Path) -> list[Print]:
    """Handouts on both papers: all that the first plays have, and of the other sessions what
    isn't in their set already, or only turned over the other edge."""
    chosen = [
        each
        for each in handouts
        if each.path.startswith(FIRST_PLAYS) or (each.use not in IN_A_SET and each.flip == "long")
    ]
    return list(print_handouts(chosen, PictureCache(kept)))


@pytest.fixture(scope="session")
def papers(printed: list[Print]) -> dict[str, list[Paper]]:
    """The pages of every print, by its path."""
    return {each.path: read(each.content) for each in printed}
