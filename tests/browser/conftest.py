"""A real browser, and a built site served to it from this machine."""

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from benchmark.browsers import BROWSERS
from browser.member import Member, member, read_club
from browser.serving import ARGUMENTS, served
from browser.visit import NOTHING_IS_KEPT, REFUSE, Visit, open_tab
from guides import GUIDE_BEFORE
from pictures import PIXEL
from playbook.clubs.schedule import ClubYear
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.reference.examples import Examples
from projects import Project, make_project, once

MISSING = (
    "the browser tests were left out: install Chromium (on Debian and Ubuntu: "
    "apt-get install chromium) to have them"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; where there is none, tests are left out, and fail where CI is set."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(browser: Browser, own_project: Project) -> Iterator[str]:
    """The address at which this repository's own playbook is served."""
    assert browser.is_connected()
    with served(own_project.root / "site") as address:
        yield address


@pytest.fixture(scope="session")
def german(browser: Browser, common: Path) -> Iterator[str]:
    """The address of a site whose theme speaks German: every kind's example, built strictly."""
    assert browser.is_connected()
    root = common / "german"

    def make() -> Project:
        project = make_project(root, content=False)
        site = root / "site_config" / "site.yml"
        text = site.read_text(encoding="utf-8").replace("language: en", "language: de")
        site.write_text(text, encoding="utf-8")
        examples = {
            f"example-{kind.name.rpartition('-')[2]}.yml": Examples(kind).text for kind in KINDS
        }
        project.write({**examples, "example-guide-before.yml": GUIDE_BEFORE})
        (project.content / "yusuf.png").write_bytes(PIXEL)
        return project

    with served(once(root, make).root / "site") as address:
        yield address


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Visit]:
    """A tab for tests that look at one page after the other, with `look_at`."""
    with open_tab(browser) as visit:
        yield visit


@pytest.fixture(scope="session")
def library(own_library: Library) -> Library:
    """What this repository's own playbook says."""
    return own_library


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A tab in a browser that remembers nothing from before."""
    with open_tab(browser) as opened:
        yield opened


@pytest.fixture
def visit_without_scripts(browser: Browser) -> Iterator[Visit]:
    """A tab in a browser that runs no scripts."""
    with open_tab(browser, scripts=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def year(own_project: Project) -> ClubYear:
    """The club of 2026, as its YAML says it."""
    return read_club(own_project.content)


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Member]:
    """Whatever a test does, no script fails and nothing leaves the site."""
    with member(browser, address) as opened:
        yield opened
        assert opened.complaints == []
        assert opened.sent == []
        assert len(opened.requests) > 5


@pytest.fixture(params=NOTHING_IS_KEPT)
def forgetful_visit(request: pytest.FixtureRequest, visit: Visit) -> Visit:
    """A tab in a browser that keeps nothing, and says so loudly when asked."""
    visit.tab.run_first(f"{REFUSE} {NOTHING_IS_KEPT[request.param]}")
    return visit


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter,
) -> Generator[None, None, None]:
    """Say last of all that the browser tests were left out, where they were."""
    yield
    if any("browser" in report.keywords for report in terminalreporter.stats.get("skipped", [])):
        terminalreporter.section("browser", sep="=", yellow=True)
        terminalreporter.line(MISSING)
