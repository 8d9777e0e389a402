import pytest
from playwright.sync_api import Browser

from browser.test_presenter import MERGE, seen

pytestmark = pytest.mark.browser


def test_a_swipe_turns_the_page(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(address + MERGE)
    hand = context.new_cdp_session(page)

    def swipe(x: int, y: int) -> None:
        hand.send(
            "Input.dispatchTouchEvent",
            {"type": "touchStart", "touchPoints": [{"x": 200, "y": 300}]},
        )
        hand.send(
            "Input.dispatchTouchEvent",
            {"type": "touchMove", "touchPoints": [{"x": 200 + x, "y": 300 + y}]},
        )
        hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    for x, y, there in (
        (-120, 10, "run_shared-map"),
        (-40, 0, "run_shared-map"),
        (-100, 90, "run_shared-map"),
        (120, 0, "Top"),
    ):
        swipe(x, y)
        assert seen(page) == [there]
    context.close()
