"""What is told about a card, beside the picture: opened by a press and by an address."""

import pytest
from playwright.sync_api import expect

from browser.modes import axe_in_both_modes
from browser.picture import MAP, TREE, Picture, find_box
from browser.visit import Visit
from playbook.library.library import Library

pytestmark = pytest.mark.browser

WIDER = "document.documentElement.scrollWidth - innerWidth"
MOVES = """
[...document.querySelectorAll("*")].filter(each => {
  const look = getComputedStyle(each);
  return each.closest(".pb-picture") && (parseFloat(look.transitionDuration) || look.animationName !== "none");
}).length
"""  # noqa: E501 - a script, YAML or a title, as it is


def test_an_address_with_a_node_opens_it_in_view(
    visit: Visit, address: str, library: Library
) -> None:
    held, across = (
        find_box(library, TREE, name).title.plain() for name in ("hold-the-hour", "across-town")
    )
    picture = Picture(visit.go(f"{address}{TREE}#hold-the-hour"))
    page = visit.page
    expect(picture.card("hold-the-hour")).to_be_in_viewport(ratio=0.99)
    expect(picture.card("hold-the-hour")).to_be_focused()
    expect(picture.detail).to_contain_text(held)
    assert picture.lit == ["_outcome", "hour-for-both", "hour-was-gone", "hold-the-hour"]
    page.evaluate("location.hash = 'across-town'")
    expect(picture.detail).to_contain_text(across)
    expect(picture.card("across-town")).to_be_in_viewport(ratio=0.99)
    page.go_back()
    expect(picture.detail).to_contain_text(held)
    assert visit.complaints == []


def test_a_card_opens_beside_the_picture_and_its_link_is_copied(
    visit: Visit, address: str, library: Library
) -> None:
    picture = Picture(visit.go(address + MAP))
    page = visit.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    picture.card("compares").click()
    detail, frame = picture.detail.bounding_box(), picture.frame.bounding_box()
    assert detail
    assert frame
    assert detail["x"] >= frame["x"] + frame["width"]
    assert page.url == f"{address}{MAP}#compares"
    expect(picture.detail).to_contain_text(find_box(library, MAP, "compares").doing.plain())
    expect(picture.detail.locator("[id]")).to_have_count(0)
    picture.detail.get_by_role("button", name="Copy link").click()
    expect(picture.detail.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    picture.detail.get_by_role("button", name="Close").click()
    assert page.url == address + MAP
    expect(picture.card("compares")).to_be_focused()
    picture.card("compares").click(modifiers=["ControlOrMeta"])
    expect(picture.detail).to_have_count(0)


def test_the_words_are_one_press_away(visit: Visit, address: str, library: Library) -> None:
    doing = find_box(library, MAP, "compares").doing.plain()
    picture = Picture(visit.go(address + MAP))
    picture.button("In words").press("Enter")
    table = visit.page.get_by_role("table").filter(has_text=doing)
    expect(table).to_be_focused()
    expect(table).to_be_in_viewport()


def test_axe_finds_nothing_in_a_picture_with_its_detail_open(visit: Visit, address: str) -> None:
    picture = Picture(visit.go(f"{address}{TREE}#how-they-treat-beginners"))
    picture.button("Find in the picture").click()
    visit.page.keyboard.type("hour")
    picture.card("hour-for-both").focus()
    visit.page.keyboard.press("c")
    expect(picture.detail).to_be_in_viewport()
    assert visit.page.evaluate(WIDER) <= 0
    assert axe_in_both_modes(visit) == []
    picture.detail.scroll_into_view_if_needed()
    expect(picture.detail).to_be_in_viewport()
    assert visit.page.evaluate(WIDER) <= 0
    assert visit.complaints == []


def test_nothing_moves_by_itself_for_readers_who_asked_for_that(
    visit: Visit, address: str, library: Library
) -> None:
    visit.page.emulate_media(reduced_motion="reduce")
    visit.tab.run_first(
        "window.asked = []; for (const it of [window, Element.prototype]) for (const name of "
        "['scrollTo', 'scrollBy'])"
        " { const old = it[name]; it[name] = function (to) { asked.push(to.behavior); "
        "return old.call(this, to); }; }"
    )
    picture = Picture(visit.go(f"{address}{TREE}#hold-the-hour"))
    expect(picture.detail).to_be_in_viewport()
    picture.card("across-town").focus()
    expect(picture.detail).to_contain_text(find_box(library, TREE, "across-town").title.plain())
    assert set(visit.page.evaluate("asked")) == {"instant", "auto"}
    assert visit.page.evaluate(MOVES) == 0
    visit.page.emulate_media(reduced_motion="no-preference")
