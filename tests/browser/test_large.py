"""A tree of 300 nodes and a map of 60, as people open them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from browser.modes import MODES, axe_in_both_modes, look_at, set_mode
from browser.serving import served
from browser.visit import UNFOLD, Visit
from projects import Project

pytestmark = pytest.mark.browser

PAGES = {
    "overview": "trees/year/",
    "branch": "trees/year/opportunity-2/",
    "largest-branch": "trees/year/opportunity-0/",
    "map": "maps/year-of-moments/",
}
VIEWS = [(MODES[index % 2], name) for index, name in enumerate(PAGES)]
WITH_ALL = ["overview", "map"]
"""Pages with all that a large picture has; a branch has no more than a page of a small tree."""
SMALLEST = """
() => Math.min(...[...document.querySelectorAll(".pb-card:not(.pb-folded) .pb-title tspan")]
  .filter(line => getComputedStyle(line.closest(".pb-card")).display !== "none")
  .map(line => line.getBoundingClientRect().height))
"""
READABLE = 10


@pytest.fixture(scope="module")
def large_address(large_project: Project) -> Iterator[str]:
    with served(large_project.root / "site") as address:
        yield address


@pytest.fixture(scope="module", params=VIEWS, ids="-".join)
def view(request: pytest.FixtureRequest, tab: Visit, large_address: str) -> Visit:
    mode, name = request.param
    return look_at(tab, mode, large_address + PAGES[name])


def go_on(card: Locator) -> None:
    """Follow the link in the detail of a card that is told on another page."""
    card.click()
    card.page.get_by_role("link", name="Go to its page").click()


def test_nothing_is_wrong_on_the_console(view: Visit) -> None:
    assert view.complaints == []


@pytest.mark.parametrize("mode", MODES)
def test_the_titles_in_the_pictures_can_be_read_and_the_page_does_not_scroll_sideways(
    view: Visit, mode: str
) -> None:
    view.page.evaluate(UNFOLD)
    set_mode(view.tab, mode)
    assert view.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert view.page.evaluate(SMALLEST) >= READABLE


def test_axe_finds_nothing_of_ours(view: Visit) -> None:
    if view.page.url.endswith(tuple(PAGES[name] for name in WITH_ALL)):
        assert axe_in_both_modes(view) == []


def test_a_closed_branch_is_a_click_away_and_leads_back(visit: Visit, large_address: str) -> None:
    page = visit.go(large_address + PAGES["overview"]).page
    card = page.locator("#opportunity-2")
    expect(card).to_contain_text("below")
    go_on(card)
    page.wait_for_url(f"{large_address}trees/year/opportunity-2/")
    expect(page.locator("h1")).to_contain_text("I don't get an answer")
    go_on(page.locator("a.pb-card", has_text="I can't tell who suits me"))
    page.wait_for_url(f"{large_address}trees/year/opportunity-1/")
    go_on(page.locator("a.pb-card.outcome"))
    page.wait_for_url(f"{large_address}trees/year/#Outcome")


def test_what_a_closed_card_holds_is_told_where_it_leads(visit: Visit, large_address: str) -> None:
    page = visit.go(large_address + PAGES["overview"]).page
    closed = page.locator('#Tree ~ figure a.pb-card[href*="/#told_"]').first
    title = " ".join(closed.locator(".pb-title tspan").all_text_contents())
    go_on(closed)
    page.wait_for_url("**/#told_*")
    expect(page.locator(":target").locator("..")).to_contain_text(" ".join(title.split()))
