"""Where things stand on a page: nothing touches its frame, and no line is empty."""

import pytest
from playwright.sync_api import Route

from browser.visit import Visit

pytestmark = pytest.mark.browser

EMPTY_LINES = """
() => {
  const headings = [...document.querySelectorAll(".md-content :is(h1, h2, h3, h4, h5, h6)")];
  const measure = () => headings.map(each => each.getBoundingClientRect().height);
  const before = measure();
  for (const sign of document.querySelectorAll(".headerlink")) sign.style.display = "none";
  const after = measure();
  return headings.filter((_, place) => before[place] !== after[place]).map(each => each.id);
}
"""
TOUCHING = """
() => [...document.querySelectorAll(".pb-gallery > ul > li")].filter(card => {
  const words = card.querySelector("p:has(strong)").getBoundingClientRect();
  return words.top - card.getBoundingClientRect().top < 8;
}).map(card => card.textContent.trim())
"""
ROWS = """
() => [...document.querySelectorAll(".pb-doors li")].map(door => door.getBoundingClientRect().top)
"""

LEFT = "element => Math.round(element.getBoundingClientRect().left)"
LISTEN = """
window.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries()))
  .observe({ type: "layout-shift", buffered: true });
"""
NEXT_FRAMES = """
() => document.fonts.ready.then(() => new Promise(next =>
  requestAnimationFrame(() => requestAnimationFrame(next))))
"""


@pytest.mark.parametrize("name", ["", "plays/human-in-the-loop/", "trees/first-lesson-booked/"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_sign_of_an_address_takes_no_line(
    visit: Visit, address: str, width: int, name: str
) -> None:
    visit.tab.set_mode(width, "light")
    visit.go(address + name)
    assert visit.page.evaluate(EMPTY_LINES) == []


@pytest.mark.parametrize("name", ["ways-in/", "plays/", "snapshots/"])
def test_no_card_touches_its_own_edge(visit: Visit, address: str, name: str) -> None:
    visit.go(address + name)
    assert visit.page.evaluate(TOUCHING) == []


def test_a_snapshots_card_begins_with_the_person_and_what_they_said(
    visit: Visit, address: str
) -> None:
    visit.go(f"{address}snapshots/")
    card = visit.page.locator(".pb-gallery > ul > li").first
    assert card.locator("p").first.inner_text().split("\n") == [
        "“By the third week I knew their photos by heart, and nothing else.”",
        "Ana, an adult beginner, cello",
    ]


def test_a_single_card_lies_on_its_side_and_leaves_no_columns_empty(
    visit: Visit, address: str
) -> None:
    visit.tab.set_mode(1440, "light")
    visit.go(f"{address}trees/")
    frame = visit.page.locator(".pb-gallery").bounding_box()
    card = visit.page.locator(".pb-gallery > ul > li").bounding_box()
    assert frame
    assert card
    assert card["width"] > 0.95 * frame["width"]
    assert card["height"] < card["width"] / 3
    visit.go(f"{address}trees/first-lesson-booked/")
    button = visit.page.locator("details.pb-handouts").first.bounding_box()
    assert button
    assert button["width"] < 200


def test_links_of_home_stand_in_two_rows_by_their_looks(visit: Visit, address: str) -> None:
    visit.tab.set_mode(1440, "light")
    visit.go(address)
    tops = visit.page.evaluate(ROWS)
    assert len(tops) > 4
    assert len(set(tops[:2])) == len(set(tops[2:])) == 1
    assert tops[1] < tops[2]


def test_nothing_moves_when_the_fonts_arrive(visit: Visit, address: str) -> None:
    waiting: list[Route] = []

    def keep_waiting(route: Route) -> None:
        waiting.append(route)

    visit.tab.set_mode(390, "light")
    visit.tab.run_first(LISTEN)
    visit.page.route("**/*.woff2", keep_waiting)
    visit.page.goto(f"{address}snapshots/ana-cello/", wait_until="domcontentloaded")
    visit.page.wait_for_function("document.readyState !== 'loading'")
    visit.page.wait_for_function("[...document.fonts].some(each => each.status === 'loading')")
    visit.page.evaluate("new Promise(next => requestAnimationFrame(() => setTimeout(next)))")
    before = visit.page.evaluate("shifts.length")
    assert waiting
    for route in waiting:
        route.continue_()
    visit.page.evaluate(NEXT_FRAMES)
    heading = "700 1rem 'Libertinus Serif'"
    assert visit.page.evaluate("font => document.fonts.check(font)", heading)
    moved = visit.page.evaluate("n => shifts.slice(n).reduce((sum, e) => sum + e.value, 0)", before)
    assert moved < 0.02


def test_the_text_of_every_kind_of_page_begins_at_one_edge(visit: Visit, address: str) -> None:
    edges: dict[int, set[int]] = {1440: set(), 1220: set()}
    play = "plays/experience-mapping/"
    for path in ("", "plays/", play, f"{play}plan/", "tags/", "trees/first-lesson-booked/"):
        visit.go(f"{address}{path}")
        for width, found in edges.items():
            visit.page.set_viewport_size({"width": width, "height": 900})
            found.add(visit.page.locator("h1").evaluate(LEFT))
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert [len(found) for found in edges.values()] == [1, 1]
