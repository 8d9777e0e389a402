import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser.modes import axe_in_both_modes
from browser.serving import served
from browser.visit import Visit, open_tab
from projects import Project

pytestmark = pytest.mark.browser

BOX = ".md-search__input"
HIT = ".md-search-result__link"


@pytest.fixture(scope="module")
def home(browser: Browser, own_project: Project) -> Iterator[Visit]:
    """Home, whose index takes a browser a second to read: all searches but one stay on it."""
    with served(own_project.root / "site") as address, open_tab(browser) as visit:
        yield visit.go(address)


def search(home: Visit, words: str) -> Locator:
    """Search, and return every hit in the order of the list."""
    hits, box = home.page.locator(HIT), home.page.locator(BOX)
    box.fill("")
    box.press("Backspace")
    expect(hits).to_have_count(0)
    box.fill(words[:-1])
    box.press(words[-1])
    expect(hits.first).to_be_visible()
    return hits


def kind(hit: Locator) -> str:
    return str(hit.locator(".md-tag").first.text_content())


@pytest.mark.parametrize(
    ("words", "what", "where"),
    [
        (
            "practise the 30-second update",
            "Exercise",
            r"plays/show-your-work/\?h=.*#thirty-second-update",
        ),
        (
            "telling instead of showing",
            "Anti-pattern",
            r"plays/show-your-work/\?h=.*#telling-not-showing",
        ),
        (
            "I can't tell how they treat a complete beginner",
            "Opportunity",
            r"trees/first-lesson-booked/\?h=.*#.+",
        ),
    ],
)
def test_what_is_called_as_searched_stands_first_and_says_its_kind(
    home: Visit, words: str, what: str, where: str
) -> None:
    search(home, words)
    first = home.page.locator(".md-search-result__item").first.locator(HIT).nth(1)
    expect(first.locator("h2")).to_have_text(re.compile(re.escape(words), re.IGNORECASE))
    assert kind(first) == what
    expect(first).to_have_attribute("href", re.compile(f"/{where}$"))


def test_pages_for_contributors_stand_last(home: Visit) -> None:
    search(home, "opportunity")
    expect(home.page.locator(".md-search-result__item").nth(5)).to_be_attached()
    pages = home.page.locator(f".md-search-result__item > {HIT}:first-child")
    kinds = [kind(each) for each in pages.all()][:5]
    assert len(kinds) == 5
    assert not {"Rule", "Reference"} & set(kinds)


def test_axe_finds_nothing_in_the_list_of_hits(home: Visit) -> None:
    search(home, "interview")
    assert [each for each in axe_in_both_modes(home) if "md-tag" in each] == []
    home.tab.set_mode(1280, "light")


def test_a_hit_in_a_diagram_says_what_it_is_and_leads_to_its_card(home: Visit) -> None:
    hits = search(home, "sound grown")
    found = hits.and_(home.page.locator("[href*='/first-lesson-shared/'][href$='#writes-first']"))
    expect(found).to_be_visible()
    assert kind(found) == "Moment"
    found.click()
    home.page.wait_for_url("**/maps/first-lesson-shared/*#writes-first")
    card = home.page.locator("a.pb-card#writes-first")
    expect(card).to_be_in_viewport()
    assert card.evaluate("each => each.matches(':target')")
