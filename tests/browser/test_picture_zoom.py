"""Zooming and panning a picture by keys, mouse and touch, and showing it on the full screen."""

import pytest
from playwright.sync_api import CDPSession, expect

from browser.picture import MAP, TREE, Picture
from browser.visit import Visit

pytestmark = pytest.mark.browser

WITHOUT_FULL_SCREEN = (
    "Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not here'))"
)
UNDER = "([x, y]) => document.elementFromPoint(x, y).closest('a.pb-card')?.dataset.card"


def touch(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    """Put fingers on the screen, move them, or take them off."""
    places = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})


def test_two_fingers_pinch_and_one_pans(visit: Visit, address: str) -> None:
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 844})
    session = visit.tab.attach()
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})
    picture = Picture(visit.go(address + TREE))
    picture.frame.evaluate(
        "frame => { frame.scrollIntoView(); scrollBy(0, -100); frame.scrollLeft = 300; }"
    )
    before = picture.width
    box = picture.frame.bounding_box()
    assert box
    x, y = 195, box["y"] + 150
    touch(session, "touchStart", (x - 40, y), (x + 40, y))
    for apart in (60, 80, 100, 120):
        touch(session, "touchMove", (x - apart, y), (x + apart, y))
    touch(session, "touchEnd")
    assert picture.width == pytest.approx(3 * before, rel=0.1)
    assert page.evaluate("visualViewport.scale") == 1
    left = picture.frame.evaluate("frame => frame.scrollLeft")
    touch(session, "touchStart", (x, y))
    for moved in (20, 60, 100, 140):
        touch(session, "touchMove", (x - moved, y))
    touch(session, "touchEnd")
    page.wait_for_function(
        "left => document.querySelector('.pb-scroll').scrollLeft > left + 60", arg=left
    )


def test_a_wheel_zooms_at_the_pointer_with_ctrl_and_scrolls_the_page_without(
    visit: Visit, address: str
) -> None:
    picture = Picture(visit.go(address + TREE))
    page = visit.page
    picture.card("how-they-treat-beginners").evaluate(
        "card => card.scrollIntoView({block: 'center'})"
    )
    box = picture.card("how-they-treat-beginners").bounding_box()
    assert box
    at = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    before, scrolled = picture.width, page.evaluate("scrollY")
    page.mouse.move(*at)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -50)
    page.keyboard.up("Control")
    page.wait_for_function(
        "before => document.querySelector('.pb-diagram').clientWidth > before * 1.4", arg=before
    )
    assert page.evaluate(UNDER, at) == "how-they-treat-beginners"
    assert page.evaluate("scrollY") == scrolled
    visit.reload()
    page.mouse.wheel(0, 200)
    page.wait_for_function("scrolled => scrollY !== scrolled", arg=scrolled)
    assert picture.width == before


def test_keys_zoom_fit_and_go_back_to_the_size_one_can_read(visit: Visit, address: str) -> None:
    picture = Picture(visit.go(address + MAP))
    keys = visit.page.keyboard
    before = picture.width
    picture.frame.focus()
    keys.press("+")
    assert picture.width == pytest.approx(1.25 * before, rel=0.01)
    keys.press("-")
    assert picture.width == pytest.approx(before, rel=0.01)
    keys.press("0")
    assert picture.frame.evaluate(
        "frame => frame.scrollHeight <= frame.clientHeight + 1 && frame.clientHeight < innerHeight"
    )
    expect(picture.button("Show the whole picture")).to_have_attribute("aria-pressed", "true")
    keys.press("0")
    assert picture.width == before


def test_a_mouse_drags_the_picture_and_opens_nothing(visit: Visit, address: str) -> None:
    picture = Picture(visit.go(address + TREE))
    mouse = visit.page.mouse
    for _ in range(3):
        picture.button("Zoom in").click()
    left = picture.frame.evaluate("frame => frame.scrollLeft")
    picture.card("which-one-suits").hover()
    mouse.down()
    mouse.move(300, 400, steps=4)
    mouse.move(200, 400, steps=4)
    mouse.up()
    assert picture.frame.evaluate("frame => frame.scrollLeft") != left
    expect(picture.detail).to_have_count(0)


@pytest.mark.parametrize("is_missing", [False, True], ids=["full screen", "no full screen"])
def test_a_picture_fills_the_screen_and_comes_back(
    is_missing: bool,  # noqa: FBT001 - the two cases
    visit: Visit,
    address: str,
) -> None:
    if is_missing:
        visit.tab.run_first(WITHOUT_FULL_SCREEN)
    picture = Picture(visit.go(address + TREE))
    before = picture.width
    button = picture.button("Full screen")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    box = picture.figure.bounding_box()
    assert box
    assert (box["width"], box["height"]) == (1280, 900)
    picture.card("which-one-suits").press("Enter")
    expect(picture.detail).to_be_in_viewport()
    visit.page.keyboard.press("Escape")
    expect(picture.detail).to_have_count(0)
    if is_missing:
        assert visit.page.evaluate(
            "document.querySelector('.md-header').closest('[inert]') !== null"
        )
        visit.page.keyboard.press("Escape")
        assert visit.page.evaluate("document.querySelectorAll('[inert]').length") == 0
    else:
        button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_be_focused()
    assert picture.width == before
