"""All that the shipped content has to print, printed once."""

from pathlib import Path

import pytest

from handouts.paper import Paper, read
from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_all_handouts
from playbook.handouts.printing import Print, print_handouts
from playbook.library.library import Library
from playbook.project import load_project
from projects import ADDRESS, ROOT


@pytest.fixture(scope="session")
def shipped() -> Library:
    return load_project(ROOT).library


@pytest.fixture(scope="session")
def printed(shipped: Library, kept: Path) -> list[Print]:
    """Every handout on both papers, for a site that has an address."""
    settings = load_project(ROOT).settings.model_copy(update={"site_url": ADDRESS})
    cache = PictureCache(kept)
    return list(print_handouts(list_all_handouts(shipped, settings, Order(), cache), cache))


@pytest.fixture(scope="session")
def papers(printed: list[Print]) -> dict[str, list[Paper]]:
    """The pages of every print, by its path."""
    return {each.path: read(each.content) for each in printed}
