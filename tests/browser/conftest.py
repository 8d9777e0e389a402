"""A real browser, and a built site served to it from this machine."""

import os
import shutil
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.member import Member, member, read_club
from browser.visit import NOTHING_IS_KEPT, REFUSE, Visit, open_tab
from conftest import Project
from playbook.cli.doctor import BROWSERS
from playbook.clubs.schedule import ClubYear
from playbook.kinds import KINDS
from playbook.library.library import Library

MISSING = (
    "the browser tests were left out: install Chromium (on Debian and Ubuntu: apt-get install chromium) to have them"
)
EMPTY_INDEX = b'{"config": {"lang": ["en"], "separator": " ", "pipeline": [], "fields": {}}, "docs": []}'
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
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


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder without a word, and the site's own page for what isn't there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, searchable: bool, **kwargs: Any) -> None:
        self.searchable = searchable
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer; without an index to search, browsers have half the work with each page."""
        if self.searchable or not self.path.endswith("/search_index.json"):
            super().do_GET()
        else:
            self.answer(200, "application/json", EMPTY_INDEX)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer as a static host does: with 404.html."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        self.answer(code, "text/html; charset=utf-8", page.read_bytes())

    def answer(self, code: int, media_type: str, body: bytes) -> None:
        """Answer with this body."""
        self.send_response(code)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path, *, searchable: bool = True) -> Iterator[str]:
    """Serve a folder; yields its address, which ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder), searchable=searchable))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def address(browser: Browser, own_project: Project) -> Iterator[str]:
    """The address at which this repository's own playbook is served."""
    assert browser.is_connected()
    with served(own_project.root / "site", searchable=False) as address:
        yield address


@pytest.fixture(scope="session")
def library(own_project: Project) -> Library:
    """What this repository's own playbook says."""
    return Library(own_project.content, KINDS)


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
    visit.page.add_init_script(f"{REFUSE} {NOTHING_IS_KEPT[request.param]}")
    return visit


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None, None, None]:
    """Say last of all that the browser tests were left out, where they were."""
    yield
    if any("browser" in report.keywords for report in terminalreporter.stats.get("skipped", [])):
        terminalreporter.section("browser", sep="=", yellow=True)
        terminalreporter.line(MISSING)
