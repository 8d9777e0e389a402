"""What a tree says of its metric over time, and what it keeps to itself."""

from datetime import date
from itertools import count

import pytest

from playbook.kinds.opportunity_tree.outcome import LINE, Outcome, split_number


def make_outcome(start: str, end: str, *values: str) -> Outcome:
    """Return an outcome due on the third day, with a value a day from the first."""
    days = (date(2026, 6, day) for day in count(1))
    counted = [{"date": day, "value": value} for value, day in zip(values, days, strict=False)]
    data = {"title": "More", "type": "product", "from": start, "to": end, "values": counted}
    return Outcome.model_validate({**data, "by": date(2026, 6, 3)})


@pytest.mark.parametrize(
    ("start", "end", "values", "verdict"),
    [
        ("18%", "25%", ["19%", "25%"], "reached"),
        ("18%", "25%", ["19%", "20%"], None),
        ("18%", "25%", ["19%", "25%", "24%"], "missed"),
        ("18%", "25%", ["19%", "20%", "24%", "26%"], "late"),
        ("18%", "25%", ["19%", "20%", "24%", "24%"], "missed"),
        ("9 days", "2 days", ["5 days", "2 days"], "reached"),
        ("9 days", "2 days", ["5 days", "4 days", "2.5 days"], "missed"),
        ("900", "1,200", ["1,000", "1,150", "1,250"], "reached"),
        ("18 of 100", "25 of 100", ["20 of 100", "25 of 100"], "reached"),
        ("18 of 100", "25 of 100", ["20 of 100", "1 of 4", "26 of 99"], None),
        ("few", "25%", ["19%", "20%", "24%"], None),
        ("25%", "25%", ["19%", "20%", "24%"], None),
        ("18%", "25%", ["about a fifth", "20%", "24%"], None),
        ("18%", "25%", [], None),
    ],
)
def test_an_outcome_is_called_reached_or_missed_where_its_numbers_say_so(
    start: str, end: str, values: list[str], verdict: str | None
) -> None:
    assert make_outcome(start, end, *values).verdict == verdict


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("25%", (25, "%")),
        ("0,5 %", (0.5, "%")),
        ("€ 1,200.50", (1200.5, "€")),
        ("−3", (-3, "")),  # noqa: RUF001 - a minus
        ("none", (None, "none")),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: tuple[float, str]) -> None:
    assert split_number(text) == number


def test_the_line_runs_from_the_first_value_to_the_day_agreed() -> None:
    wide, high = LINE
    assert make_outcome("10", "20", "10", "15").line == ([(0, high), (wide // 2, high // 2)], 0)
    assert make_outcome("20", "10", "20", "15").line == ([(0, 0), (wide // 2, high // 2)], high)
    assert make_outcome("10", "20", "10").line == ([], 0)
    assert make_outcome("10", "20", "10", "15%").line == ([], 0)


def test_the_line_names_its_first_and_its_last_value() -> None:
    wide, high = LINE
    labels = make_outcome("10", "20", "10", "15").line_labels
    assert labels == [(0, high - 10, "start", "10"), (wide // 2, high // 2 - 10, "end", "15")]
    assert make_outcome("10", "20", "10").line_labels == []
    long = ("10 of the people who came", "15 of the people who came")
    assert (
        make_outcome("9 of the people who came", "20 of the people who came", *long).line_labels
        == []
    )
