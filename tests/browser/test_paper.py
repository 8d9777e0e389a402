import pytest
from playwright.sync_api import Browser

from browser.modes import PAGES
from browser.visit import open_tab

pytestmark = pytest.mark.browser

A4_WIDTH = 688  # pixels between margins of 14 mm


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_on_paper(name: str, browser: Browser, address: str) -> None:
    with open_tab(browser, width=A4_WIDTH) as visit:
        visit.page.emulate_media(media="print")
        visit.go(address + PAGES[name])
        wide = "each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1"
        found = f"[...document.querySelectorAll('article *')].filter({wide}).map(each => each.outerHTML.slice(0, 80))"
        assert visit.page.evaluate(found) == []
