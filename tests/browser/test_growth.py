"""The page on how a tree grew, at work: one view of it, by keyboard, in both schemes, printed."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.member import member
from browser.modes import axe_in_both_modes
from browser.visit import Visit

pytestmark = pytest.mark.browser

PAGE = "trees/first-lesson-booked/how-it-grew/"
IS_WIDER = "document.documentElement.scrollWidth > innerWidth"
NEWS = """
states => {
  const frame = states[0].parentElement.getBoundingClientRect();
  const news = states.find(each => !each.hidden).querySelector(".lone, .other").getBoundingClientRect();
  return news.left >= frame.left && news.right <= frame.right;
}
"""  # noqa: E501 - a script, as it is


def read_state(page: Page) -> str:
    """Return what the caption of the only picture that is seen says."""
    caption = page.locator(".pb-growth-state:visible figcaption")
    expect(caption).to_have_count(1)
    return caption.inner_text()


def test_a_reader_goes_through_the_moments_of_a_tree(visit: Visit, address: str) -> None:
    page = visit.go(address + PAGE).page
    slider, play = (
        page.get_by_role("slider", name="Moment"),
        page.get_by_role("button", name="Play"),
    )
    last = int(slider.get_attribute("max") or 0)
    assert last > 5
    assert read_state(page).startswith("18 June 2026: Hear four more stories")

    slider.focus()
    page.keyboard.press("Home")
    assert read_state(page).startswith("15 January 2026: Agree on one outcome")
    page.keyboard.press("ArrowRight")
    spoken = slider.get_attribute("aria-valuetext") or ""
    assert re.fullmatch(r"5 February 2026: \d+ new boxes, \d+ changed", spoken)
    page.get_by_role("button", name="The moment before").click()
    assert read_state(page).startswith("15 January")
    page.get_by_role("button", name="The moment after").click()
    assert read_state(page).startswith("5 February")
    expect(page.get_by_role("status").filter(has_text=spoken)).to_have_count(1)

    page.emulate_media(reduced_motion="reduce")
    slider.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")
    expect(play).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.getAnimations().length") == 0
    expect(slider).to_have_value(str(last))
    expect(play).to_have_attribute("aria-pressed", "false")

    assert axe_in_both_modes(visit) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert not page.evaluate(IS_WIDER)
    page.keyboard.press("ArrowLeft")
    assert page.locator(".pb-growth-state").evaluate_all(NEWS)
    page.emulate_media(forced_colors="active")
    expect(play).to_have_css("border-top-style", "solid")
    page.emulate_media(media="print")
    expect(page.locator(".pb-growth-state:visible")).to_have_count(4)
    expect(slider).to_be_hidden()
    assert visit.complaints == []


def test_without_scripts_the_last_picture_and_the_table_are_there(
    visit_without_scripts: Visit, address: str
) -> None:
    page = visit_without_scripts.go(address + PAGE).page
    assert read_state(page).startswith("18 June 2026")
    expect(page.get_by_role("slider")).to_have_count(0)
    expect(page.locator(".pb-counted table")).to_be_visible()


THIS_MONTH = "What changed this month"


@pytest.mark.parametrize(
    ("zone", "now", "seen"),
    [
        ("America/Los_Angeles", "2026-06-29T06:30Z", (THIS_MONTH, 2)),
        ("Asia/Kolkata", "2026-06-28T18:31Z", (THIS_MONTH, 1)),
        ("Asia/Kolkata", "2026-08-01T12:00Z", ("Last change", 1)),
    ],
)
def test_home_says_what_changed_in_the_31_days_before_the_readers_own(
    browser: Browser, address: str, zone: str, now: str, seen: tuple[str, int]
) -> None:
    with member(browser, address, zone=zone) as reader:
        reader.tab.clock.set_fixed_time(datetime.fromisoformat(now).astimezone(UTC))
        page = reader.go("")
        expect(page.locator("#Changed")).to_contain_text(seen[0])
        expect(page.locator(".pb-news li:visible")).to_have_count(seen[1])
        assert reader.complaints == []
