"""What is taken for a time zone, and what is answered to the rest."""

import re
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.model.time_zones import WINTER, explain_zone, is_zone, list_places

FORM = "a time zone is a continent and a city"


@pytest.mark.parametrize(
    "name",
    [
        "America/Los_Angeles",
        "Europe/Kyiv",
        "Europe/Kiev",
        "US/Pacific",
        "America/Argentina/San_Juan",
        "UTC",
        "Etc/UTC",
    ],
)
def test_a_place_is_a_zone_by_its_name_of_today_or_an_older_one(name: str) -> None:
    assert is_zone(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "EST",
            "CET",
            "PST8PDT",
            "GMT",
            "Etc/GMT+2",
            "GMT+2",
            "europe/berlin",
            "Europe",
            "Japan",
            "utc",
            "",
        ),
        *(
            "Factory",
            "localtime",
            "posixrules",
            "../../etc/passwd",
            "/usr/share/zoneinfo/UTC",
            "Europe/Berlin\0",
        ),
    ],
)
def test_letters_a_distance_or_a_path_are_none(name: str) -> None:
    assert not is_zone(name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("berlin", "write 'Europe/Berlin'"),
        ("europe/berlin", "write 'Europe/Berlin'"),
        ("Europe/Berln", "write 'Europe/Berlin'"),
        ("Los Angeles", "write 'America/Los_Angeles'"),
        ("São Paulo", "write 'America/Sao_Paulo'"),
        ("Kyiv", "write 'Europe/Kyiv'"),
        ("Kiev", "write 'Europe/Kyiv'"),
        ("Calcutta", "write 'Asia/Kolkata'"),
        ("Oslo", "write 'Europe/Oslo'"),
        ("Germany", "write 'Europe/Berlin'"),
        ("Japan", "write 'Asia/Tokyo'"),
        ("GB", "write 'Europe/London'"),
        ("Pacific", "write 'America/Los_Angeles'"),
        ("PT", "write 'America/Los_Angeles'"),
        ("PST8PDT", "write 'America/Los_Angeles'"),
        ("EST5EDT", "write 'America/New_York'"),
        ("CET", "write 'Europe/Berlin'"),
        ("CEST", "write 'Europe/Berlin'"),
        (
            "EST",
            (
                "write 'America/New_York' (UTC-5, UTC-4 in summer) or 'America/Panama' (UTC-5 all "
                "year)"
            ),
        ),
        ("GMT", "write 'UTC' or 'Europe/London' (UTC+0, UTC+1 in summer)"),
        ("UTC+0", "write 'UTC' or 'Europe/London' (UTC+0, UTC+1 in summer)"),
        ("utc", "write 'UTC' or 'Europe/London' (UTC+0, UTC+1 in summer)"),
        ("America/Gotham", "such as 'America/Los_Angeles'"),
    ],
)
def test_what_is_meant_is_named(name: str, meant: str) -> None:
    assert explain_zone(name).removeprefix(FORM).removeprefix(": ").removeprefix(", ") == meant


@pytest.mark.parametrize(
    "name", ["GMT+2", "gmt +2", "UTC+2", "UTC+02:00", "+2", "+02:00", "UTC+0200"]
)
def test_a_distance_is_answered_with_places_so_far_away_and_never_with_the_other_way(
    name: str,
) -> None:
    assert explain_zone(name) == (
        f"{FORM}, as clocks change: write 'Africa/Johannesburg' (UTC+2 all year), "
        "'Europe/Athens' (UTC+2, UTC+3 in summer) or 'Europe/Berlin' (UTC+1, UTC+2 in summer)"
    )


def test_a_real_minus_sign_is_one() -> None:
    assert explain_zone("GMT\N{MINUS SIGN}3") == explain_zone("GMT-3").replace(
        "GMT-3", "GMT\N{MINUS SIGN}3"
    )


def test_a_distance_with_its_sign_turned_round_is_answered_both_ways() -> None:
    said = explain_zone("Etc/GMT+2")
    assert said.startswith(
        f"{FORM}, and 'Etc/GMT+2' is UTC-2, as its sign is turned round: for UTC-2 write "
    )
    assert "'America/Noronha' (UTC-2 all year)" in said
    assert "; for UTC+2 write 'Africa/Johannesburg' (UTC+2 all year)" in said


def named(answer: str) -> list[str]:
    return re.findall(r"'([A-Z]\w+/[\w/+-]+|UTC)'", answer.removeprefix(FORM))


@pytest.mark.parametrize("name", sorted(available_timezones()))
def test_every_name_of_a_zone_is_taken_or_answered_with_one_whose_clocks_agree(name: str) -> None:
    if is_zone(name):
        assert ZoneInfo(name)
    elif name not in {"Factory", "Etc/GMT+12"}:  # nobody lives there
        meant = [each for each in named(explain_zone(name)) if each != name]
        own = WINTER.replace(tzinfo=ZoneInfo(name)).utcoffset()
        assert all(is_zone(each) for each in meant)
        assert own in [WINTER.replace(tzinfo=ZoneInfo(each)).utcoffset() for each in meant]


@settings(deadline=None)
@given(
    name=st.text(max_size=12)
    | st.from_regex(r"(Etc/)?(GMT|UTC)?[+-]\d{1,2}(:?\d\d)?", fullmatch=True)
)
def test_whatever_is_written_is_answered_with_real_places(name: str) -> None:
    if not is_zone(name):
        assert all(
            each in {*list_places(), "UTC"}
            for each in named(explain_zone(name))
            if each not in name
        )
