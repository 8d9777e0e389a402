"""Our pages in a site that isn't ours, which changes its own pages without loading them anew."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.serving import served
from browser.visit import open_tab
from playbook.config.palette import LIGHT
from projects import ONE_OF_EACH, run_mkdocs

pytestmark = pytest.mark.browser

CONFIG = """site_name: Acme
site_url: ADDRESS
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.instant]
  palette:
    - {scheme: default, primary: deep purple, toggle: {icon: material/weather-night, name: Dark}}
    - {scheme: slate, primary: deep purple, toggle: {icon: material/weather-sunny, name: Light}}
nav: [index.md, guide.md, {Discovery: discovery/}]
plugins: [search, playbook]
extra_css: [wide.css]
"""
WIDE = ":root { --md-text-font: monospace; --md-text-font-family: monospace }"
GUIDE = "# The guide\n\n[A tree](discovery/trees/more-rides.md)\n"
OVERFLOWING = """cards => cards.filter(card => {
  const outline = card.querySelector('.pb-outline').getBoundingClientRect();
  const words = [...card.querySelectorAll('text')].map(text => text.getBoundingClientRect());
  return words.some(each => each.right > outline.right);
}).length"""
LISTEN = "addEventListener('securitypolicyviolation', each => console.error(each.blockedURI))"
PURPLE = "rgb(126, 86, 194)"
LABELS = """page => {
  const colour = each => getComputedStyle(each).color;
  const labels = [...page.querySelectorAll(".pb-kind, .pb-fact, .pb-count")];
  return labels.filter(each => colour(each) !== colour(page)).length;
}"""
ACCENT = "each => getComputedStyle(each).getPropertyValue('--pb-clay')"


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page of theirs, in a browser on whose console nothing may be wrong."""
    shutil.copytree(ONE_OF_EACH, tmp_path / "docs" / "discovery")
    for name, text in {"index.md": "# The index\n", "guide.md": GUIDE, "wide.css": WIDE}.items():
        (tmp_path / "docs" / name).write_text(text)
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config" / "site.yml").write_text("extra: {handouts: false}\n")
    with served(tmp_path / "site") as address:
        (tmp_path / "mkdocs.yml").write_text(CONFIG.replace("ADDRESS", address))
        done = run_mkdocs("build", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        with open_tab(browser) as visit:
            visit.tab.run_first(LISTEN)
            visit.page.goto(address, wait_until="networkidle")
            yield visit.page
        assert visit.complaints == []


def test_a_reader_goes_to_our_pages_and_back(page: Page) -> None:
    page.evaluate("window.kept = 'theirs'")
    page.get_by_role("link", name="The guide").first.click()
    expect(page.get_by_role("heading", name="The guide")).to_be_visible()
    assert page.evaluate("window.kept") == "theirs"

    with page.expect_event("load"):
        page.get_by_role("link", name="Discovery").first.click()
    expect(page.locator(".pb-hero")).to_be_visible()
    assert page.evaluate("window.kept") is None
    page.go_back()
    page.get_by_role("link", name="A tree").click()
    expect(page.locator(".pb-bar").first).to_be_visible()
    content = page.locator(".md-content .md-typeset").first
    assert content.locator(".pb-kind").count()
    assert content.evaluate(LABELS) == 0
    cards = page.locator("a.pb-card")
    assert cards.first.evaluate(ACCENT) == LIGHT["accent"] != content.evaluate(ACCENT)
    assert cards.count()
    assert cards.evaluate_all(OVERFLOWING) == 0
    cards.first.click()
    expect(page.locator(".pb-detail")).to_be_visible()

    page.get_by_role("link", name="Discovery").first.click()
    button = page.locator(".pb-doors a").first
    expect(button).to_have_css("background-color", PURPLE)
    assert page.locator(".pb-count").count()
    page.locator("label[title=Dark]").click()
    assert content.evaluate(LABELS) == 0
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.get_by_role("link", name="From a broken chain to the first ride").first.click()
    expect(page.locator(".pb-bar").first).to_be_visible()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"

    page.evaluate("window.kept = 'ours'")
    page.get_by_role("link", name="The guide").first.click()
    expect(page.get_by_role("heading", name="The guide")).to_be_visible()
    assert page.evaluate("window.kept") is None
    assert page.locator("meta[http-equiv]").count() == 0
