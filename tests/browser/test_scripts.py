"""Links into pictures and plans whose ids are written in other scripts than ours."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import served
from browser.picture import Picture
from browser.visit import Visit
from conftest import ROOT, make_project, run_playbook

pytestmark = pytest.mark.browser
SCRIPTS = ROOT / "tests" / "fixtures" / "scripts"


@pytest.fixture(scope="module")
def place(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    assert browser.is_connected()
    project = make_project(tmp_path_factory.mktemp("scripts") / "project", content=False)
    shutil.copytree(SCRIPTS, project.content, dirs_exist_ok=True)
    done = run_playbook("build", cwd=project.root)
    assert done.returncode == 0, done.stderr
    with served(Path(project.root / "site"), searchable=False) as address:
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
    boxes = page.locator(".pb-planner input[type=checkbox], .pb-slot ~ input, table input[type=checkbox]")
    checked = [box.evaluate("box => box.closest('tr').innerText") for box in boxes.all() if box.is_checked()]
    assert len(checked) == 1
    assert "図を描く" in checked[0]
    boxes.first.check()
    assert "図を描く" in unquote(page.url)
    visit.reload()
    assert sum(box.is_checked() for box in boxes.all()) == 2
    assert visit.complaints == []
