"""A schedule is worked out from a club's start: which days each reading has."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.parts.cadence import WEEK, Cadence, Reading, Turn, schedule_readings
from projects import ROOT, Project

SECOND = ROOT / "tests" / "fixtures" / "second_club"
CLUB = "clubs/evening-readers.yml"
DAY = timedelta(days=1)
MONDAY = date(2026, 12, 7)
WEEKLY: list[Cadence] = ["8 weeks", "12 weeks", "13 weeks"]
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
counts = st.integers(1, 30)


def readings(starts: Sequence[date | None]) -> list[Reading]:
    return [
        Reading.model_validate({"guide": f"guide-{number}", "starts": first})
        for number, first in enumerate(starts)
    ]


def plan(cadence: Cadence, start: date, count: int, breaks: Sequence[date] = ()) -> list[Turn]:
    return schedule_readings(cadence, start, breaks, readings([None] * count))


def spans(made: Sequence[Turn]) -> list[tuple[str, str]]:
    return [(str(turn.starts), str(turn.ends)) for turn in made]


def test_a_monthly_club_starts_on_the_first_whatever_day_it_names() -> None:
    assert spans(plan("monthly", date(2026, 4, 17), 2)) == [
        ("2026-04-01", "2026-04-30"),
        ("2026-05-01", "2026-05-31"),
    ]


def test_a_monthly_club_goes_on_into_the_next_year() -> None:
    made = plan("monthly", date(2026, 11, 30), 4)
    assert [turn.name for turn in made] == [
        "November 2026",
        "December 2026",
        "January 2027",
        "February 2027",
    ]
    assert spans(made)[1:3] == [("2026-12-01", "2026-12-31"), ("2027-01-01", "2027-01-31")]


@pytest.mark.parametrize(("year", "last"), [(2026, 28), (2028, 29), (2000, 29), (2096, 29)])
def test_february_is_as_long_as_its_year_makes_it(year: int, last: int) -> None:
    (alone,) = plan("monthly", date(year, 2, 1), 1)
    before_march, _ = plan("monthly", date(year, 2, 1), 2)
    assert alone.ends == before_march.ends == date(year, 2, last)


@pytest.mark.parametrize("cadence", [*WEEKLY, "dates"])
def test_a_weekly_club_goes_on_every_seven_days_over_new_year(cadence: Cadence) -> None:
    made = plan(cadence, MONDAY, 5)
    assert [str(turn.starts) for turn in made] == [
        "2026-12-07",
        "2026-12-14",
        "2026-12-21",
        "2026-12-28",
        "2027-01-04",
    ]
    assert {turn.ends - turn.starts for turn in made} == {6 * DAY}


def test_a_week_is_named_by_its_number_and_first_day() -> None:
    assert [turn.name for turn in plan("8 weeks", MONDAY, 2)] == [
        "Week 1, from 7 December 2026",
        "Week 2, from 14 December 2026",
    ]


def test_a_week_holds_the_leap_day() -> None:
    assert spans(plan("8 weeks", date(2028, 2, 28), 2)) == [
        ("2028-02-28", "2028-03-05"),
        ("2028-03-06", "2028-03-12"),
    ]


@pytest.mark.parametrize("weekday", range(7))
def test_a_break_skips_its_week_whichever_day_names_it(weekday: int) -> None:
    made = plan("8 weeks", MONDAY, 3, [MONDAY + WEEK + weekday * DAY])
    assert [turn.starts for turn in made] == [MONDAY, MONDAY + 2 * WEEK, MONDAY + 3 * WEEK]


def test_a_break_in_the_first_week_puts_off_the_start() -> None:
    assert [turn.starts for turn in plan("8 weeks", MONDAY, 2, [MONDAY])] == [
        MONDAY + WEEK,
        MONDAY + 2 * WEEK,
    ]


def test_breaks_in_a_row_and_two_in_a_week_skip_each_week_once() -> None:
    breaks = [MONDAY + WEEK, MONDAY + WEEK + DAY, MONDAY + 2 * WEEK]
    assert [turn.starts for turn in plan("8 weeks", MONDAY, 2, breaks)] == [
        MONDAY,
        MONDAY + 3 * WEEK,
    ]


def test_a_turn_names_the_weeks_off_at_its_end_each_once() -> None:
    breaks = [MONDAY + WEEK, MONDAY + WEEK + 2 * DAY, MONDAY + 3 * WEEK - DAY, MONDAY + 4 * WEEK]
    made = plan("8 weeks", MONDAY, 3, breaks)
    assert [turn.off for turn in made] == [
        (MONDAY + WEEK, MONDAY + 2 * WEEK),
        (MONDAY + 4 * WEEK,),
        (),
    ]
    assert [turn.off for turn in plan("monthly", MONDAY, 2, breaks)] == [(), ()]


def test_a_break_does_not_move_a_month() -> None:
    assert plan("monthly", MONDAY, 3, [MONDAY, MONDAY + 3 * WEEK]) == plan("monthly", MONDAY, 3)


def test_a_reading_with_a_day_of_its_own_moves_alone() -> None:
    made = schedule_readings("8 weeks", MONDAY, (), readings([None, MONDAY + WEEK + 2 * DAY, None]))
    assert spans(made) == [
        ("2026-12-07", "2026-12-15"),
        ("2026-12-16", "2026-12-20"),
        ("2026-12-21", "2026-12-27"),
    ]


def test_a_month_with_a_day_of_its_own_lets_the_one_before_go_on_till_then() -> None:
    made = schedule_readings(
        "monthly", date(2026, 1, 1), (), readings([None, date(2026, 2, 9), None])
    )
    assert spans(made) == [
        ("2026-01-01", "2026-02-08"),
        ("2026-02-09", "2026-02-28"),
        ("2026-03-01", "2026-03-31"),
    ]


def test_a_club_by_dates_takes_each_reading_s_own() -> None:
    own = [date(2026, 3, 3), date(2026, 3, 30), date(2027, 1, 2)]
    made = schedule_readings("dates", date(2026, 1, 1), (), readings(own))
    assert spans(made) == [
        ("2026-03-03", "2026-03-29"),
        ("2026-03-30", "2027-01-01"),
        ("2027-01-02", "2027-01-08"),
    ]


@given(start=days, count=counts)
def test_months_follow_each_other_without_a_gap(start: date, count: int) -> None:
    made = plan("monthly", start, count)
    assert len(made) == count
    assert made[0].starts == start.replace(day=1)
    assert all(turn.starts.day == 1 and (turn.ends + DAY).day == 1 for turn in made)
    assert all(
        after.starts == turn.ends + DAY and (turn.ends - turn.starts).days < 31
        for turn, after in pairwise(made)
    )


@given(
    start=days,
    count=counts,
    cadence=st.sampled_from(WEEKLY),
    offs=st.lists(st.integers(-10, 250), max_size=12),
)
def test_every_week_with_a_break_is_skipped_and_no_other(
    start: date, count: int, cadence: Cadence, offs: list[int]
) -> None:
    breaks = [start + off * DAY for off in offs]
    made = plan(cadence, start, count, breaks)
    held = {turn.starts for turn in made}
    weeks = [start + number * WEEK for number in range((made[-1].starts - start).days // 7 + 1)]
    off = {week for week in weeks if any(week <= each < week + WEEK for each in breaks)}
    assert held == set(weeks) - off
    assert len(held) == count


@given(
    cadence=st.sampled_from([*WEEKLY, "monthly", "dates"]),
    start=days,
    own=st.lists(days, min_size=1, unique=True),
)
def test_turns_in_order_never_overlap_and_leave_no_day_out(
    cadence: Cadence, start: date, own: list[date]
) -> None:
    made = schedule_readings(cadence, start, (), readings(sorted(own)))
    assert [turn.starts for turn in made] == sorted(own)
    assert all(turn.starts <= turn.ends for turn in made)
    assert all(after.starts == turn.ends + DAY for turn, after in pairwise(made))


@given(
    cadence=st.sampled_from([*WEEKLY, "monthly", "dates"]),
    start=days,
    own=st.lists(st.none() | days, min_size=1),
)
def test_a_turn_lasts_a_day_at_least_even_out_of_order(
    cadence: Cadence, start: date, own: list[date | None]
) -> None:
    made = schedule_readings(cadence, start, (), readings(own))
    assert [turn.starts for turn, first in zip(made, own, strict=True) if first] == [
        first for first in own if first
    ]
    assert all(turn.starts <= turn.ends for turn in made)


@pytest.mark.parametrize("year", ["0001", "1999", "2100", "9999"])
@pytest.mark.parametrize("place", ["start: 2026", "date: 2026", "breaks: [2026"])
def test_a_year_out_of_reach_is_a_problem_at_its_place(
    project: Project, place: str, year: str
) -> None:
    text = (SECOND / CLUB).read_text(encoding="utf-8")
    project.write({CLUB: text.replace(place, place.replace("2026", year), 1)})
    ours = [
        each
        for each in Library(project.content, KINDS).problems
        if "between 2000 and 2099" in each.message
    ]
    line = 1 + next(number for number, line in enumerate(text.splitlines()) if place in line)
    assert [each.mark.line for each in ours] == [line]
