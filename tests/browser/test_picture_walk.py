"""Walking through a picture with the keyboard alone, and finding a card by its words."""

import re

import pytest
from playwright.sync_api import expect

from browser.picture import MAP, TREE, Picture
from browser.visit import Visit

pytestmark = pytest.mark.browser


def test_keys_alone_lead_from_home_to_a_node_and_back(visit: Visit, address: str) -> None:
    page = visit.go(address).page
    keys = page.keyboard
    visit.tab_to(page.locator("article a[href$='first-lesson-booked/']:visible").first)
    keys.press("Enter")
    page.wait_for_url(address + TREE)
    visit.wait()
    picture = Picture(visit)
    expect(picture.card("_outcome")).to_have_accessible_name(re.compile(r"level 1, \d below$"))
    expect(picture.card("how-they-treat-beginners")).to_have_accessible_name(
        re.compile(r"^Target opportunity\. .+\. level \d, under “.+”, \d of \d$")
    )
    visit.tab_to(picture.card("_outcome"))
    for key, name in (
        ("ArrowDown", "nobody-in-reach"),
        ("ArrowRight", "which-one-suits"),
        ("ArrowDown", "all-sound-alike"),
        ("ArrowRight", "takes-adults"),
        ("ArrowLeft", "all-sound-alike"),
        ("ArrowDown", "how-they-treat-beginners"),
    ):
        keys.press(key)
        expect(picture.card(name)).to_be_focused()
    assert picture.lit == [
        "_outcome",
        "which-one-suits",
        "all-sound-alike",
        "how-they-treat-beginners",
    ]
    keys.press("Enter")
    expect(picture.detail).to_be_focused()
    expect(picture.detail).to_contain_text("It ended Ana's and Henk's search")
    visit.tab_to(
        picture.detail.get_by_role("button", name="I can't picture a lesson with any of them")
    )
    keys.press("Enter")
    expect(picture.detail).to_contain_text("It is the largest part of the choice")
    keys.press("Escape")
    expect(picture.detail).to_have_count(0)
    expect(picture.card("all-sound-alike")).to_be_focused()
    keys.press("Home")
    expect(picture.card("_outcome")).to_be_focused()
    page.go_back()
    assert page.url == address
    assert visit.complaints == []


def test_a_map_is_walked_along_its_links(visit: Visit, address: str) -> None:
    picture = Picture(visit.go(address + MAP))
    keys = visit.page.keyboard
    assert picture.figure.locator("a.pb-card[aria-label$='leads no further']").count()
    expect(picture.card("compares")).to_have_accessible_name(re.compile("leads to “.+”$"))
    picture.card("compares").focus()
    assert {"compares", "writes-first", "puts-it-off"} <= set(picture.lit)
    keys.press("ArrowDown")
    expect(picture.card("writes-first")).to_be_focused()
    keys.press("ArrowUp")
    expect(picture.card("compares")).to_be_focused()
    keys.press("ArrowRight")
    expect(picture.card("puts-it-off")).to_be_focused()


def test_a_picture_without_lines_is_walked_to_the_nearest_card(visit: Visit, address: str) -> None:
    page = visit.go(address + TREE).page
    cards = page.locator("svg[aria-labelledby=assumptions_title] a.pb-card")
    cards.first.focus()
    page.keyboard.press("End")
    expect(cards.last).to_be_focused()
    at = cards.last.bounding_box()
    page.keyboard.press("ArrowUp")
    above = page.locator(":focus").bounding_box()
    assert at
    assert above
    assert above["y"] < at["y"]


def test_words_are_found_one_after_the_other_in_folded_branches_too(
    visit: Visit, address: str
) -> None:
    picture = Picture(visit.go(address + TREE))
    keys = visit.page.keyboard
    picture.card("which-one-suits").focus()
    keys.press("c")
    expect(picture.card("how-they-treat-beginners")).to_be_hidden()
    picture.button("Find in the picture").click()
    keys.type("BEGINNER")
    status = picture.figure.locator(".pb-find [role=status]")
    expect(status).to_contain_text("1 of 2: I can't tell how they treat a complete beginner")
    expect(picture.card("how-they-treat-beginners")).to_be_in_viewport()
    assert picture.figure.locator(".pb-flag").count() == 2
    keys.press("Enter")
    expect(status).to_contain_text("2 of 2: Answers from past beginners")
    keys.press("Enter")
    expect(status).to_contain_text("1 of 2")
    keys.type(" xylophone")
    expect(status).to_have_text("not in any box")
    keys.press("Escape")
    expect(picture.button("Find in the picture")).to_be_focused()
    assert picture.figure.locator(".pb-flag, .pb-found").count() == 0
