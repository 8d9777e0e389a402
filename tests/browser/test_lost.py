import pytest
from playwright.sync_api import Browser, expect

from browser.visit import Visit, open_tab

pytestmark = pytest.mark.browser

LOST = "trees/no-such-tree/at/all/"


@pytest.fixture
def lost(visit: Visit, address: str) -> Visit:
    return visit.go(address + LOST)


def test_its_title_is_not_that_of_home(lost: Visit) -> None:
    expect(lost.page).to_have_title("404: Off the map - Discovery Playbook")


def test_the_section_of_a_missing_page_comes_first(lost: Visit, address: str) -> None:
    first = lost.page.locator(".pb-nearby > li").first
    assert (
        first.get_by_role("link", name="Opportunity trees").evaluate("each => each.href")
        == f"{address}trees/"
    )
    expect(first).to_contain_text("closest to the address you opened")


def test_every_section_can_be_reached_from_there(lost: Visit, address: str) -> None:
    links = lost.page.locator(".pb-nearby a").evaluate_all("all => all.map(each => each.href)")
    sections = [
        "",
        "ways-in/",
        "clubs/",
        "reading-guides/",
        "books/",
        "plays/",
        "snapshots/",
        "maps/",
        "trees/",
    ]
    assert sorted(links) == sorted(address + each for each in [*sections, "reference/", "about/"])
    assert [link for link in links if lost.page.request.get(link).status != 200] == []


def test_what_is_typed_there_is_searched_for(lost: Visit, address: str) -> None:
    lost.page.get_by_label("Look for it").fill("assumption")
    lost.page.get_by_label("Look for it").press("Enter")
    lost.page.wait_for_url(f"{address}**")
    expect(lost.page.locator(".pb-search-dialog input")).to_have_value("assumption")


def test_without_scripts_the_sections_stand_in_their_order(browser: Browser, address: str) -> None:
    with open_tab(browser, scripts=False) as visit:
        links = visit.go(address + LOST).page.locator(".pb-nearby a")
        assert [each.inner_text() for each in links.all()][:2] == ["Home", "Where to start"]
