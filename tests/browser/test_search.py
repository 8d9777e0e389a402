import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser.modes import MODES, in_mode
from browser.serving import served
from browser.visit import Visit, open_tab
from projects import Project

pytestmark = pytest.mark.browser

BOX = ".md-search__input"
HIT = ".md-search-result__link"


@pytest.fixture(scope="module")
def searchable(own_project: Project) -> Iterator[str]:
    with served(own_project.root / "site") as address:
        yield address


def search(visit: Visit, address: str, words: str) -> Locator:
    """Open home, search, and return every hit in the order of the list."""
    page = visit.go(address).page
    if not page.locator(BOX).is_visible():
        page.locator("label[for=__search].md-header__button").click()
    page.locator(BOX).press_sequentially(words)
    expect(page.locator(HIT).first).to_be_visible()
    return page.locator(HIT)


def kind(hit: Locator) -> str:
    return str(hit.locator(".md-tag").first.text_content())


def test_a_hit_in_a_diagram_says_what_it_is_and_leads_to_its_card(
    browser: Browser, searchable: str
) -> None:
    with open_tab(browser) as visit:
        hits = search(visit, searchable, "sound grown")
        found = hits.and_(
            visit.page.locator("[href*='/first-lesson-shared/'][href$='#writes-first']")
        )
        expect(found).to_be_visible()
        assert kind(found) == "Moment"
        found.click()
        visit.page.wait_for_url("**/maps/first-lesson-shared/*#writes-first")
        card = visit.page.locator("a.pb-card#writes-first")
        expect(card).to_be_in_viewport()
        assert card.evaluate("each => each.matches(':target')")


@pytest.mark.parametrize(
    ("words", "what", "where"),
    [
        (
            "practise the 30-second update",
            "Exercise",
            "plays/show-your-work/?h=*#thirty-second-update",
        ),
        (
            "telling instead of showing",
            "Anti-pattern",
            "plays/show-your-work/?h=*#telling-not-showing",
        ),
        (
            "I can't tell how they treat a complete beginner",
            "Opportunity",
            "trees/first-lesson-booked/?h=*#*",
        ),
    ],
)
def test_what_is_called_as_searched_stands_first_and_says_its_kind(
    browser: Browser, searchable: str, words: str, what: str, where: str
) -> None:
    with open_tab(browser) as visit:
        search(visit, searchable, words)
        first = visit.page.locator(".md-search-result__item").first.locator(HIT).nth(1)
        expect(first.locator("h2")).to_have_text(re.compile(re.escape(words), re.IGNORECASE))
        assert kind(first) == what
        first.click()
        visit.page.wait_for_url(f"**/{where}")


def test_pages_for_contributors_stand_last(browser: Browser, searchable: str) -> None:
    with open_tab(browser) as visit:
        search(visit, searchable, "opportunity")
        expect(visit.page.locator(".md-search-result__item").nth(5)).to_be_attached()
        pages = visit.page.locator(f".md-search-result__item > {HIT}:first-child")
        kinds = [kind(each) for each in pages.all()][:5]
        assert len(kinds) == 5
        assert not {"Rule", "Reference"} & set(kinds)


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_in_the_list_of_hits(
    browser: Browser, searchable: str, mode: str
) -> None:
    with in_mode(mode, browser) as visit:
        search(visit, searchable, "interview")
        assert [each for each in visit.axe() if "md-tag" in each] == []
