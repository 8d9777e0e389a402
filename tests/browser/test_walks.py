import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.member import Member, member
from browser.serving import served
from browser.visit import NOTHING_IS_KEPT, REFUSE, Visit
from playbook.config import audiences
from projects import leave_out_handouts, make_project, run_playbook
from walked import HERE, HOSTILE, hostile_tree

pytestmark = pytest.mark.browser

CHIEF, TEAMS, HOSTILE_WALK = (
    f"trees/{name}/" for name in ("the-tree/for-chief", "the-tree/for-teams", "a-tree/for-teams")
)
PAGE_IN_PDF = re.compile(rb"/Type\s*/Page\b")
WORDS = "[...document.querySelectorAll('.pb-words')].map(each => each.textContent)"
PRINTED = "window.print = () => { window.printed = document.body.className; }"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.fixture(scope="module")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    assert browser.is_connected()
    project = make_project(tmp_path_factory.mktemp("walks") / "project", content=False)
    leave_out_handouts(project)
    (project.root / audiences.FILE).write_text((HERE / "audiences.yml").read_text())
    told = {
        path.name: path.read_text().replace("heard_in:", "evidence:")
        for path in HERE.glob("content/the-*.yml")
    }
    project.write(told | {"a-tree.yml": json.dumps(hostile_tree())})
    built = run_playbook("build", cwd=project.root)
    assert built.returncode == 0, built.stderr
    with served(project.root / "site") as address:
        yield address


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Member]:
    with member(browser, site) as opened:
        opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield opened
        assert opened.sent == []
        assert opened.complaints == []


@pytest.fixture(scope="module")
def dated(browser: Browser, site: str) -> Iterator[Member]:
    """A reader whose clock is set."""
    with member(browser, site) as opened:
        yield opened
        assert opened.complaints == []


def note(page: Page, step: int = 3) -> str:
    return page.get_by_label("What they said").nth(step - 1).input_value()


def write(page: Page, said: str, step: int = 3) -> None:
    page.get_by_label("What they said").nth(step - 1).fill(said)


def test_a_note_is_kept_over_a_reload_for_its_step_and_its_audience_alone(reader: Member) -> None:
    said = "<b>Not</b> before spring\nand \"only\" with 'Ana'"
    page = reader.go(CHIEF)
    write(page, said)
    expect(page.locator(".pb-note [role=status]").nth(2)).to_have_text("Kept in this browser only.")
    page = reader.go(CHIEF)
    assert (note(page), note(page, 4)) == (said, "")
    assert note(reader.go(TEAMS)) == ""
    write(reader.go(CHIEF), "")
    assert note(reader.go(CHIEF)) == ""
    assert (
        reader.page.evaluate("Object.keys(localStorage).filter(key => key.includes(' for '))") == []
    )


@pytest.mark.parametrize("way", NOTHING_IS_KEPT)
def test_a_browser_that_keeps_nothing_says_so(way: str, reader: Member) -> None:
    reader.tab.run_first(REFUSE + NOTHING_IS_KEPT[way])
    page = reader.page
    page.goto(reader.address + CHIEF)
    write(page, "No")
    expect(page.locator(".pb-note [role=status]").nth(2)).to_have_text(
        "This browser keeps no notes: copy yours before you leave."
    )
    assert note(page) == "No"
    reader.complaints.clear()  # the theme's own scripts are less calm


def test_a_note_is_printed_in_the_place_of_the_lines(reader: Member) -> None:
    page = reader.go(CHIEF)
    write(page, "Not before spring")
    page.emulate_media(media="print")
    expect(page.locator(".pb-note .pb-on-page").nth(2)).to_be_visible()
    lines = page.locator(".pb-ruled")
    assert [each.is_visible() for each in lines.all()] == [
        True,
        True,
        True,
        False,
        True,
        True,
        True,
        True,
    ]
    assert [
        each.is_visible() for each in page.locator("article textarea, article button").all()
    ] == [False] * 9


