from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.modes import PAGES, VIEWS, in_mode
from browser.visit import Visit

pytestmark = pytest.mark.browser

SCHEMES = {"light": "default", "dark": "slate"}


@pytest.fixture(scope="module", params=sorted(VIEWS), ids="-".join)
def view(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    mode, name = request.param
    with in_mode(mode, browser) as visit:
        yield visit.go(address + PAGES[name])


def test_the_page_is_in_the_scheme_that_the_visitor_prefers(view: Visit) -> None:
    prefers = "dark" if view.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"
    assert view.page.locator("body").get_attribute("data-md-color-scheme") == SCHEMES[prefers]


def test_nothing_is_wrong_on_the_console(view: Visit) -> None:
    missing = f"Failed to load resource: the server responded with a status of 404 (Not Found) {view.page.url}"
    assert [said for said in view.complaints if not (view.page.url.endswith(PAGES["404"]) and said == missing)] == []


def test_nothing_is_asked_of_another_host(view: Visit, address: str) -> None:
    assert len(view.requests) > 5
    assert [request for request in view.requests if not request.startswith((address, "data:", "blob:"))] == []


def test_the_page_does_not_scroll_sideways(view: Visit) -> None:
    assert view.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_axe_finds_nothing_of_ours(view: Visit) -> None:
    assert view.axe() == []
