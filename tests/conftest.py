"""What several tests use.

A project drawn in the test, the command, and the repository's own site.
"""

import gc
import os
import shutil
from pathlib import Path

import pytest

from blank_sheets import keep_blank_sheets
from built import Page, pages
from large import large_map, large_tree
from playbook.kinds import KINDS
from playbook.library.library import Library
from projects import (
    ADDRESS,
    ONE_OF_EACH,
    ROOT,
    SECOND,
    Project,
    Run,
    leave_out_handouts,
    make_project,
    offer_both_papers,
    once,
    run_playbook,
)

os.environ["PLAYBOOK_DEBUG"] = "1"  # an error of ours shows as a traceback, which no test expects


def pytest_collection_finish() -> None:
    """Collect garbage more rarely: what the tests keep is large and lives until the end."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture
def run() -> Run:
    """The command `playbook`, in a process of its own: run("check", cwd=folder, NAME="value")."""
    return run_playbook


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project without content, to write the test's own into."""
    return make_project(tmp_path / "project", content=False)


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all who run tests beside each other have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def kept(common: Path) -> Path:
    """What is printed of our own content, once for all who run tests beside each other."""
    folder = common / "kept"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def own_project(common: Path) -> Project:
    """A copy of this repository's playbook, with its content, built into site/; not to be changed.

    Its sheets are blank: tests/handouts prints them all.
    """
    root = common / "own"

    def make() -> Project:
        project = make_project(root, content=True)
        offer_both_papers(project)
        keep_blank_sheets(project)
        return project

    return once(root, make)


@pytest.fixture(scope="session")
def own_library() -> Library:
    """This repository's own content, read once; not to be changed."""
    return Library(ROOT / "content", KINDS)


@pytest.fixture(scope="session")
def own_pages(own_project: Project) -> list[Page]:
    """Every page of `own_project`."""
    return pages(own_project.root / "site")


@pytest.fixture(scope="session")
def one_of_each(common: Path) -> Project:
    """A small project with an artifact of each kind, built into site/; not to be changed."""
    root = common / "one-of-each"

    def make() -> Project:
        project = make_project(root, content=False)
        shutil.copytree(ONE_OF_EACH, project.content, dirs_exist_ok=True)
        return project

    return once(root, make)


@pytest.fixture(scope="session")
def two_clubs(common: Path) -> Project:
    """Our club and a second one, on another book, built for an address; not to be changed.

    Our guides keep their titles and chapters, and have short questions and exercises of the second
    club's: what is in them is shown by `own_project`.
    """
    root = common / "two"

    def make() -> Project:
        project = make_project(root, content=False)
        leave_out_handouts(project)
        for folder in ("books", "clubs", "reading-guides"):
            shutil.copytree(ROOT / "content" / folder, project.content / folder)
        wheels = (SECOND / "reading-guides" / "bikes-wheels.yml").read_text(encoding="utf-8")
        rest = wheels[wheels.index("\nquestions:") :]
        for guide in (project.content / "reading-guides").glob("*.yml"):
            head, _, _ = guide.read_text(encoding="utf-8").partition("\nintroduces:\n")
            guide.write_text(head + rest, encoding="utf-8")
        shutil.copytree(SECOND, project.content, dirs_exist_ok=True)
        return project

    return once(root, make, PLAYBOOK_SITE_URL=ADDRESS)


@pytest.fixture(scope="session")
def large_project(common: Path) -> Project:
    """A tree of 300 nodes and a map of 60, built into site/; not to be changed."""
    root = common / "large"

    def make() -> Project:
        project = make_project(root, content=False)
        project.write({"trees/year.yml": large_tree(), "maps/year-of-moments.yml": large_map()})
        return project

    return once(root, make)
