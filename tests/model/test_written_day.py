"""A day in another form is answered with the day that it means, unless it may mean two."""

import pytest

from playbook.model.written_day import explain_day_form


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-30", None),
        ("30.11.2026", "2026-11-30"),
        ("3. 4. 2026", "2026-04-03"),
        ("30/11/2026", "2026-11-30"),
        ("11/30/2026", "2026-11-30"),
        ("5/5/2026", "2026-05-05"),
        ("2026/3/8", "2026-03-08"),
        ("2026.03.08", "2026-03-08"),
        ("3/4/2026", ""),
        ("31.02.2026", ""),
        ("30.11.26", ""),
        ("30.11/2026", ""),
        ("November 2026", ""),
    ],
)
def test_another_form_is_answered_with_the_day(typed: str, day: str | None) -> None:
    remedy = f"so write '{day}'" if day else "such as '2026-03-18'"
    fault = f"a date is written as year, month and day, {remedy}"
    assert explain_day_form(typed) == ("" if day is None else fault)