@pytest.mark.parametrize("path", [CHIEF, HOSTILE_WALK])
def test_the_button_copies_the_words_and_nothing_else(path: str, reader: Member) -> None:
    page = reader.go(path)
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator(".pb-actions [role=status]")).to_have_text("Copied.")
    words = page.evaluate(WORDS)
    assert page.evaluate("navigator.clipboard.readText()") == "\n".join(words)
    assert len(words) == 4
    assert words[0].startswith("We are working towards one outcome: ")
    if path == HOSTILE_WALK:
        assert HOSTILE.replace("`", "") in words[0]


def test_where_copying_is_refused_the_words_are_selected(reader: Member) -> None:
    reader.tab.run_first(NO_CLIPBOARD)
    page = reader.go(CHIEF)
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator(".pb-actions [role=status]")).to_contain_text("The text is selected")
    selected = page.evaluate("String(getSelection())").split("\n")
    assert [line.strip() for line in selected if line.strip()] == page.evaluate(WORDS)


@pytest.mark.parametrize("path", [CHIEF, TEAMS])
def test_the_update_fits_on_one_page(path: str, reader: Member) -> None:
    page = reader.go(path)
    page.evaluate(PRINTED)
    page.get_by_role("button", name="Print the one-page update").click()
    assert "pb-only-sheet" in page.evaluate("window.printed")
    for paper in ("A4", "Letter"):
        assert len(PAGE_IN_PDF.findall(page.pdf(format=paper))) == 1
        page.evaluate("document.body.classList.add('pb-only-sheet')")
    page.evaluate("document.body.classList.remove('pb-only-sheet')")
    assert len(PAGE_IN_PDF.findall(page.pdf(format="A4"))) > 1


@pytest.mark.parametrize(
    ("path", "today", "new"),
    [
        (CHIEF, "2026-10-06", 3),
        (CHIEF, "2026-11-05", 1),
        (CHIEF, "2026-11-06", 0),
        (TEAMS, "2026-11-06", 5),
    ],
)
def test_what_is_newer_than_the_last_talk_is_marked(
    path: str, today: str, new: int, dated: Member
) -> None:
    dated.tab.clock.set_fixed_time(datetime.fromisoformat(f"{today}T12:00").replace(tzinfo=UTC))
    page = dated.go(path)
    marks = page.locator(".pb-changes li:has(.pb-new)")
    expect(marks).to_have_count(new)
    expect(page.locator(".pb-changes .pb-new")).to_have_text(["new"] * new)


def test_without_scripts_the_text_is_there_and_no_button_idle(
    visit_without_scripts: Visit, site: str
) -> None:
    page = visit_without_scripts.go(site + CHIEF).page
    expect(page.locator(".pb-words")).to_have_count(4)
    assert [
        each for each in page.locator("article button, article textarea").all() if each.is_visible()
    ] == []
    page.emulate_media(media="print")
    expect(page.locator(".pb-ruled").first).to_be_visible()


def test_the_tree_leads_to_the_walk_and_the_walk_back(reader: Member) -> None:
    page = reader.go("trees/the-tree/")
    page.get_by_role("link", name="For the chief executive").click()
    expect(page).to_have_url(reader.address + CHIEF)
    page.get_by_role("link", name="the tree").click()
    expect(page).to_have_url(reader.address + "trees/the-tree/")


@pytest.mark.parametrize("name", ["chief-executive", "sales-and-support", "product-teams"])
def test_the_update_of_the_worked_case_fits_on_one_page(
    name: str, browser: Browser, address: str
) -> None:
    with member(browser, address) as opened:
        page = opened.go(f"trees/first-lesson-booked/for-{name}/")
        page.evaluate("document.body.classList.add('pb-only-sheet')")
        assert [len(PAGE_IN_PDF.findall(page.pdf(format=paper))) for paper in ("A4", "Letter")] == [
            1,
            1,
        ]
