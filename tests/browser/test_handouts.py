import pytest
from playwright.sync_api import Browser, Page, expect

from browser.visit import Visit

pytestmark = pytest.mark.browser

PLAY = "plays/experience-mapping/"


def opened(browser: Browser, address: str, locale: str) -> Page:
    page = browser.new_context(locale=locale).new_page()
    page.goto(address + PLAY)
    page.locator(".pb-handouts summary").first.click()
    return page


@pytest.mark.parametrize(
    ("locale", "paper"), [("en-US", "letter"), ("es-MX", "letter"), ("de-DE", "a4"), ("en", "a4")]
)
def test_the_menu_offers_the_readers_paper_with_its_pages(
    browser: Browser, address: str, locale: str, paper: str
) -> None:
    page = opened(browser, address, locale)
    pack = page.get_by_role("link", name="Everything for the session")
    expect(pack).to_have_count(1)
    assert str(pack.get_attribute("href")).endswith(f"pack.{paper}.pdf")
    expect(pack.locator("xpath=..")).to_contain_text(" pages")
    page.context.close()


def test_another_paper_is_chosen_by_keyboard_for_all_menus_and_remembered(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address, "de-DE")
    page.get_by_role("radio", name="A4").first.focus()
    page.keyboard.press("ArrowRight")
    for _ in range(2):
        shown = page.locator(".pb-handouts a").evaluate_all(
            "links => links.filter(each => !each.closest('[hidden]')).map(each => each.href)"
        )
        assert len(shown) > 5
        assert all(each.endswith(".letter.pdf") for each in shown)
        page.reload()
    page.context.close()


def test_without_scripts_both_papers_are_there(visit_without_scripts: Visit, address: str) -> None:
    page = visit_without_scripts.page
    page.goto(address + PLAY)
    page.locator(".pb-handouts summary").first.click()
    for paper in ("a4", "letter"):
        expect(page.locator(f".pb-handouts a[href$='pack.{paper}.pdf']")).to_be_visible()
