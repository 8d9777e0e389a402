"""How long something takes is read as people write it."""

import pytest

from playbook.rules.durations import add_up, find_durations


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("75 minutes", [75]),
        ("an hour and a half", [90]),
        ("Two and a half hours, then half an hour", [150, 30]),
        ("two to three hours, or 40–50 min", [180, 50]),  # noqa: RUF001 - a span takes an en dash
        ("a quarter of an hour", [15]),
        ("a four-week test in 1.5 days", [40320, 2160]),
        ("hours, minutes, a minuet, 12 people, someone hour", []),
    ],
)
def test_each_length_of_time_is_found(text: str, minutes: list[float]) -> None:
    assert [duration.minutes for duration in find_durations(text)] == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Two days before (75 minutes; the engineers 45, the analyst 20)", 2880 + 140),
        ("an hour for each person, three for the lead", 240),
        ("about six hours of work, shared by four people", 360),
        ("In 2026, before the four meet", 0),
    ],
)
def test_a_number_without_a_unit_has_that_of_the_one_before_it(text: str, minutes: float) -> None:
    assert add_up(text) == minutes
