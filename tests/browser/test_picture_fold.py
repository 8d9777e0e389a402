"""Folding the branches of a tree and opening them again."""

import re

import pytest
from playwright.sync_api import expect

from browser.picture import TREE, Picture, find_box
from browser.visit import Visit
from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.library.library import Library

pytestmark = pytest.mark.browser

LOST_LINES = """
svg => [...svg.querySelectorAll("[data-to]")].filter(line => {
  const card = svg.querySelector(`[data-card="${line.dataset.to}"]`);
  return line.checkVisibility() !== card.checkVisibility();
}).length
"""


BRANCH, OTHER = "which-one-suits", "hour-for-both"


def test_a_branch_is_folded_and_stays_so_until_it_is_opened(
    visit: Visit, address: str, library: Library
) -> None:
    picture = Picture(visit.go(address + TREE))
    svg, card = picture.figure.locator(".pb-diagram"), picture.card(BRANCH)
    branch = find_box(library, TREE, BRANCH)
    below = picture.card(branch.opportunities[-1].id)
    fold = picture.figure.get_by_role(
        "button", name=re.compile(rf"^\d+ below: {re.escape(branch.title.plain())}$")
    )
    seen = picture.figure.locator("a.pb-card:visible")
    all_cards = seen.count()
    assert visit.kept == []
    card.focus()
    visit.page.keyboard.press("Space")
    for _ in range(2):
        expect(card).to_have_attribute("aria-expanded", "false")
        expect(fold).to_have_attribute("aria-expanded", "false")
        expect(below).to_be_hidden()
        expect(fold).to_have_text(f"+{all_cards - seen.count()}")
        expect(picture.card("hold-the-hour")).to_be_visible()
        assert svg.evaluate(LOST_LINES) == 0
        visit.reload()
    picture.card("_outcome").focus()
    visit.page.keyboard.press("End")
    expect(picture.card("hours-teachers-confirm")).to_be_focused()
    visit.page.emulate_media(media="print")
    expect(below).to_be_visible()
    expect(picture.button("Zoom in")).to_be_hidden()
    visit.page.emulate_media(media="screen")
    fold.click()
    expect(card).to_have_attribute("aria-expanded", "true")
    expect(below).to_be_visible()
    assert visit.kept == []


def test_fit_shows_what_is_not_folded_as_large_as_it_can(
    visit: Visit, address: str, library: Library
) -> None:
    picture = Picture(visit.go(address + TREE))
    fit, keys = picture.button("Show the whole picture"), visit.page.keyboard
    fit.click()
    whole = picture.width
    for name in (BRANCH, OTHER):
        picture.card(name).focus()
        keys.press("c")
    keys.press("0")
    keys.press("0")
    assert picture.width > whole
    tree = library.entries["first-lesson-booked"].artifact
    assert isinstance(tree, OpportunityTree)
    for name in ("_outcome", *(each.id for each in tree.opportunities)):
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
    expect(picture.card(find_box(library, TREE, BRANCH).opportunities[-1].id)).to_be_visible()
