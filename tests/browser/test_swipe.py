import pytest
from playwright.sync_api import CDPSession

from browser.presentation import MERGE, seen
from browser.visit import Visit

pytestmark = pytest.mark.browser


def swipe(hand: CDPSession, x: int, y: int) -> None:
    for kind, *points in (
        ("touchStart", {"x": 200, "y": 300}),
        ("touchMove", {"x": 200 + x, "y": 300 + y}),
        ("touchEnd",),
    ):
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_a_swipe_turns_the_page(visit: Visit, address: str) -> None:
    hand = visit.tab.attach()
    hand.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    visit.page.set_viewport_size({"width": 390, "height": 800})
    page = visit.go(address + MERGE).page
    for x, y, there in (
        (-120, 10, "run_shared-map"),
        (-40, 0, "run_shared-map"),
        (-100, 90, "run_shared-map"),
        (120, 0, "Top"),
    ):
        swipe(hand, x, y)
        assert seen(page) == [there]
