import json

import pytest
from playwright.sync_api import Browser, expect

from browser.member import CLUB_PAGE, Member, member
from browser.progress import (
    STORE,
    STORED,
    boxes,
    keys_in,
    load,
    path_of,
    row,
    save,
    size,
    status,
    tick,
    total,
)
from playbook.clubs.schedule import ClubYear

pytestmark = pytest.mark.browser

GARBAGE = [
    "",
    '{"done": [',
    "null",
    "ticked ",
    "<img src=x onerror=alert(1)>",
    "9" * 2000,
    "\x00\ud83c\u202e",
]
THROWING = {
    "all-of-ours": """
      for (const name of ["getItem", "setItem", "removeItem"]) {
        const before = Storage.prototype[name];
        Storage.prototype[name] = function (key, ...rest) {
          if (key.startsWith("playbook ")) throw new DOMException("not here", "SecurityError");
          return before.call(this, key, ...rest);
        };
      }""",
    "no-room": """
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };""",  # noqa: E501 - a script, YAML or a title, as it is
    "no-storage": """
      Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });""",  # noqa: E501 - a script, YAML or a title, as it is
}
WATCH_FAILURES = """
  window.failed = [];
  addEventListener("error", event => window.failed.push(event.filename.split("/").pop().split(".")[0]));
  addEventListener("unhandledrejection", event => window.failed.push(String(event.reason)));"""  # noqa: E501 - a script, YAML or a title, as it is
KEYS_THERE = """
async address => {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  return [...page.querySelectorAll("input[data-keep]")].map(each => each.dataset.keep);
}
"""
THEME = {
    "",
    "bundle",
}  # Material reads its palette in the page itself and in its bundle, storage or not


def test_each_thing_of_the_year_has_a_box_of_its_own_on_its_guide(
    reader: Member, year: ClubYear
) -> None:
    keys = keys_in(reader.go(CLUB_PAGE))
    assert len(keys) == len(set(keys)) == sum(map(size, year.parts))
    for part in year.parts:
        kept: list[str] = reader.page.evaluate(KEYS_THERE, reader.address + path_of(part))
        assert len([key for key in keys if key in kept]) == size(part)


def test_what_is_ticked_on_a_guide_is_counted_on_the_club_page_and_on_home(
    reader: Member, year: ClubYear
) -> None:
    first, second, *others = year.parts
    tick(reader, first)
    page = reader.go(path_of(second))
    boxes(page, second)[0].check()
    for path in ("", CLUB_PAGE):
        page = reader.go(path)
        expect(row(page, first)).to_contain_text(f"4 of {size(first)} done")
        expect(row(page, second)).to_contain_text(f"1 of {size(second)} done")
        for part in others:
            expect(row(page, part)).not_to_contain_text("done")
    expect(status(page)).to_have_text(total(year, 5))


def test_progress_survives_a_reload_and_what_is_unticked_is_gone(
    reader: Member, year: ClubYear
) -> None:
    part = year.parts[2]
    tick(reader, part)
    page = reader.page
    page.reload()
    for box in boxes(page, part):
        expect(box).to_be_checked()
    boxes(page, part)[0].uncheck()
    page.reload()
    assert [box.is_checked() for box in boxes(page, part)] == [False, True, True, True]
    page = reader.go(CLUB_PAGE)
    page.reload()
    expect(status(page)).to_have_text(total(year, 3))


def test_what_is_forgotten_is_gone_from_the_club_the_guides_and_the_browser(
    reader: Member, year: ClubYear
) -> None:
    parts = year.parts[1], year.parts[4]
    tick(reader, *parts)
    page = reader.go(CLUB_PAGE)
    page.get_by_role("button", name="Forget my progress").click()
    expect(status(page)).to_have_text(f"{total(year, 0)} Forgotten.")
    expect(page.locator(".pb-year")).not_to_contain_text("done")
    assert page.evaluate(STORED) == {}
    page.reload()
    expect(status(page)).to_have_text(total(year, 0))
    page = reader.go(path_of(parts[1]))
    for box in boxes(page, parts[1]):
        expect(box).not_to_be_checked()


def test_nothing_is_forgotten_before_the_reader_has_said_yes(
    reader: Member, year: ClubYear
) -> None:
    tick(reader, year.parts[1])
    page = reader.go(CLUB_PAGE)
    before, reader.agrees = page.evaluate(STORED), False
    page.get_by_role("button", name="Forget my progress").click()
    assert reader.asked == [
        "Forget all that you ticked in this club? Only a saved file brings it back."
    ]
    assert page.evaluate(STORED) == before
    expect(status(page)).to_have_text(total(year, 4))


def test_damaged_stored_data_is_met_with_a_fresh_start(reader: Member, year: ClubYear) -> None:
    part = year.parts[2]
    page = reader.go(CLUB_PAGE)
    for number, value in enumerate(GARBAGE):
        page.evaluate(STORE, [[*keys_in(page), "exercises", ""][number :: len(GARBAGE)], value])
    for path in ("", CLUB_PAGE):
        expect(reader.go(path).locator(".pb-year")).not_to_contain_text("done")
    expect(status(page)).to_have_text(total(year, 0))
    assert save(page)["done"] == []
    reader.go(path_of(part))
    expect(page.locator("article input[data-keep]:checked")).to_have_count(0)
    tick(reader, part)
    page.reload()
    for box in boxes(page, part):
        expect(box).to_be_checked()
    expect(status(reader.go(CLUB_PAGE))).to_have_text(total(year, 4))


@pytest.mark.parametrize("name", THROWING)
def test_a_browser_that_keeps_nothing_is_met_without_an_error_of_ours(
    browser: Browser, address: str, year: ClubYear, name: str
) -> None:
    part = year.parts[2]
    with member(browser, address) as reader:
        page = reader.page
        reader.tab.run_first(THROWING[name])
        reader.tab.run_first(WATCH_FAILURES)
        reader.go(path_of(part))
        for box in boxes(page, part):
            box.check()
            expect(box).to_be_checked()
        failed = page.evaluate("window.failed")
        reader.go(CLUB_PAGE)
        expect(status(page)).to_have_text(total(year, 0))
        assert save(page)["done"] == []
        load(page, json.dumps({"done": keys_in(page)}).encode())
        expect(status(page)).to_have_text(
            f"{total(year, 0)} This browser does not keep what is loaded."
        )
        page.get_by_role("button", name="Forget my progress").click()
        expect(status(page)).to_have_text(f"{total(year, 0)} Forgotten.")
        failed += page.evaluate("window.failed")
        assert set(failed) <= (THEME if name == "no-storage" else set())
        assert len(failed) == len(reader.complaints)
        assert reader.sent == []


def test_what_is_ticked_in_another_tab_is_counted_at_once(reader: Member, year: ClubYear) -> None:
    part = year.parts[2]
    club = reader.go(CLUB_PAGE)
    guide = club.context.new_page()
    guide.goto(reader.address + path_of(part))
    boxes(guide, part)[0].check()
    expect(status(club)).to_have_text(total(year, 1))
    expect(row(club, part)).to_contain_text(f"1 of {size(part)} done")


def test_a_page_that_the_browser_brings_back_as_it_was_counts_anew(
    reader: Member, year: ClubYear
) -> None:
    page = reader.go(CLUB_PAGE)
    page.evaluate(STORE, [keys_in(page)[:3], "ticked"])
    expect(status(page)).to_have_text(total(year, 0))
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(status(page)).to_have_text(total(year, 3))
