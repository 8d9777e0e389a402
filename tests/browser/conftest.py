"""A real browser, and a built site served to it from this machine."""

import os
import shutil
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.visit import NOTHING_IS_KEPT, REFUSE, Visit, open_tab
from conftest import Project
from playbook.library import Library

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MISSING = (
    "the browser tests were left out: install Chromium (on Debian and Ubuntu: apt-get install chromium) to have them"
)
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

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer as a static host does: with 404.html."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; yields its address, which ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
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
    with served(own_project.root / "site") as address:
        yield address


@pytest.fixture(scope="session")
def library(own_project: Project) -> Library:
    """What this repository's own playbook says."""
    return Library(own_project.content)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A tab in a browser that remembers nothing from before."""
    opened = open_tab(browser)
    yield opened
    opened.page.close()


@pytest.fixture
def visit_without_scripts(browser: Browser) -> Iterator[Visit]:
    """A tab in a browser that runs no scripts."""
    opened = open_tab(browser, scripts=False)
    yield opened
    opened.page.close()


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
