"""A site whose theme speaks German, opened once."""

import pytest
from playwright.sync_api import expect

from browser.visit import Visit

pytestmark = pytest.mark.browser


def test_a_tree_is_told_in_german(german: str, visit: Visit) -> None:
    page = visit.go(f"{german}trees/example-tree/").page
    assert page.evaluate("document.documentElement.lang") == "de"
    expect(page.get_by_role("heading", name="Der ganze Baum")).to_be_visible()
    expect(page.locator("time", has_text="2026").first).to_contain_text(". ")
    expect(page.locator("svg .pb-eyebrow", has_text="Ziel-Opportunity").first).to_be_visible()
    expect(page.locator("svg").get_by_role("link", name="Lösung · ").first).to_be_visible()
    expect(page.locator("nav.md-tabs")).to_contain_text("Lesekreis")
    expect(page.locator(".pb-foot")).to_contain_text("Erstellt aus example-tree.yml")
    expect(page.get_by_role("button", name="Das ganze Bild zeigen").first).to_be_visible()
    assert visit.complaints == []


def test_scripts_speak_german(german: str, visit: Visit) -> None:
    page = visit.go(f"{german}anti-patterns/").page
    status = page.locator("article [role=status]")
    expect(status).to_have_text("Noch nichts angehakt")
    boxes = page.locator(".pb-theme input[type=checkbox]")
    boxes.first.check()
    expect(status).to_have_text(f"1 von {boxes.count()} angehakt")
    forms = page.evaluate(
        "[0, 1, 2].map(number => ngettext('%(number)s a', '%(number)s b', number))"
    )
    assert forms == ["0 b", "1 a", "2 b"]
    visit.tab.set_mode(320, "light")
    bar = page.locator(".pb-ticked")
    assert bar.evaluate("each => each.scrollWidth <= each.clientWidth")
    assert visit.complaints == []


def test_the_page_for_what_is_not_here_is_german(german: str, visit: Visit) -> None:
    page = visit.go(f"{german}nirgends/").page
    expect(page.get_by_role("heading", name="Hier endet die Karte")).to_be_visible()
    expect(page.get_by_role("article").get_by_role("link", name="Einstiege")).to_have_attribute(
        "href", "/ways-in/"
    )
