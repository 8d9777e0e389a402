import pytest

from browser.member import Member
from browser.presentation import MERGE, left, seen
from browser.visit import READY, Visit

pytestmark = pytest.mark.browser

REMEMBER = "memory => sessionStorage.setItem('playbook present 2026-03-visualize', memory)"
READ_AGAIN = "dispatchEvent(new HashChangeEvent('hashchange'))"
"""Another plan in the address, with which the page reads its memory as when it is opened."""
DAMAGED = [
    "{",
    "null",
    "[]",
    '"Top"',
    '{"left": 3, "at": {}}',
    '{"left": null}',
    '{"left": []}',
    '{"left": {"run_shared-map 0": null}}',
    '{"left": {"run_shared-map 0": "a while"}}',
    '{"left": {"run_shared-map 0": 1e308}}',
    '{"at": 7}',
    '{"runs": "run_shared-map 0", "ends": 1e308}',
    '{"runs": "run_shared-map 0", "ends": null}',
    '{"runs": {}, "ends": 0}',
    '{"runs": "Top", "ends": "never", "left": null}',
]


def test_damaged_memory_starts_afresh(reader: Member) -> None:
    page = reader.go(MERGE)

    def remember(memory: str) -> None:
        page.evaluate("sessionStorage.clear()")
        page.evaluate(REMEMBER, memory)

    def check(memory: str) -> None:
        page.keyboard.press("Home")
        page.keyboard.press("PageDown")
        assert (seen(page), left(page)) == (["run_shared-map"], "5:00"), memory
        assert reader.complaints == [], memory

    remember(DAMAGED[0])
    page.reload()
    page.wait_for_function(READY)
    check(DAMAGED[0])
    for memory in DAMAGED[1:]:
        remember(memory)
        page.evaluate(READ_AGAIN)
        check(memory)


def test_a_browser_that_keeps_nothing_shows_it_as_well(
    forgetful_visit: Visit, address: str
) -> None:
    page = forgetful_visit.go(address + MERGE).page
    page.keyboard.press("PageDown")
    page.keyboard.press("Space")
    assert seen(page) == ["run_shared-map"]
    assert forgetful_visit.our_complaints == []
