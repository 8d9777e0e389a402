from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, expect

from browser.member import Member, member

pytestmark = pytest.mark.browser

PAGE = "about/"
ADD = """
days => {
  const place = document.createElement("p");
  for (const day of days) place.innerHTML += `<time class="pb-ago" datetime="${day}" data-within="7"
    data-late="ask a customer">that day</time><br>`;
  document.querySelector("article").append(place);
}
"""
AGO = """
[...document.querySelectorAll(".pb-ago")].map(each => each.textContent + (each.nextElementSibling?.textContent ?? ""))
"""  # noqa: E501 - a script, YAML or a title, as it is
DAYS = {
    "2026-11-01": "today (that day)",
    "2026-10-31": "yesterday (that day)",
    "2026-10-25": "7 days ago (that day)",
    "2026-10-24": "8 days ago (that day), ask a customer",
    "2026-10-18": "2 weeks ago (that day), ask a customer",
    "2026-08-01": "3 months ago (that day), ask a customer",
    "2024-10-30": "2 years ago (that day), ask a customer",
    "2026-11-03": "in 2 days (that day)",
    "soon": "that day",
}
ZONES = {"America/Los_Angeles": "2026-11-02T07:59Z", "Asia/Kolkata": "2026-10-31T18:31Z"}
"""Moments at which it is the first of November there, though not everywhere; clocks change that
night in one."""


@pytest.fixture(params=ZONES)
def reader(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Member]:
    with member(browser, address, zone=request.param) as opened:
        opened.tab.clock.set_fixed_time(
            datetime.fromisoformat(ZONES[request.param]).astimezone(UTC)
        )
        yield opened


def test_a_day_becomes_words_in_the_readers_own_calendar(reader: Member, address: str) -> None:
    page = reader.go(PAGE)
    page.evaluate(ADD, list(DAYS))
    page.add_script_tag(url=f"{address}assets/ago.js")
    expect(page.locator(".pb-late")).to_have_count(4)
    assert page.evaluate(AGO) == list(DAYS.values())
    assert reader.complaints == []
    assert reader.sent == []
