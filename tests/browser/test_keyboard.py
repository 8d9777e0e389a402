"""What the Tab key stops at, and what a key opens."""

import pytest
from playwright.sync_api import expect

from browser.visit import Visit

pytestmark = pytest.mark.browser

PLAY = "plays/agent-orchestration/"
STOPS = """
() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
  .filter(each => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }))
  .map(each => each.className || each.localName)
"""
STOPS_BEFORE_CONTENT = """
() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
  .filter(each => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }))
  .filter(each => each.compareDocumentPosition(document.querySelector("article")) === Node.DOCUMENT_POSITION_FOLLOWING)
  .map(each => each.closest(".md-sidebar--secondary") ? "toc" : each.className || each.localName)
"""  # noqa: E501 - a script


def test_the_sign_of_an_address_is_no_stop_and_no_word_of_its_heading(
    visit: Visit, address: str
) -> None:
    visit.go(f"{address}anti-patterns/")
    assert visit.page.locator(".headerlink").count() > 50
    assert "headerlink" not in visit.page.evaluate(STOPS)
    heading = visit.page.locator("h2[id]").first
    words = heading.evaluate("each => each.firstChild.textContent")
    expect(visit.page.get_by_role("heading", name=words, exact=True)).to_have_count(1)


def test_a_key_opens_the_menu_of_a_narrow_screen_and_closes_it(visit: Visit, address: str) -> None:
    visit.tab.set_mode(390, "light")
    visit.go(address + PLAY)
    button = visit.page.get_by_role("button", name="Navigation")
    expect(button).to_have_attribute("aria-expanded", "false")
    assert not [each for each in visit.page.evaluate(STOPS) if "md-nav__link" in each]
    button.focus()
    visit.page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert visit.page.evaluate("document.activeElement.matches('.md-sidebar--primary a')")
    visit.page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_wide_screen_has_no_button_for_the_menu(visit: Visit, address: str) -> None:
    visit.tab.set_mode(1440, "light")
    visit.go(address + PLAY)
    expect(visit.page.locator(".pb-menu")).to_be_hidden()


def test_few_stops_lie_before_what_is_read(visit: Visit, address: str) -> None:
    visit.tab.set_mode(1440, "light")
    visit.go(address + PLAY)
    expect(visit.page.locator(".md-sidebar--secondary")).to_be_visible()
    before = visit.page.evaluate(STOPS_BEFORE_CONTENT)
    assert len(before) < 40
    assert not [stop for stop in before if "toc" in stop]
    left = visit.page.locator("article").bounding_box()
    beside = visit.page.locator(".md-sidebar--secondary").bounding_box()
    assert left
    assert beside
    assert beside["x"] > left["x"] + left["width"] - 1
