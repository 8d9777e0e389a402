import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import served
from browser.visit import open_tab
from conftest import Project, Run

pytestmark = pytest.mark.browser

TREE = """\
kind: opportunity-tree
title: More people come back
summary: A small tree
outcome: {title: More people come back, type: product, metric: Share of people}
opportunities:
  - title: I forget that you exist
"""


def test_the_search_finds_what_only_a_card_says(browser: Browser, project: Project, run: Run) -> None:
    project.write({"coming-back.yml": TREE})
    assert run("build", cwd=project.root).returncode == 0
    with served(project.root / "site") as address, open_tab(browser) as visit:
        page = visit.go(address).page
        page.locator(".md-search__input").press_sequentially("interview")
        found = page.locator(".md-search-result__link[href*='trees/coming-back/']").first
        expect(found).to_be_visible()
        found.click()
        page.wait_for_url(f"{address}trees/coming-back/**")
        expect(page.get_by_role("heading", level=1)).to_contain_text("More people come back")
