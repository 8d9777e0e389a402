import pytest
from playwright.sync_api import Page, expect

from browser.modes import SCHEMES, look_at
from browser.visit import Visit

pytestmark = pytest.mark.browser

PICTURES = {
    "shared-map": "maps/first-lesson-shared/",
    "individual-map": "maps/first-lesson-engineer/",
    "tree": "trees/first-lesson-booked/",
    "signpost": "signposts/where-are-you-stuck/",
    "driver-tree-and-flows": "plays/analytics-taxonomy/",
    "checkpoints-and-calls": "plays/agent-orchestration/",
}
STICKING_OUT = """
() => [...document.querySelectorAll(".pb-card")].flatMap(card => {
  const room = card.querySelector(".pb-outline").getBBox();
  if (card.dataset.size?.split(" ").some((size, n) => Math.abs(size - [room.width, room.height][n]) > 0.1)) return [card.id];
  return [...card.querySelectorAll("text")].flatMap(text => {
    const { x, y, width, height } = text.getBBox();
    const inside = x >= 0 && y >= 0 && x + width <= room.width && y + height <= room.height && width > 0;
    return inside ? [] : [`${text.textContent}: ${x} ${y} ${width} ${height} in ${room.width} ${room.height}`];
  });
})
"""  # noqa: E501 - a script, YAML or a title, as it is
OUTSIDE = """
() => [...document.querySelectorAll(".pb-diagram")].flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter(text => {
    const box = text.getBoundingClientRect();
    return box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
  }).map(text => text.textContent);
})
"""  # noqa: E501 - a script, YAML or a title, as it is
LOOKS = """
card => {
  const look = getComputedStyle(card.querySelector(".pb-outline"));
  return [look.stroke, look.strokeWidth, look.strokeDasharray].join(" ");
}
"""
LOOKS_THE_SAME_WITH_FOCUS = f"""
() => [...document.querySelectorAll("a.pb-card")].filter(card => {{
  const look = {LOOKS};
  document.activeElement.blur();
  const before = look(card);
  card.focus();
  return !card.matches(":focus-visible") || look(card) === before;
}}).map(card => card.getAttribute("aria-label"))
"""


@pytest.fixture(scope="module", params=PICTURES)
def page(request: pytest.FixtureRequest, tab: Visit, address: str) -> Page:
    return look_at(tab, "1280-light", address + PICTURES[request.param]).page


def set_scheme(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])


def test_the_words_of_a_card_stay_within_its_outline(page: Page) -> None:
    assert page.locator(".pb-card text").count() > 10
    assert page.evaluate(STICKING_OUT) == []


def test_no_words_are_cut_off_at_the_edge_of_a_picture(page: Page) -> None:
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_card_that_has_the_focus_looks_different(page: Page, scheme: str) -> None:
    set_scheme(page, scheme)
    page.keyboard.press(
        "Tab"
    )  # from now on the browser shows the focus as to somebody at a keyboard
    assert page.evaluate(LOOKS_THE_SAME_WITH_FOCUS) == []


def test_the_cards_of_a_picture_are_one_stop_of_the_tab_key(page: Page) -> None:
    for svg in page.locator(".pb-diagram").all():
        assert svg.locator("a.pb-card[tabindex='0']").count() == 1
    first = page.locator(".pb-scroll").first
    first.focus()
    page.keyboard.press("Tab")
    expect(first.locator("a.pb-card[tabindex='0']")).to_be_focused()
    page.keyboard.press("Tab")
    expect(first.locator(":focus")).to_have_count(0)


def test_without_scripts_each_card_is_a_link_in_the_order_of_the_page(
    visit_without_scripts: Visit, address: str
) -> None:
    page = visit_without_scripts.go(address + PICTURES["tree"]).page
    assert page.locator(".pb-bar, .pb-keys, .pb-folds, .pb-detail").count() == 0
    cards = page.locator("a.pb-card")
    cards.first.focus()
    page.keyboard.press("Tab")
    expect(cards.nth(1)).to_be_focused()
    assert all(card.is_visible() for card in cards.all())


def test_an_address_with_a_fragment_marks_its_card_after_a_reload_too(page: Page) -> None:
    page.evaluate("document.activeElement.blur()")
    cards = page.locator("a.pb-card[id]")
    set_scheme(page, list(SCHEMES)[cards.count() % 2])
    card = cards.nth(2)
    name, plain = card.get_attribute("id"), card.evaluate(LOOKS)
    page.goto(f"{page.url.partition('#')[0]}#{name}")
    page.reload()
    assert page.locator(":target").get_attribute("id") == name
    assert card.evaluate(LOOKS) != plain
