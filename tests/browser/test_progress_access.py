from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.member import CLUB_PAGE, Member, member
from browser.modes import MODES, axe_in_both_modes, set_mode
from browser.progress import STORE, boxes, keys_in, path_of, status, total
from browser.visit import READY, Visit, has_focus, tab_to
from playbook.clubs.schedule import ClubYear

pytestmark = pytest.mark.browser

LOOK = """
each => {
  const look = getComputedStyle(each.closest("label") ?? each);
  return `${look.outline} ${look.boxShadow}`;
}
"""
WIDER = "document.documentElement.scrollWidth - window.innerWidth"
OPEN_ALL = "() => document.querySelectorAll('details').forEach(each => { each.open = true; })"
PAGES = ["", CLUB_PAGE, "reading-guides/2026-03-visualize/"]


def test_a_guide_s_boxes_take_the_focus_and_a_space(reader: Member, year: ClubYear) -> None:
    part = year.parts[2]
    page = reader.go(path_of(part))
    for box in boxes(page, part):
        tab_to(page, box)
        page.keyboard.press("Space")
        expect(box).to_be_checked()
    page.reload()
    for box in boxes(page, part):
        expect(box).to_be_checked()


def test_progress_is_saved_forgotten_and_loaded_with_the_keyboard_alone(
    reader: Member, year: ClubYear, tmp_path: Path
) -> None:
    page = reader.go(CLUB_PAGE)
    page.evaluate(STORE, [keys_in(page)[:2], "ticked"])
    page.reload()
    names = ("Save my progress as a file", "Load it from a file", "Forget my progress")
    saving, loading, forgetting = (page.get_by_role("button", name=name) for name in names)
    tab_to(page, saving)
    for key in ("Enter", "Space"):
        with page.expect_download() as download:
            page.keyboard.press(key)
        download.value.save_as(tmp_path / "mine.json")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert has_focus(forgetting)
    page.keyboard.press("Space")
    expect(status(page)).to_have_text(f"{total(year, 0)} Forgotten.")
    assert has_focus(forgetting)
    page.keyboard.press("Shift+Tab")
    assert has_focus(loading)
    reader.tab.listen("filechooser", lambda chooser: chooser.set_files(tmp_path / "mine.json"))
    for key in ("Space", "Enter"):
        page.reload()
        page.wait_for_function(READY)
        tab_to(page, loading)
        page.keyboard.press(key)
        expect(status(page)).to_have_text(f"{total(year, 2)} Loaded 2 from the file.")


def test_the_focus_shows_on_each_control(reader: Member) -> None:
    page = reader.go(CLUB_PAGE)
    for name in ("Save my progress as a file", "Load it from a file", "Forget my progress"):
        control = page.get_by_role("button", name=name)
        before = control.evaluate(LOOK)
        tab_to(page, control)
        assert control.evaluate(LOOK) != before


def test_a_screen_reader_is_told_each_control_by_role_and_name(
    reader: Member, year: ClubYear
) -> None:
    page = reader.go(CLUB_PAGE)
    bar = page.locator(".pb-progress")
    buttons = ["Save my progress as a file", "Load it from a file", "Forget my progress"]
    for name in buttons:
        expect(bar.get_by_role("button", name=name, exact=True)).to_have_count(1)
    expect(bar.get_by_role("button")).to_have_count(len(buttons))
    expect(bar.get_by_role("status")).to_have_text(total(year, 0))
    assert bar.locator("label").evaluate("each => each.control?.type") == "file"
    part = year.parts[2]
    page = reader.go(path_of(part))
    for box in boxes(page, part):
        expect(box).to_have_count(1)


def test_axe_finds_nothing_on_a_page_of_the_club_in_the_middle_of_its_year(
    browser: Browser, address: str
) -> None:
    with member(browser, address) as reader:
        reader.tab.clock.set_fixed_time(datetime(2026, 3, 8, 12, tzinfo=UTC))
        page = reader.go(CLUB_PAGE)
        page.evaluate(STORE, [keys_in(page)[::3], "ticked"])
        for number, path in enumerate(PAGES):
            set_mode(reader.tab, MODES[number % 2])
            reader.go(path).evaluate(OPEN_ALL)
            assert page.evaluate(WIDER) <= 0, path
            assert axe_in_both_modes(Visit(reader.tab)) == [], path
            assert page.evaluate(WIDER) <= 0, path
