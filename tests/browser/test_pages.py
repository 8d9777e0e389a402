from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.visit import Visit, open_tab
from conftest import ROOT

pytestmark = pytest.mark.browser

PAGES = {
    "home": "",
    "section": "plays/",
    "guide": "reading-guides/2026-03-visualize/",
    "shared-map": "maps/first-lesson-shared/",
    "individual-map": "maps/first-lesson-engineer/",
    "tree": "trees/first-lesson-booked/",
    "ways-in": "ways-in/",
    "exercises": "exercises/",
    "anti-patterns": "anti-patterns/",
    "reference": "reference/play/",
    "rules": "rules/",
    "rule": "rules/ot301/",
    "about": "about/",
    "404": "no/such/page/",
} | {
    path.stem: f"{folder}/{path.stem}/"
    for folder in ("signposts", "glossaries", "plays")
    for path in sorted((ROOT / "content" / folder).glob("*.yml"))
}
IN_USE = ["home", "exercises", "anti-patterns", "where-are-you-stuck", "scaling-sales", "ai-ready-analytics"]
USE = """
() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  for (const each of document.querySelectorAll(".pb-criterion")) each.querySelector("input").click();
  for (const each of document.querySelectorAll(".pb-flow")) each.querySelector(".pb-light")?.click();
  document.querySelector(".pb-anti-pattern input")?.click();
  for (const each of document.querySelectorAll(".pb-filter")) {
    each.elements.minutes.value = 1;
    each.dispatchEvent(new Event("input"));
  }
  scrollTo({ top: 0, behavior: "instant" });
}
"""
SCHEMES = {"light": "default", "dark": "slate"}


MODES = ["1280-light", "1280-dark", "390-light", "390-dark"]
IN_EVERY_MODE = [name for name, path in PAGES.items() if not path.startswith("plays/") or name in {"section", *IN_USE}]
IN_ONE_MODE = [name for name in PAGES if name not in IN_EVERY_MODE]
VIEWS = [(mode, name) for mode in MODES for name in IN_EVERY_MODE]
VIEWS += [(MODES[index % len(MODES)], name) for index, name in enumerate(IN_ONE_MODE)]


@pytest.fixture(scope="module", params=MODES)
def tab(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    yield from in_mode(request.param, browser)


def in_mode(mode: str, browser: Browser) -> Iterator[Visit]:
    width, scheme = mode.split("-")
    visit = open_tab(browser, width=int(width), scheme=scheme)
    yield visit
    visit.page.close()


@pytest.fixture(scope="module", params=sorted(VIEWS), ids="-".join)
def view(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    mode, name = request.param
    for visit in in_mode(mode, browser):
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


@pytest.mark.parametrize("name", IN_USE)
def test_axe_finds_nothing_of_ours_when_the_page_is_in_use(tab: Visit, address: str, name: str) -> None:
    tab.go(address + PAGES[name]).page.evaluate(USE)
    assert tab.axe() == []
    tab.page.evaluate("localStorage.clear()")


A4_WIDTH = 688  # pixels between margins of 14 mm


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_on_paper(name: str, browser: Browser, address: str) -> None:
    visit = open_tab(browser, width=A4_WIDTH, scheme="light")
    visit.page.emulate_media(media="print")
    visit.go(address + PAGES[name])
    wide = "[...document.querySelectorAll('article *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
    assert visit.page.evaluate(f"{wide}.filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 80))") == []
    visit.page.close()
