import pytest
from playwright.sync_api import Page, expect

from browser.visit import Visit

pytestmark = pytest.mark.browser

PLAY = "plays/experience-mapping/"


def open_menu(visit: Visit, address: str, locale: str) -> Page:
    """Open the page of a play as a browser of this language does, and its menu."""
    agent = {"userAgent": visit.page.evaluate("navigator.userAgent"), "acceptLanguage": locale}
    visit.tab.attach().send("Emulation.setUserAgentOverride", agent)
    page = visit.go(address + PLAY).page
    page.locator(".pb-handouts summary").first.click()
    return page


@pytest.mark.parametrize(
    ("locale", "paper"), [("en-US", "letter"), ("es-MX", "letter"), ("de-DE", "a4"), ("en", "a4")]
)
def test_the_menu_offers_the_readers_paper_with_its_pages(
    visit: Visit, address: str, locale: str, paper: str
) -> None:
    page = open_menu(visit, address, locale)
    pack = page.get_by_role("link", name="Everything for the session")
    expect(pack).to_have_count(1)
    assert str(pack.get_attribute("href")).endswith(f"pack.{paper}.pdf")
    expect(pack.locator("xpath=..")).to_contain_text(" pages")


def test_another_paper_is_chosen_by_keyboard_for_all_menus_and_remembered(
    visit: Visit, address: str
) -> None:
    page = open_menu(visit, address, "de-DE")
    page.get_by_role("radio", name="A4").first.focus()
    page.keyboard.press("ArrowRight")
    for _ in range(2):
        shown = page.locator(".pb-handouts a").evaluate_all(
            "links => links.filter(each => !each.closest('[hidden]')).map(each => each.href)"
        )
        assert len(shown) > 5
        assert all(".letter.pdf" in each for each in shown)
        page.reload()


def test_without_scripts_both_papers_are_there(visit_without_scripts: Visit, address: str) -> None:
    page = visit_without_scripts.page
    page.goto(address + PLAY)
    page.locator(".pb-handouts summary").first.click()
    for paper in ("a4", "letter"):
        expect(page.locator(f".pb-handouts a[href$='pack.{paper}.pdf']")).to_be_visible()
