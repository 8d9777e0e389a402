"""Where a picture opens, and its cards in one column on a narrow screen."""

import pytest
from playwright.sync_api import expect

from browser.picture import MAP, TREE, Picture
from browser.visit import Visit

pytestmark = pytest.mark.browser

TARGET = "how-they-treat-beginners"
WIDER = "frame => frame.scrollWidth - frame.clientWidth"
APART = """
svg => {
  const boxes = [...svg.querySelectorAll("a.pb-card:not(.pb-folded) .pb-outline")].map(each => each.getBoundingClientRect());
  return boxes.filter((box, place) => place && box.top < boxes[place - 1].bottom).length;
}
"""  # noqa: E501 - a script, YAML or a title, as it is
WRITTEN_OVER = """
svg => {
  const cards = [...svg.querySelectorAll("a.pb-card .pb-outline")].map(each => each.getBoundingClientRect());
  return [...svg.querySelectorAll(".pb-lines > .pb-words")].filter(words => {
    const { top, bottom } = words.getBoundingClientRect();
    return top === bottom || cards.some(card => top < card.bottom - 1 && bottom > card.top + 1);
  }).map(words => words.textContent);
}
"""  # noqa: E501 - a script, YAML or a title, as it is
UNPLACED = """
svg => {
  const boxes = [...svg.querySelectorAll(":scope > text.pb-title, .leap, a.pb-card")]
    .map(each => each.getBoundingClientRect()).sort((one, other) => one.top - other.top);
  const { right } = svg.getBoundingClientRect();
  return boxes.filter((box, place) => box.right > right || (place && box.top < boxes[place - 1].bottom - 1)).length;
}
"""  # noqa: E501 - a script, YAML or a title, as it is
LEAST_WORDS = """
svg => Math.min(...[...svg.querySelectorAll("a.pb-card:not(.pb-folded) .pb-title tspan")]
  .map(each => each.getBoundingClientRect().height))
"""


def test_a_tree_opens_on_the_target_and_is_an_outline_on_a_phone(
    visit: Visit, address: str
) -> None:
    page = visit.page
    page.set_viewport_size({"width": 900, "height": 900})
    picture = Picture(visit.go(address + TREE))
    picture.frame.evaluate("frame => frame.scrollIntoView()")
    expect(picture.frame).not_to_have_js_property("scrollLeft", 0)
    box, frame = picture.card(TARGET).bounding_box(), picture.frame.bounding_box()
    assert box
    assert frame
    assert frame["x"] <= box["x"]
    assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    svg = picture.figure.locator(".pb-diagram")
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 844})
        expect(picture.card("across-town")).to_be_hidden()
        assert picture.frame.evaluate(WIDER) <= 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(picture.card(TARGET)).to_be_visible()
    assert svg.evaluate(APART) == 0
    assert visit.kept == []
    picture.button("Open all").click()
    expect(picture.figure.locator("a.pb-card.pb-folded")).to_have_count(0)
    assert svg.evaluate(APART) == 0
    visit.reload()
    expect(picture.card("across-town")).to_be_visible()
    picture.card("_outcome").focus()
    for key, name in (("ArrowDown", "nobody-in-reach"), ("ArrowRight", "which-one-suits")):
        page.keyboard.press(key)
        expect(picture.card(name)).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(picture.figure).not_to_contain_class("pb-column")
    expect(picture.button("Zoom in")).to_be_visible()
    assert svg.evaluate(APART) > 0
    assert visit.complaints == []


def test_on_a_phone_a_map_is_read_from_top_to_bottom(visit: Visit, address: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    picture = Picture(visit.go(address + MAP))
    svg = picture.figure.locator(".pb-diagram")
    assert picture.frame.evaluate(WIDER) <= 0
    assert svg.evaluate(APART) == 0
    assert svg.evaluate(LEAST_WORDS) >= 14
    assert svg.evaluate(WRITTEN_OVER) == []
    button = picture.button("Full screen")
    button.click()
    expect(picture.figure).not_to_contain_class("pb-column")
    assert svg.evaluate(APART) > 0
    button.click()
    expect(picture.figure).to_contain_class("pb-column")
    assert svg.evaluate(APART) == 0


def test_on_a_phone_a_flows_answers_name_their_targets(visit: Visit, address: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.go(f"{address}plays/experience-mapping/")
    figure = visit.page.locator(".pb-picture:has(.flow-start)")
    svg = figure.locator(".pb-diagram")
    assert figure.locator(".pb-scroll").evaluate(WIDER) <= 0
    assert svg.evaluate(APART) == 0
    assert svg.evaluate(WRITTEN_OVER) == []
    words = [" ".join(each.split()) for each in svg.locator(".pb-words").all_text_contents()]
    assert "no → Keep both notes" in words
    visit.page.set_viewport_size({"width": 1280, "height": 900})
    expect(figure).not_to_contain_class("pb-column")
    assert "→" not in "".join(svg.locator(".pb-words").all_text_contents())


def test_on_a_phone_an_assumption_map_is_a_list_with_leaps_of_faith_first(
    visit: Visit, address: str
) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.go(address + TREE)
    figure = visit.page.locator(".pb-picture:has([data-card=_map])")
    svg = figure.locator(".pb-diagram")
    assert figure.locator(".pb-scroll").evaluate(WIDER) <= 0
    corners = svg.locator("> text.pb-title")
    assert corners.first.text_content() == "High importance · Weak evidence"
    assert svg.evaluate(UNPLACED) == 0
    visit.page.set_viewport_size({"width": 1280, "height": 900})
    expect(corners).to_have_count(0)
