from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.modes import (
    EXAMPLES,
    IN_EVERY_MODE,
    PAGES,
    VIEWS,
    VIEWS_OF_TEMPLATES,
    look_at,
)
from browser.visit import UNFOLD, Visit, open_tab

pytestmark = pytest.mark.browser

TOO_WIDE = "document.documentElement.scrollWidth - window.innerWidth"
SPACED = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    content-visibility: visible !important; line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}
"""
HIDDEN = """
[...document.querySelectorAll("article [hidden]:not(.pb-pause, .pb-console, .pb-shortcuts)")]
  .filter(each => each.querySelector("h1, h2, h3, h4, a[href], table, ul, ol, dl, svg, img, figure"))
  .map(each => each.outerHTML)
"""
A4_WIDTH = 688  # pixels between margins of 14 mm
CUT = """
[...document.querySelectorAll("article :not(svg *)")]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
  .map(each => each.outerHTML)
"""
SCHEMES = {"light": "default", "dark": "slate"}


@pytest.fixture(scope="module", params=VIEWS, ids="-".join)
def view(
    request: pytest.FixtureRequest, tabs: dict[str, Visit], address: str, german: str
) -> Visit:
    mode, name = request.param
    place = german + EXAMPLES[name] if name in EXAMPLES else address + PAGES[name]
    return look_at(tabs[mode], mode, place)


@pytest.fixture(scope="module")
def view_without_scripts(browser: Browser) -> Iterator[Visit]:
    with open_tab(browser, width=320, scripts=False) as visit:
        yield visit


def test_the_page_is_in_the_scheme_that_the_visitor_prefers(view: Visit) -> None:
    prefers = (
        "dark"
        if view.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        else "light"
    )
    assert view.page.locator("body").get_attribute("data-md-color-scheme") == SCHEMES[prefers]


def test_nothing_is_wrong_on_the_console(view: Visit) -> None:
    missing = f"Failed to load resource: the server responded with a status of 404 (Not Found) {view.page.url}"
    assert [
        said
        for said in view.complaints
        if not (view.page.url.endswith(PAGES["404"]) and said == missing)
    ] == []


def test_nothing_is_asked_of_another_host(view: Visit) -> None:
    host = view.page.evaluate("`${location.origin}/`")
    assert len(view.requests) > 5
    assert [
        request for request in view.requests if not request.startswith((host, "data:", "blob:"))
    ] == []


@pytest.mark.parametrize("view", VIEWS_OF_TEMPLATES, ids="-".join, indirect=True, scope="module")
def test_axe_finds_nothing(view: Visit) -> None:
    assert view.axe() == []


def test_the_page_does_not_scroll_sideways_even_at_twice_the_size(view: Visit) -> None:
    view.page.evaluate(UNFOLD)
    assert view.page.evaluate(TOO_WIDE) <= 0
    before = view.page.viewport_size
    assert before
    view.page.set_viewport_size(
        {"width": before["width"] // 2 if before["width"] > 640 else 320, "height": 900}
    )
    assert view.page.evaluate(TOO_WIDE) <= 0
    view.page.evaluate(SPACED)
    assert view.page.evaluate(TOO_WIDE) <= 0


def test_nothing_is_cut_on_paper(view: Visit) -> None:
    view.page.set_viewport_size({"width": A4_WIDTH, "height": 900})
    view.page.emulate_media(media="print")
    assert view.page.evaluate(CUT) == []


@pytest.mark.parametrize("name", IN_EVERY_MODE)
def test_without_scripts_nothing_is_missing(
    view_without_scripts: Visit, address: str, name: str
) -> None:
    page = view_without_scripts.go(address + PAGES[name]).page
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.evaluate(HIDDEN) == []
    assert page.evaluate(TOO_WIDE) <= 0
