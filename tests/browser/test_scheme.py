"""The switch between light and dark.

By mouse and keyboard, kept, and as the system says until somebody chose.
"""

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.visit import Visit, has_focus

pytestmark = pytest.mark.browser

KEPT = "JSON.parse(localStorage.getItem('/.__palette'))"
DARK = {
    "media": "(prefers-color-scheme: dark)",
    "scheme": "slate",
    "primary": "custom",
    "accent": "custom",
}
RESTING = """[...document.querySelectorAll(".md-typeset *")]
  .filter(each => getComputedStyle(each).contentVisibility === "auto").length"""
SWITCH = f"() => {{ document.querySelector('.pb-scheme:not([hidden])').click(); return {RESTING} }}"
MEASURE = """[
  document.getElementById("Get-ready").getBoundingClientRect().top,
  document.documentElement.scrollHeight,
]"""
BROKEN = ('"dark"', '{"index": 7}', '{"index": "length"}', "not JSON")


def is_dark(page: Page) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator("body")).not_to_have_attribute("data-md-color-switching", "")
    expect(button(page, "Switch to light")).to_be_visible()
    expect(button(page, "Switch to dark")).to_be_hidden()


def is_light(page: Page) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    expect(button(page, "Switch to dark")).to_be_visible()
    expect(button(page, "Switch to light")).to_be_hidden()


def button(page: Page, title: str) -> Locator:
    return page.locator(f"button[title='{title}']")


def test_until_somebody_chose_the_page_is_as_the_system_is(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}about/").page
    is_light(page)
    page.emulate_media(color_scheme="dark")
    is_dark(page)
    assert page.evaluate(KEPT) is None
    page.emulate_media(color_scheme="light")
    is_light(page)


def test_what_was_chosen_is_kept_as_material_keeps_it_and_outlasts_the_system(
    visit: Visit, address: str
) -> None:
    page = visit.go(f"{address}about/").page
    bar = "document.querySelector('meta[name=theme-color]').content"
    light = page.evaluate(bar)
    button(page, "Switch to dark").click()
    is_dark(page)
    assert page.evaluate(KEPT) == {"index": 1, "color": DARK}
    dark = page.evaluate(bar)
    assert dark != light
    visit.reload()
    is_dark(page)
    expect(page.locator("meta[name=theme-color]")).to_have_attribute("content", dark)
    assert dark == page.locator(".md-header").evaluate(
        "each => getComputedStyle(each).backgroundColor"
    )
    page.emulate_media(color_scheme="dark")
    button(page, "Switch to light").click()
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    is_light(page)
    assert visit.complaints == []


def test_a_key_switches_and_switches_back(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}about/").page
    visit.tab_to(button(page, "Switch to dark"))
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        is_dark(page)
        assert has_focus(button(page, "Switch to light")), key
        page.keyboard.press(key)
        is_light(page)
        assert has_focus(button(page, "Switch to dark")), key


def test_what_is_kept_and_makes_no_sense_does_no_harm(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}about/").page
    for kept in BROKEN:
        page.evaluate("kept => localStorage.setItem('/.__palette', kept)", kept)
        visit.reload()
        is_light(page)
    assert visit.complaints == []


def test_where_nothing_is_kept_the_switch_lasts_as_long_as_the_page(
    forgetful_visit: Visit, address: str
) -> None:
    page = forgetful_visit.go(f"{address}about/").page
    button(page, "Switch to dark").click()
    is_dark(page)


def test_without_scripts_there_is_no_switch(visit_without_scripts: Visit, address: str) -> None:
    page = visit_without_scripts.go(f"{address}about/").page
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    for name in ("Switch to dark", "Switch to light"):
        expect(button(page, name)).to_be_hidden()


def test_the_scheme_is_there_before_the_theme_has_run(visit: Visit, address: str) -> None:
    visit.page.emulate_media(color_scheme="dark")
    visit.page.route("**/bundle.*.js", lambda route: route.abort())
    visit.page.goto(f"{address}about/")
    is_dark(visit.page)
    button(visit.page, "Switch to light").click()
    is_light(visit.page)


def test_what_is_far_below_rests_while_the_scheme_is_switched_and_nothing_in_view_moves(
    visit: Visit, address: str
) -> None:
    page = visit.go(f"{address}plays/agent-orchestration/").page
    expect(page.locator("html[data-laid-out]")).to_be_attached()
    page.evaluate("document.getElementById('Get-ready').scrollIntoView()")
    before, in_view = page.evaluate(MEASURE), page.evaluate(RESTING)
    assert page.evaluate(SWITCH) > in_view + 3
    is_dark(page)
    assert page.evaluate(MEASURE)[0] == before[0]
    page.wait_for_function(f"number => {RESTING} === number", arg=in_view)
    assert page.evaluate(MEASURE) == before
