"""A tab that is lent again is as new."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.tab import Tab, borrow_tab

pytestmark = pytest.mark.browser

LOOK = """
async () => ({
  kept: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie],
  width: [innerWidth, innerHeight, visualViewport.scale, devicePixelRatio],
  scrolled: [scrollX, scrollY],
  media: ["print", "(prefers-color-scheme: dark)", "(prefers-reduced-motion)", "(pointer: coarse)"]
    .filter(query => matchMedia(query).matches),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  language: navigator.language,
  left: [window.left, "ontouchstart" in window, document.querySelectorAll(":hover, [left]").length],
  allowed: (await navigator.permissions.query({ name: "clipboard-read" })).state,
})
"""
LEAVE = """
() => {
  for (const store of [localStorage, sessionStorage]) store.setItem("playbook left", "ticked");
  document.cookie = "left=1";
  scrollTo(0, 500);
}
"""
BEHIND_ITS_BACK = (
    ".add_init_script(",
    "page.clock.set",
    "page.clock.install",
    ".on(",
    ".new_cdp_session(",
)
PLACES = ("about/", "clubs/")


def look(page: Page, address: str) -> list[dict[str, Any]]:
    """Return what can be seen of earlier visitors at some places, and how far back one can go."""
    looks = []
    for place in PLACES:
        page.goto(address + place)
        looks.append(page.evaluate(LOOK) | {"back": page.evaluate("history.length")})
    return looks


def leave_all(tab: Tab, address: str, told: list[str]) -> None:
    """Leave something of each kind."""
    page, session = tab.page, tab.attach()
    tab.listen("console", lambda message: told.append(message.text))
    tab.listen_to_all("request", lambda request: told.append(request.url))
    tab.run_first("window.left = 1; console.log(2)")
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    session.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 2})
    page.route("**/clubs/", lambda route: route.abort())
    page.context.grant_permissions(["clipboard-read"])
    page.context.new_page().goto(address)
    page.set_viewport_size({"width": 390, "height": 300})
    page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")
    page.goto(address)
    page.evaluate(LEAVE)
    page.goto(address + "about/")
    page.evaluate(LEAVE)
    page.mouse.move(200, 20)


def test_nothing_is_left_of_what_was_done_in_a_tab(browser: Browser, address: str) -> None:
    told: list[str] = []
    with borrow_tab(browser, width=1280, scheme="light", zone="UTC") as tab:
        page, new = tab.page, look(tab.page, address)
        leave_all(tab, address, told)
    assert "2" in told
    told.clear()
    with borrow_tab(browser, width=1280, scheme="light", zone="UTC") as tab:
        assert tab.page is page
        assert page.url == "about:blank"
        assert page.context.pages == [page]
        assert look(page, address) == new
    assert told == []


def test_a_tab_whose_clock_was_set_is_lent_to_nobody_else(browser: Browser) -> None:
    with borrow_tab(browser, width=1280, scheme="light", zone="UTC") as tab:
        tab.clock.set_fixed_time("2020-02-20T20:20")
        page = tab.page
    with borrow_tab(browser, width=1280, scheme="light", zone="UTC") as tab:
        assert tab.page is not page
        assert tab.page.evaluate("new Date().getFullYear()") != 2020


def test_each_test_changes_a_tab_so_that_it_is_put_right_again() -> None:
    here = Path(__file__)
    assert [
        f"{path.name}: {words}"
        for path in here.parent.glob("test_*.py")
        for words in BEHIND_ITS_BACK
        if path != here and words in path.read_text(encoding="utf-8")
    ] == []
