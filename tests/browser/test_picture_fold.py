"""Folding the branches of a tree and opening them again."""

import pytest
from playwright.sync_api import expect

from browser.picture import TREE, Picture
from browser.visit import Visit

pytestmark = pytest.mark.browser

LOST_LINES = """
svg => [...svg.querySelectorAll("[data-to]")].filter(line => {
  const card = svg.querySelector(`[data-card="${line.dataset.to}"]`);
  return line.checkVisibility() !== card.checkVisibility();
}).length
"""


def test_a_branch_is_folded_and_stays_so_until_it_is_opened(visit: Visit, address: str) -> None:
    picture = Picture(visit.go(address + TREE))
    svg, card = picture.figure.locator(".pb-diagram"), picture.card("which-one-suits")
    fold = picture.figure.get_by_role(
        "button", name="11 below: I can't tell which teacher would suit me"
    )
    assert visit.kept == []
    card.focus()
    visit.page.keyboard.press("Space")
    for _ in range(2):
        expect(card).to_have_attribute("aria-expanded", "false")
        expect(fold).to_have_attribute("aria-expanded", "false")
        expect(fold).to_have_text("+11")
        expect(picture.card("tied-to-a-course")).to_be_hidden()
        expect(picture.card("hold-the-hour")).to_be_visible()
        assert svg.evaluate(LOST_LINES) == 0
        visit.reload()
    picture.card("_outcome").focus()
    visit.page.keyboard.press("End")
    expect(picture.card("hours-teachers-confirm")).to_be_focused()
    visit.page.emulate_media(media="print")
    expect(picture.card("tied-to-a-course")).to_be_visible()
    expect(picture.button("Zoom in")).to_be_hidden()
    visit.page.emulate_media(media="screen")
    fold.click()
    expect(card).to_have_attribute("aria-expanded", "true")
    expect(picture.card("tied-to-a-course")).to_be_visible()
    assert visit.kept == []


def test_fit_shows_what_is_not_folded_as_large_as_it_can(visit: Visit, address: str) -> None:
    picture = Picture(visit.go(address + TREE))
    fit, keys = picture.button("Show the whole picture"), visit.page.keyboard
    fit.click()
    whole = picture.width
    for name in ("which-one-suits", "hour-for-both"):
        picture.card(name).focus()
        keys.press("c")
    keys.press("0")
    keys.press("0")
    assert picture.width > whole * 1.2
    for name in ("_outcome", "nobody-in-reach", "hour-for-both", "same-message-again"):
        expect(picture.card(name)).to_be_in_viewport(ratio=0.99)
    visit.page.emulate_media(media="print")
    assert (
        picture.width < visit.page.evaluate("document.querySelector('.pb-scroll').clientWidth") + 1
    )
    visit.page.emulate_media(media="screen")
    fit.focus()
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        keys.press(key)
    expect(picture.button("Open all")).to_be_hidden()
    expect(picture.button("Zoom out")).to_be_focused()
    expect(picture.button("Zoom out")).to_have_attribute("tabindex", "0")
    expect(picture.card("tied-to-a-course")).to_be_visible()
