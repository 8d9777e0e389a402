"""All that the shipped content has to print, printed once."""

from pathlib import Path

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
    return list(list_all_handouts(shipped_project.library, settings, Order(), PictureCache(kept)))


@pytest.fixture(scope="session")
def printed(handouts: list[Handout], kept: Path) -> list[Print]:
    """Handouts of the first play on both papers, and those of the others on one in turn, but for
    what is in a session's pack already."""
    first_play = min(each.of for each in handouts if each.path.startswith(PLAYS))
    first = [each for each in handouts if each.of == first_play]
    whole = [each for each in handouts if each.use not in IN_A_PACK]
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
