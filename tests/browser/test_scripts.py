"""Links into pictures and plans whose ids are written in other scripts than ours."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, expect

from browser.picture import Picture
from browser.serving import served
from browser.visit import UNFOLD, Visit
from projects import ROOT, leave_out_handouts, make_project, run_playbook

pytestmark = pytest.mark.browser
SCRIPTS = ROOT / "tests" / "fixtures" / "scripts"


ASTRAY = """
() => [...document.querySelectorAll(".pb-diagram .pb-card")].flatMap((card) => {
  const place = card.querySelector(".pb-outline").getBoundingClientRect();
  return [...card.querySelectorAll("text")].filter((text) => {
    const { left, right } = text.getBoundingClientRect();
    return left < place.left || right > place.right;
  });
}).map((text) => text.textContent)
"""
CROWDED = """
() => [...document.querySelectorAll(".pb-legend text")].filter((text, index, all) => {
  const [one, two] = [text, all[index + 1]].map((each) => each?.getBoundingClientRect());
  return two && two.top < one.bottom && two.left < one.right;
}).map((text) => text.textContent)
"""
OVERLAPPING = """
() => [...document.querySelectorAll(".pb-run tbody tr")].filter((row) => {
  const spans = [...row.cells].filter((cell) => cell.textContent.trim() && cell.checkVisibility()).map((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return range.getBoundingClientRect();
  });
  return spans.some(({ right, left }) => left < 0 || right > innerWidth)
    || spans.some((span, index) => index && span.right > spans[index - 1].left);
}).map((row) => row.innerText)
"""  # noqa: E501 - a script, YAML or a title, as it is
BEYOND = """
() => [...document.querySelectorAll("article li")].filter((item) => {
  const [inner, outer] = [item, item.closest("article")].map((each) => each.getBoundingClientRect());
  return getComputedStyle(item).display === "list-item" && getComputedStyle(item).listStyleType !== "none"
    && (getComputedStyle(item).direction === "rtl" ? outer.right - inner.right : inner.left - outer.left) < 10;
}).map((item) => item.textContent)
"""  # noqa: E501 - a script, YAML or a title, as it is


@contextmanager
def built(folder: Path, language: str) -> Iterator[str]:
    """A site with these contents in a language, at its address."""
    project = make_project(folder / "project", content=False)
    leave_out_handouts(project)
    shutil.copytree(SCRIPTS, project.content, dirs_exist_ok=True)
    settings = project.root / "site_config" / "site.yml"
    text = settings.read_text(encoding="utf-8").replace("language: en", f"language: {language}", 1)
    settings.write_text(text, encoding="utf-8")
    done = run_playbook("build", cwd=project.root)
    assert done.returncode == 0, done.stderr
    with served(Path(project.root / "site")) as address:
        yield address


@pytest.fixture(scope="module")
def place(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    assert browser.is_connected()
    with built(tmp_path_factory.mktemp("scripts"), "en") as address:
        yield address


@pytest.fixture(scope="module")
def place_from_right(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    assert browser.is_connected()
    with built(tmp_path_factory.mktemp("from-right"), "ar") as address:
        yield address


def test_an_address_with_a_node_in_another_script_opens_it(visit: Visit, place: str) -> None:
    picture = Picture(visit.go(f"{place}{quote('maps/طلب/')}#{quote('مرحبا-بكم')}"))
    expect(picture.card("مرحبا-بكم")).to_be_focused()
    expect(picture.detail).to_contain_text("مرحبا بكم")
    visit.page.evaluate("location.hash = 'نهاية'")
    expect(picture.detail).to_contain_text("نهاية")
    picture.detail.get_by_role("link", name="Read it on the page").click()
    expect(visit.page.locator("[id='told_نهاية']")).to_be_in_viewport()
    visit.go(f"{place}#%E0%A4%A")
    assert visit.complaints == []


def test_a_plan_keeps_what_was_chosen_in_another_script(visit: Visit, place: str) -> None:
    page = visit.go(f"{place}{quote('plays/請求書/plan/')}#run_{quote('図を描く')}").page
    boxes = page.locator(
        ".pb-planner input[type=checkbox], .pb-slot ~ input, table input[type=checkbox]"
    )
    checked = [
        box.evaluate("box => box.closest('tr').innerText")
        for box in boxes.all()
        if box.is_checked()
    ]
    assert len(checked) == 1
    assert "図を描く" in checked[0]
    boxes.first.check()
    assert "図を描く" in unquote(page.url)
    visit.reload()
    assert sum(box.is_checked() for box in boxes.all()) == 2
    assert visit.complaints == []


@pytest.mark.parametrize("path", ["maps/طلب", "trees/शुल्क", "plays/請求書", "snapshots/køb"])
def test_a_site_that_reads_from_the_right_keeps_its_pictures(
    visit: Visit, place_from_right: str, path: str
) -> None:
    page = visit.go(f"{place_from_right}{quote(path)}/").page
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    assert page.evaluate(ASTRAY) == []
    assert page.evaluate(CROWDED) == []


def test_days_ago_are_in_the_language_that_stands_around_them(
    visit: Visit, place_from_right: str
) -> None:
    page = visit.go(f"{place_from_right}{quote('snapshots/køb')}/").page
    ago = page.locator(".pb-ago").first
    expect(ago).to_contain_text("(")
    expect(ago).to_have_text(re.compile("^[ -~]+$"))


def test_a_plan_keeps_its_cells_apart_from_the_right(visit: Visit, place_from_right: str) -> None:
    page = visit.go(f"{place_from_right}{quote('plays/請求書/plan/')}").page
    page.evaluate(UNFOLD)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator(".pb-planner")).to_be_visible()
        assert page.locator(".pb-run tbody tr:visible").count() > 1
        assert page.evaluate(OVERLAPPING) == []


@pytest.mark.parametrize("path", ["maps/طلب", "snapshots/køb"])
def test_an_item_has_its_sign_within_the_page(visit: Visit, place: str, path: str) -> None:
    page = visit.go(f"{place}{quote(path)}/").page
    page.evaluate(UNFOLD)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator("article li[dir=auto]").count()
        assert page.evaluate(BEYOND) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
