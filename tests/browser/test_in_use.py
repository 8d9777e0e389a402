import pytest
from playwright.sync_api import Browser

from browser.modes import MODES, PAGES, in_mode

pytestmark = pytest.mark.browser

IN_USE = [
    "home",
    "exercises",
    "anti-patterns",
    "where-are-you-stuck",
    "scaling-sales",
    "ai-ready-analytics",
]
USE = """
() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  for (const each of document.querySelectorAll(".pb-criterion")) each.querySelector("input").click();
  for (const each of document.querySelectorAll(".pb-flow")) each.querySelector(".pb-light")?.click();
  document.querySelector(".pb-anti-pattern input")?.click();
  for (const each of document.querySelectorAll(".pb-filter")) {
    each.elements.minutes.value = 1;
    each.dispatchEvent(new Event("input"));
  }
  scrollTo({ top: 0, behavior: "instant" });
}
"""


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", IN_USE)
def test_axe_finds_nothing_when_the_page_is_in_use(
    browser: Browser, address: str, name: str, mode: str
) -> None:
    with in_mode(mode, browser) as visit:
        visit.go(address + PAGES[name]).page.evaluate(USE)
        assert visit.axe() == []
