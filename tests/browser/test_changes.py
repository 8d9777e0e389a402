"""The page of what changed, opened from a folder: read, stepped through, and seen in each state."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.visit import Visit
from playbook.changes_page.page import write_page
from states import CASES, read_changes

pytestmark = pytest.mark.browser
CASE = next(case for case in CASES if case.name == "large-branch")


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    changes, before, after = read_changes(CASE)
    file = tmp_path / "index.html"
    file.write_text(write_page(changes, before, after, ("main", "topic")), encoding="utf-8")
    return file


def test_a_reader_steps_through_what_changed_and_sees_each_state(
    visit: Visit, page_file: Path
) -> None:
    page = visit.tab.page
    page.goto(page_file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("What changed")
    for key, place in (("n", 1), ("ArrowRight", 2), ("n", 3), ("n", 3), ("p", 2)):
        page.keyboard.press(key)
        expect(page.get_by_role("status")).to_contain_text(f"{place} of 3: ")
        assert page.evaluate("document.activeElement.id").endswith(f"change-{place}")
    page.get_by_label("Keys n and p").uncheck()
    page.keyboard.press("n")
    expect(page.get_by_role("status")).to_contain_text("2 of 3: Removed opportunity")
    picture = page.locator("figure > .pb-scroll")
    gone, new = (
        picture.locator(".pb-card.gone[data-card]"),
        picture.locator(".pb-card.new[data-card]"),
    )
    for state, seen in (("After", (0, 4)), ("Before", (1, 0)), ("Both", (1, 4))):
        page.get_by_role("radio", name=state).check(force=True)
        visible = [cards.filter(visible=True).count() for cards in (gone, new)]
        assert tuple(visible) == seen, state
    picture.get_by_role("link", name="New · Opportunity").click()
    expect(page.locator(".step.new")).to_be_focused()
    for way in page.get_by_role("button").all():
        box = way.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    assert visit.axe() == []
    visit.tab.set_mode(390, "dark")
    assert visit.axe(seen_at_another_width=True) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert visit.complaints == []
    assert [request for request in visit.requests if not request.startswith("file:")] == []
