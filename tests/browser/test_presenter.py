import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.member import Member, member
from browser.presentation import GUIDE, MERGE, SHOW, left, seen
from browser.visit import READY, Visit, has_focus, tab_to
from projects import Project

pytestmark = pytest.mark.browser

PLAY_SHOW = "plays/experience-mapping/present/"
NOON = datetime(2026, 3, 18, 12, 0, 0, tzinfo=UTC)
NEXT, BACK = ("ArrowRight", "PageDown", "ArrowDown"), ("ArrowLeft", "PageUp", "ArrowUp")


@pytest.fixture(scope="module")
def still(browser: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """Opens a page just after noon, where time stands until it is told to go on; each on another
    day, in one tab."""
    days = (NOON + timedelta(days=number) for number in count())
    with member(browser, address, zone="UTC") as opened:
        opened.tab.clock.install(time=NOON)

        def go(path: str) -> Page:
            opened.tab.clear()
            opened.tab.clock.resume()
            page = opened.go(path)
            page.clock.pause_at(next(days).replace(minute=1))
            return page

        yield go
        assert opened.complaints == []


def test_keys_and_clickers_go_from_step_to_step(reader: Member) -> None:
    page = reader.go(MERGE)
    assert seen(page) == ["Top"]
    for number, key in enumerate(NEXT, start=1):
        page.keyboard.press(key)
        assert seen(page) == ["run_shared-map" if number == 1 else f"run_shared-map--{number}"]
        assert has_focus(page.locator(".pb-screen:not([hidden]) h2"))
        expect(page.locator(".pb-place")).to_have_text(f"Step {number} of 6")
    for key in BACK:
        page.keyboard.press(key)
    assert seen(page) == ["Top"]
    page.keyboard.press("End")
    assert seen(page) == ["run_shared-map--6"]
    page.keyboard.press("PageDown")
    assert seen(page) == ["run_shared-map--6"]
    page.reload()
    page.wait_for_function(READY)
    assert seen(page) == ["run_shared-map--6"]
    page.keyboard.press("Home")
    tab_to(page, page.get_by_role("button", name="Next"))
    page.keyboard.press("Space")
    assert seen(page) == ["run_shared-map"]


def test_the_clock_keeps_its_time_over_a_reload(still: Callable[[str], Page]) -> None:
    page = still(MERGE)
    page.keyboard.press("PageDown")
    assert left(page) == "5:00"
    page.keyboard.press("Space")
    page.clock.run_for(90_000)
    assert left(page) == "3:30"
    expect(page.locator(".pb-until")).to_have_text("until 12:06 PM")
    page.reload()
    assert left(page) == "3:30"
    page.clock.run_for(30_000)
    assert left(page) == "3:00"
    page.keyboard.press("Space")
    page.clock.run_for(60_000)
    assert left(page) == "3:00"
    page.get_by_role("button", name="+1 minute").click()
    assert left(page) == "4:00"
    page.reload()
    assert left(page) == "4:00"
    page.get_by_role("button", name="Reset").click()
    assert left(page) == "5:00"


def test_the_end_of_a_step_is_said_once_and_shown_in_words(still: Callable[[str], Page]) -> None:
    page = still(MERGE)
    page.keyboard.press("PageDown")
    page.keyboard.press("Space")
    status = page.locator(".pb-console [role=status]")
    page.clock.run_for(60_000)
    expect(status).to_have_text("The clock is running.")
    page.clock.run_for(200_000)
    expect(status).to_have_text("One minute left")
    page.clock.run_for(75_000)
    expect(status).to_have_text("Time is up")
    expect(page.locator(".pb-until")).to_have_text("Time is up")
    assert left(page) == "+0:35"
    page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")
    assert left(page) == "+0:35"
    page.get_by_role("button", name="+1 minute").click()
    assert left(page) == "1:00"


def test_looking_ahead_lets_the_clock_run_and_another_clock_stops_it(
    still: Callable[[str], Page],
) -> None:
    page = still(MERGE)
    page.keyboard.press("PageDown")
    page.keyboard.press("Space")
    page.keyboard.press("PageDown")
    page.clock.run_for(60_000)
    assert left(page) == "5:00"
    page.keyboard.press("Space")
    page.keyboard.press("PageUp")
    page.clock.run_for(60_000)
    assert left(page) == "4:00"
    page.keyboard.press("PageDown")
    assert left(page) == "4:00"


def test_the_plan_in_the_address_is_what_is_shown(reader: Member) -> None:
    page = reader.go(
        f"{PLAY_SHOW}#v=1&at=14:00&every=50&do=draw-alone,talk-through-the-maps,lay-it-over"
    )
    expect(page.locator(".pb-place")).to_have_text("8 steps, 100 minutes")
    told = []
    for _ in range(8):
        page.keyboard.press("PageDown")
        told.append((seen(page)[0], left(page)))
    assert told[:4] == [
        ("run_draw-alone", "20:00"),
        ("run_talk-through-the-maps", "20:00"),
        ("Break", "10:00"),
        ("run_talk-through-the-maps", "40:00"),
    ]
    assert [name for name, _ in told[4:]] == [
        f"run_lay-it-over{each}" for each in ("", "--2", "--3", "--4")
    ]
    expect(page.locator(".pb-place")).to_contain_text("planned for 3:38")


def test_a_blank_screen_hides_all_and_any_key_brings_it_back(reader: Member) -> None:
    page = reader.go(MERGE)
    page.keyboard.press("PageDown")
    dark = page.get_by_role("button", name="Show the screen again")
    for first, second in (("b", "b"), ("b", "PageDown"), (".", "Escape"), ("b", "Enter")):
        page.keyboard.press(first)
        assert has_focus(dark)
        page.keyboard.press(second)
        expect(dark).to_be_hidden()
        assert seen(page) == ["run_shared-map"]


def test_letters_can_be_switched_off_and_the_themes_own_keys_are_silent(reader: Member) -> None:
    page = reader.go(MERGE)
    page.keyboard.press("s")
    page.keyboard.press("/")
    assert has_focus(page.locator("body"))
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Letters work as keys, too").uncheck()
    page.keyboard.press("b")
    expect(page.locator(".pb-dark")).to_be_hidden()
    page.reload()
    page.wait_for_function(READY)
    page.keyboard.press("b")
    expect(page.locator(".pb-dark")).to_be_hidden()


def test_escape_leaves_for_the_page_it_belongs_to(reader: Member) -> None:
    page = reader.go(SHOW)
    page.keyboard.press("Escape")
    expect(page).to_have_url(reader.address + GUIDE)
    page.locator(".pb-exercise:has(#shared-map)").get_by_role("link", name="Present it").click()
    expect(page.locator(".pb-place")).to_have_text("6 steps, 30 minutes")


def test_it_works_from_a_file(visit: Visit, own_project: Project) -> None:
    file = own_project.root / "site" / SHOW / "index.html"
    page = visit.go(f"{file.as_uri()}#run_shared-map").page
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    page.get_by_role("button", name="+1 minute").click()
    page.reload()
    assert (seen(page), left(page)) == (["run_shared-map--2"], "6:00")


def test_words_are_large_and_nothing_lies_behind_the_bar(visit: Visit, address: str) -> None:
    page = visit.go(address + PLAY_SHOW).page
    bar = page.locator(".pb-console")
    for width, height in ((1280, 720), (1920, 1080), (390, 800)):
        page.set_viewport_size({"width": width, "height": height})
        page.keyboard.press("Home")
        for _ in range(7):
            page.keyboard.press("PageDown")
            shown = page.locator(".pb-screen:not([hidden])")
            screen, box = shown.bounding_box(), bar.bounding_box()
            assert screen
            assert box
            assert screen["y"] + screen["height"] <= box["y"] + 1
            assert box["y"] + box["height"] <= height
            size = shown.locator(".pb-text").evaluate(
                "each => parseFloat(getComputedStyle(each).fontSize)"
            )
            assert size >= min(width, height) / 32


def test_zoom_makes_words_larger_and_the_bar_covers_nothing(visit: Visit, address: str) -> None:
    page = visit.go(address + PLAY_SHOW).page
    shown = page.locator(".pb-screen:not([hidden])")
    sizes = []
    for zoom in (1, 2, 3, 4):
        page.set_viewport_size({"width": 1280 // zoom, "height": 720 // zoom})
        page.keyboard.press("Home")
        page.keyboard.press("PageDown")
        page.keyboard.press("PageDown")
        size = shown.locator(".pb-text").evaluate(
            "each => parseFloat(getComputedStyle(each).fontSize)"
        )
        sizes.append(zoom * size)
        shown.locator(".pb-ask").scroll_into_view_if_needed()
        ask, bar = (
            shown.locator(".pb-ask").bounding_box(),
            page.locator(".pb-console").bounding_box(),
        )
        assert ask
        assert bar
        is_above = ask["y"] + ask["height"] <= bar["y"] + 1
        is_beside = ask["x"] + ask["width"] <= bar["x"] + 1
        assert is_above or is_beside
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280 // zoom
        page.get_by_role("button", name="Next").scroll_into_view_if_needed()
        expect(page.get_by_role("button", name="Next")).to_be_in_viewport(ratio=0.9)
    assert sizes[1] >= 2 * sizes[0]
    assert sizes == sorted(sizes)


def test_a_phone_has_three_large_buttons_and_says_what_comes_next(
    visit: Visit, address: str
) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.go(address + MERGE).page
    page.keyboard.press("PageDown")
    expect(page.locator(".pb-onto")).to_have_text(re.compile(r"Next: .+, \d+ min"))
    buttons = page.locator(".pb-buttons .pb-button:visible")
    expect(buttons).to_have_text(["Back", "Start", "Next", "More"])
    assert all(box["height"] >= 48 for each in buttons.all() if (box := each.bounding_box()))
    more = page.get_by_role("button", name="More")
    more.press("Enter")
    expect(more).to_have_attribute("aria-expanded", "true")
    page.get_by_role("button", name="+1 minute").click()
    assert left(page) == "6:00"
    page.keyboard.press("End")
    expect(page.locator(".pb-onto")).to_have_text("This is the last step.")


def test_without_scripts_it_is_a_page_of_steps(visit_without_scripts: Visit, address: str) -> None:
    page = visit_without_scripts.go(address + SHOW).page
    assert len(seen(page)) > 8
    assert not page.locator("article button").filter(visible=True).count()
    expect(page.get_by_role("link", name="Leave")).to_be_visible()
