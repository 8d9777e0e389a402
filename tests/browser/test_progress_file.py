import json

import pytest
from playwright.sync_api import expect

from browser.member import CLUB_PAGE, Member
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

NO_PROGRESS = "This file holds no progress. Choose the one that was saved here."
NOT_OURS = "Nothing in this file belongs to this club."
COUNT_ANEW = "() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
HUGE = 10**400
DAMAGED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", NO_PROGRESS),
    "words": (b"March: read it", NO_PROGRESS),
    "bytes": (bytes(range(256)), NO_PROGRESS),
    "cut-off": (b'{"playbook": 1, "done": ["2026-03-vis', NO_PROGRESS),
    "null": (b"null", NO_PROGRESS),
    "number": (b"1e999", NO_PROGRESS),
    "list": (b"[]", NO_PROGRESS),
    "another-shape": (b'{"name": "notes", "version": 3}', NO_PROGRESS),
    "done-is-text": (b'{"done": "2026-03-visualize#chapter-4"}', NO_PROGRESS),
    "done-is-null": (b'{"done": null}', NO_PROGRESS),
    "done-is-an-object": (
        b'{"done": {"length": 9007199254740993, "0": "2026-03-visualize#chapter-4"}}',
        NO_PROGRESS,
    ),
    "nested-too-deep": (b'{"done": ' + b"[" * 100_000, NO_PROGRESS),
    "nothing-done": (b'{"playbook": 1, "done": []}', NOT_OURS),
    "keys-of-others": (
        b'{"done": ["elsewhere#chapter-4", "__proto__", "constructor", "/.__palette"]}',
        NOT_OURS,
    ),
    "keys-in-lists": (
        b'{"done": [["2026-03-visualize#chapter-4"], {"2026-03-visualize#chapter-4": 1}]}',
        NOT_OURS,
    ),
    "huge-numbers": (
        f'{{"playbook": {HUGE}, "done": [{HUGE}, -{HUGE}, 1e999, 9007199254740993]}}'.encode(),
        NOT_OURS,
    ),
}


def test_the_file_holds_just_what_was_ticked(reader: Member, year: ClubYear) -> None:
    part = year.parts[2]
    tick(reader, part)
    reader.page.get_by_role("checkbox", name="We do this").first.check()
    ticked = {str(box.get_attribute("data-keep")) for box in boxes(reader.page, part)}
    saved = save(reader.go(CLUB_PAGE))
    assert saved == {"playbook": 1, "done": saved["done"]}
    assert len(saved["done"]) == len(ticked)
    assert set(saved["done"]) == ticked


def test_a_saved_file_brings_back_what_was_forgotten(reader: Member, year: ClubYear) -> None:
    parts = year.parts[1], year.parts[4]
    tick(reader, *parts)
    page = reader.go(CLUB_PAGE)
    before, saved = page.evaluate(STORED), save(page)
    page.get_by_role("button", name="Forget my progress").click()
    load(page, json.dumps(saved).encode())
    expect(status(page)).to_have_text(f"{total(year, 8)} Loaded 8 from the file.")
    assert page.evaluate(STORED) == before
    for part in parts:
        expect(row(page, part)).to_contain_text(f"4 of {size(part)} done")
    page = reader.go(path_of(parts[1]))
    for box in boxes(page, parts[1]):
        expect(box).to_be_checked()


def test_a_saved_file_adds_to_what_another_browser_holds(reader: Member, year: ClubYear) -> None:
    page = reader.go(CLUB_PAGE)
    keys = keys_in(page)
    page.evaluate(STORE, [keys[:4], "ticked"])
    saved = save(page)
    page.evaluate("localStorage.clear()")
    page.evaluate(STORE, [keys[4:8], "ticked"])
    page.reload()
    expect(status(page)).to_have_text(total(year, 4))
    load(page, json.dumps(saved).encode())
    expect(status(page)).to_have_text(f"{total(year, 8)} Loaded 4 from the file.")


def test_of_a_file_only_what_belongs_to_the_club_is_loaded_and_each_once(
    reader: Member, year: ClubYear
) -> None:
    page = reader.go(CLUB_PAGE)
    key = keys_in(page)[0]
    load(page, json.dumps({"playbook": 99, "done": [key, "elsewhere#x", HUGE, None, key]}).encode())
    expect(status(page)).to_have_text(f"{total(year, 1)} Loaded 1 from the file.")
    assert page.evaluate(STORED) == {f"playbook {key}": "ticked"}


def test_a_damaged_file_is_named_so_and_changes_nothing(reader: Member, year: ClubYear) -> None:
    page = reader.go(CLUB_PAGE)
    page.evaluate(STORE, [keys_in(page)[-2:], "ticked"])
    before = page.evaluate("() => ({...localStorage})")
    for name, (body, words) in DAMAGED.items():
        page.evaluate(COUNT_ANEW)
        expect(status(page)).to_have_text(total(year, 2))
        load(page, body)
        expect(status(page), name).to_have_text(f"{total(year, 2)} {words}")
        assert page.evaluate("() => ({...localStorage})") == before, name
    page.reload()
    expect(status(page)).to_have_text(total(year, 2))


def test_after_a_damaged_file_a_sound_one_of_the_same_name_is_loaded(
    reader: Member, year: ClubYear
) -> None:
    page = reader.go(CLUB_PAGE)
    load(page, b"{")
    expect(status(page)).to_contain_text(NO_PROGRESS)
    load(page, json.dumps({"done": keys_in(page)}).encode())
    expect(status(page)).to_contain_text(total(year, sum(map(size, year.parts))))
