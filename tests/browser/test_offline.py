"""A site built with --offline works from a folder, without a server."""

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser, expect

from blank_sheets import keep_blank_sheets
from browser.visit import Visit, open_tab
from projects import ONE_OF_EACH, make_project, run_playbook, set_reference

pytestmark = pytest.mark.browser

LINK = re.compile(r'\b(?:href|src)="(?![a-z]+:)([^"#?]+)')
URL = "https://example.org/"
TASKS = "# Tasks\n\n- [x] Booked the room\n- [ ] Asked the cellist\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("offline") / "a # project", content=False)
    shutil.copytree(ONE_OF_EACH, project.content, dirs_exist_ok=True)
    set_reference(project, on=True)
    project.write({"tasks.md": TASKS})
    config = project.root / "mkdocs.yml"
    config.write_text(f"{config.read_text()}markdown_extensions: [pymdownx.tasklist]\n")
    keep_blank_sheets(project, URL)
    built = run_playbook("build", "--offline", "--strict", cwd=project.root, PLAYBOOK_SITE_URL=URL)
    assert (built.returncode, built.stderr) == (0, "")
    assert built.stdout.endswith("Open site/index.html in a browser.\n")
    return project.root / "site"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Visit]:
    """Whatever a test does, nothing is wrong on the console, and nothing is asked of any host."""
    with open_tab(browser) as opened:
        yield opened
        assert opened.complaints == []
        assert len(opened.requests) > 5
        assert [request for request in opened.requests if not request.startswith("file:")] == []


def test_every_link_leads_to_a_file(folder: Path) -> None:
    pages = {
        page: LINK.findall(page.read_text(encoding="utf-8")) for page in folder.rglob("*.html")
    }
    assert sum(map(len, pages.values())) > 1000
    assert [
        f"{page.relative_to(folder)}: {link}"
        for page, links in pages.items()
        for link in links
        if not (page.parent / unquote(urldefrag(unescape(link))[0])).is_file()
    ] == []


def test_no_page_names_an_address_on_the_web_as_its_own(folder: Path) -> None:
    assert not [
        page
        for page in folder.rglob("*.html")
        if 'rel="canonical"' in page.read_text(encoding="utf-8")
    ]
    assert not (folder / "404.html").exists()


def test_from_home_to_a_branch_of_a_tree_through_its_picture(tab: Visit, folder: Path) -> None:
    page = tab.go((folder / "index.html").as_uri()).page
    page.locator("article").get_by_role(
        "link", name="More bicycles that leave rolling"
    ).first.click()
    page.wait_for_url("**/trees/more-rides.html")
    page.goto((folder / "trees/more-rides/no-time.html").as_uri())
    page.locator("a.pb-card[href^='no-part.html']").click()
    page.get_by_role("link", name="Go to its page").click()
    page.wait_for_url("**/trees/more-rides/no-part.html")
    page.locator("a.pb-card[href$='#Outcome']").click()
    page.get_by_role("link", name="Go to its page").click()
    page.wait_for_url("**/trees/more-rides.html#Outcome")
    expect(page.get_by_role("heading", level=1)).to_contain_text("More bicycles that leave")


def test_the_search_finds_what_a_picture_says_and_opens_it(tab: Visit, folder: Path) -> None:
    page = tab.go((folder / "index.html").as_uri()).page
    page.keyboard.press("/")
    page.keyboard.insert_text("oiled")
    page.locator(".pb-search-hit[href*='oiled']").first.click()
    page.wait_for_url("**.html?h=oiled**")
    expect(page.locator("article mark").first).to_be_attached()


def test_ticks_and_the_scheme_are_kept(tab: Visit, folder: Path) -> None:
    page = tab.go((folder / "anti-patterns/index.html").as_uri()).page
    page.locator("article input[type=checkbox]").first.check()
    page.get_by_role("button", name="Switch to dark").click()
    tab.reload()
    expect(page.locator("article input[type=checkbox]").first).to_be_checked()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_task_list_of_a_page_written_by_hand_can_be_heard(tab: Visit, folder: Path) -> None:
    page = tab.go((folder / "tasks.html").as_uri()).page
    expect(page.locator("article").get_by_role("checkbox", name="Task")).to_have_count(2)
