"""Calendars as calendar programs read them: `icalendar` and, independently of it, `vobject`."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hostile import texts
from playbook.clubs.calendars import build_calendar, build_calendars
from playbook.clubs.schedule import ClubYear, find_clubs
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.model.time_zones import list_places
from playbook.parts.session import exists_on_clock, is_shown_twice
from playbook.source.problem import Severity
from playbook.text.inline import Text
from projects import ADDRESS, ROOT, SECOND, Project

CLUB = "clubs/evening-readers.yml"
ALL, OPENING, CLOSING = (
    f"clubs/evening-readers{name}.ics" for name in ("", "/opening", "/closing")
)
OWN = "clubs/2026-habits"
SESSIONS = ("march", "june", "september", "december")
HOSTILE = [
    "Line one\nBEGIN:VEVENT\nSUMMARY:Mine",
    "x\nEND:VEVENT\nEND:VCALENDAR",
    "Commas, semicolons; colons: and all",
    "A back\\slash, a \\n and a \\; and two \\\\\\\\",
    "BEGIN:VEVENT",
    'Quoted "X";TZID=Mars/Olympus:1',
    "äöü 字 🎉 " * 20,
    "word" * 60,
]

Told = dict[str, Any]
"""What a parser says of an event, in plain Python."""


def calendar_in(text: str) -> Any:
    """Return the one calendar in a file."""
    (made,) = icalendar.Calendar.from_ical(text, multiple=True)
    return made


def by_icalendar(text: str) -> list[Told]:
    made = calendar_in(text)
    return [
        {
            "uid": str(each["uid"]),
            "summary": str(each["summary"]),
            "description": str(each["description"]),
            "url": str(each["url"]) if "url" in each else None,
            "starts": each["dtstart"].dt.astimezone(UTC),
            "ends": each["dtend"].dt.astimezone(UTC),
            "stamp": each["dtstamp"].dt,
            "sequence": int(each["sequence"]),
            "status": str(each["status"]) if "status" in each else None,
        }
        for each in made.walk("VEVENT")
    ]


def by_vobject(text: str) -> list[Told]:
    vars(vobject.icalendar)[
        "__tzidMap"
    ].clear()  # it would take a zone's rules from the first file it ever read
    vobject.icalendar.registerTzid("UTC", UTC)
    (made,) = vobject.readComponents(text)
    return [
        {
            "uid": each.uid.value,
            "summary": each.summary.value,
            "description": each.description.value,
            "url": each.url.value if "url" in each.contents else None,
            "starts": each.dtstart.value.astimezone(UTC),
            "ends": each.dtend.value.astimezone(UTC),
            "stamp": each.dtstamp.value,
            "sequence": int(each.sequence.value),
            "status": each.status.value if "status" in each.contents else None,
        }
        for each in made.vevent_list
    ]


PARSERS = (by_icalendar, by_vobject)
each_parser = pytest.mark.parametrize("parse", PARSERS)
Parse = Callable[[str], list[Told]]


@pytest.fixture(scope="module")
def own(two_clubs: Project) -> dict[str, str]:
    """The calendars of the repository's own club, on a site that has an address, as they lie on the
    disk."""
    site = two_clubs.root / "site"
    found = (
        path for path in site.rglob("*.ics") if path.relative_to(site).as_posix().startswith(OWN)
    )
    return {path.relative_to(site).as_posix(): path.read_bytes().decode() for path in found}


def write(content: Path, club: str) -> Path:
    shutil.copytree(SECOND, content, dirs_exist_ok=True)
    (content / CLUB).write_text(club, encoding="utf-8")
    return content


def made_from(content: Path, site_url: str = ADDRESS) -> dict[str, str]:
    library = Library(content, KINDS)
    assert [problem for problem in library.problems if problem.severity is Severity.ERROR] == []
    return {
        path: text for year in find_clubs(library) for path, text in build_calendars(year, site_url)
    }


@cache
def calendars_of(club: str, site_url: str = ADDRESS) -> dict[str, str]:
    """Return the calendars of the second club when it says this; made once for both parsers."""
    with TemporaryDirectory() as folder:
        return made_from(write(Path(folder), club), site_url)


@pytest.fixture
def club() -> str:
    return (SECOND / CLUB).read_text(encoding="utf-8")


def test_there_is_one_calendar_for_the_club_and_one_for_each_session(own: dict[str, str]) -> None:
    assert set(own) == {f"{OWN}.ics", *(f"{OWN}/{name}.ics" for name in SESSIONS)}


@each_parser
def test_nine_in_the_morning_on_the_pacific_is_another_hour_in_march_and_in_december(
    own: dict[str, str], parse: Parse
) -> None:
    starts = [each["starts"] for each in parse(own[f"{OWN}.ics"])]
    assert datetime(2026, 3, 18, 16, tzinfo=UTC) in starts
    assert datetime(2026, 12, 16, 17, tzinfo=UTC) in starts
    assert [each.date().isoformat() for each in starts[::2]] == [
        "2026-03-18",
        "2026-06-16",
        "2026-09-17",
        "2026-12-16",
    ]


def test_both_parsers_read_the_same(own: dict[str, str]) -> None:
    for text in own.values():
        assert by_icalendar(text) == by_vobject(text) != []


@each_parser
def test_an_event_lasts_an_hour_and_links_to_the_club(own: dict[str, str], parse: Parse) -> None:
    for each in parse(own[f"{OWN}.ics"]):
        assert each["ends"] - each["starts"] == timedelta(hours=1)
        assert each["url"] == f"{ADDRESS}{OWN}/"
        assert each["description"].endswith(f"\n\n{ADDRESS}{OWN}/")


@each_parser
def test_the_calendar_of_a_session_holds_just_its_own_events(
    own: dict[str, str], parse: Parse
) -> None:
    whole = parse(own[f"{OWN}.ics"])
    parts = [parse(own[f"{OWN}/{name}.ics"]) for name in SESSIONS]
    assert [len(part) for part in parts] == [2, 2, 2, 2]
    assert [each for part in parts for each in part] == whole


def test_lines_end_as_the_standard_says_and_are_75_octets_at_most(own: dict[str, str]) -> None:
    for text in own.values():
        assert text.endswith("\r\n")
        assert not set("\r\n") & set(text.replace("\r\n", ""))
        assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_what_the_standard_requires_is_there(own: dict[str, str]) -> None:
    for text in own.values():
        made = calendar_in(text)
        assert made["version"] == "2.0"
        assert made["prodid"]
        assert made["name"] == made["x-wr-calname"] == "The 2026 book club"
        assert [str(zone["tzid"]) for zone in made.walk("VTIMEZONE")] == ["America/Los_Angeles"]
        assert {each["dtstart"].params["tzid"] for each in made.walk("VEVENT")} == {
            "America/Los_Angeles"
        }


def changes(text: str) -> dict[datetime, timedelta]:
    """Return when a calendar's own rules change the clocks, and how far they are from UTC from then
    on."""
    (zone,) = calendar_in(text).walk("VTIMEZONE")
    said = [
        (each["dtstart"].dt, each["tzoffsetfrom"].td, each["tzoffsetto"].td)
        for each in zone.subcomponents
    ]
    return {(start - before).replace(tzinfo=UTC): after for start, before, after in said}


def test_the_zone_s_own_rules_name_the_instant_at_which_the_clocks_change(
    own: dict[str, str],
) -> None:
    told = changes(own[f"{OWN}.ics"])
    assert told[datetime(2026, 3, 8, 10, tzinfo=UTC)] == timedelta(hours=-7)
    assert told[datetime(2026, 11, 1, 9, tzinfo=UTC)] == timedelta(hours=-8)


def test_no_rule_of_a_zone_hides_in_a_list_of_dates(own: dict[str, str]) -> None:
    for text in own.values():
        assert "RDATE" not in text


@each_parser
def test_uids_are_unique(own: dict[str, str], parse: Parse) -> None:
    uids = [each["uid"] for each in parse(own[f"{OWN}.ics"])]
    assert len(set(uids)) == len(uids) == 8


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "UTC", "Africa/Casablanca"]
)
@pytest.mark.parametrize("day", ["2026-03-05", "2026-03-29", "2026-10-25", "2045-07-01"])
def test_a_session_is_at_its_hour_in_any_zone(
    tmp_path: Path, club: str, zone: str, day: str
) -> None:
    moved = club.replace("Asia/Kolkata", zone).replace("date: 2026-03-05", f"date: {day}")
    (year,) = find_clubs(Library(write(tmp_path, moved), KINDS))
    (meeting,) = [each for each in year.meetings if each.session.id == "opening"]
    made = dict(build_calendars(year, ADDRESS))[OPENING]
    hours = meeting.starts.astimezone(UTC), meeting.ends.astimezone(UTC)
    assert [(told["starts"], told["ends"]) for by in PARSERS for told in by(made)] == [hours] * 2


@each_parser
def test_a_moved_session_keeps_its_uid_and_counts_up(club: str, parse: Parse) -> None:
    before = parse(calendars_of(club)[OPENING])
    moved = club.replace("date: 2026-03-05", "date: 2026-03-06, revised: 2025-12-20")
    after = parse(calendars_of(moved)[OPENING])
    again = club.replace("date: 2026-03-05", "date: 2026-03-07, revised: 2026-03-01")
    last = parse(calendars_of(again)[OPENING])
    assert [[each["uid"] for each in told] for told in (after, last)] == [
        [each["uid"] for each in before]
    ] * 2
    assert [each["starts"].day for each in (*before, *after, *last)] == [5, 6, 7]
    assert before[0]["sequence"] < after[0]["sequence"] < last[0]["sequence"]
    assert before[0]["stamp"] < after[0]["stamp"] < last[0]["stamp"]


def at_closing(club: str, times: str, parse: Parse) -> dict[datetime, str]:
    """Return the UID of each time of the last session, by its start."""
    made = calendars_of(club.replace('["07:30-08:30", "19:00-20:00"]', times))
    return {each["starts"]: each["uid"] for each in parse(made[CLOSING])}


@each_parser
@pytest.mark.parametrize(
    "times",
    [
        '["06:00-07:00", "07:30-08:30", "19:00-20:00"]',
        '["19:00-20:00", "07:30-08:30"]',
        '["07:30-08:30", "12:00-13:00", "19:00-20:00", "21:00-22:00"]',
        '[{id: early, at: "06:00-07:00"}, "07:30-08:30", "19:00-20:00"]',
    ],
)
def test_a_time_more_or_in_another_place_leaves_the_others_their_uids(
    club: str, times: str, parse: Parse
) -> None:
    before = at_closing(club, '["07:30-08:30", "19:00-20:00"]', parse)
    after = at_closing(club, times, parse)
    assert {start: after[start] for start in before} == before
    assert len(set(after.values())) == len(after)


@each_parser
def test_a_time_that_moves_keeps_its_uid_by_its_name_and_the_only_one_without(
    club: str, parse: Parse
) -> None:
    before = at_closing(club, '["07:30-08:30", "19:00-20:00"]', parse)
    after = at_closing(club, '[{id: "0730", at: "08:00-09:00"}, "19:00-20:00"]', parse)
    assert sorted(before.values()) == sorted(after.values())
    alone, moved = (at_closing(club, f'"{name}:00-22:00"', parse) for name in ("20", "21"))
    assert (list(alone.values()), list(alone) == list(moved)) == (list(moved.values()), False)


@each_parser
def test_a_session_can_move_twice_a_day(club: str, parse: Parse) -> None:
    days = [
        "revised: 2026-02-01",
        "revised: 2026-02-01 09:00",
        "revised: 2026-02-01 09:01",
        "revised: 2026-02-02",
    ]
    moved = [
        club.replace("date: 2026-03-05", f"date: 2026-03-0{day}, {said}")
        for day, said in enumerate(days, 6)
    ]
    told = [parse(calendars_of(text)[OPENING])[0] for day, text in enumerate(moved)]
    for name in ("sequence", "stamp"):
        values = [each[name] for each in told]
        assert values == sorted(set(values))
    assert len({each["uid"] for each in told}) == 1


@each_parser
@pytest.mark.parametrize("why", ["true", "The speaker is ill."])
def test_a_session_called_off_stays_and_says_so(club: str, why: str, parse: Parse) -> None:
    (before,) = parse(calendars_of(club)[OPENING])
    off = club.replace("date: 2026-03-05", f"date: 2026-03-05, cancelled: {why}")
    made = calendars_of(off)
    (after,) = parse(made[OPENING])
    assert (after["uid"], after["status"], before["status"]) == (before["uid"], "CANCELLED", None)
    assert (after["starts"], after["sequence"] > before["sequence"]) == (before["starts"], True)
    assert after["summary"] == "Cancelled: The evening readers: The opening"
    assert after["description"].startswith(
        "Bring a bicycle." if why == "true" else f"{why}\n\nBring a bicycle."
    )
    assert [each["status"] for each in parse(made[ALL])] == ["CANCELLED", None, None]


@each_parser
def test_one_time_of_a_session_can_be_called_off(club: str, parse: Parse) -> None:
    made = calendars_of(club.replace('"07:30-08:30", ', '{at: "07:30-08:30", cancelled: true}, '))
    assert [each["status"] for each in parse(made[CLOSING])] == ["CANCELLED", None]


@each_parser
def test_what_has_not_moved_stays_as_it_was(club: str, parse: Parse) -> None:
    before = calendars_of(club)
    moved = club.replace("date: 2026-03-05", "date: 2026-03-06, revised: 2026-03-01")
    after = calendars_of(moved)
    assert parse(before[CLOSING]) == parse(after[CLOSING])
    assert after[CLOSING] == before[CLOSING]
    assert after[ALL] != before[ALL]


@each_parser
def test_a_site_without_an_address_gives_no_url(club: str, parse: Parse) -> None:
    made = calendars_of(club, "")
    assert [each["url"] for each in parse(made[ALL])] == [None] * 3
    assert "http" not in made[ALL]


def test_a_club_that_never_meets_has_no_calendar(club: str) -> None:
    assert calendars_of(club.partition("sessions:")[0]) == {}


def titled(club: str, title: str) -> str:
    return club.replace(
        "title: The opening,",
        (
            f"title: {json.dumps(title, ensure_ascii=False)}, about: "
            f"{json.dumps(title, ensure_ascii=False)},"
        ),
    ).replace(", about: Bring a bicycle.", "")


def said_of(title: str) -> str:
    return f"The evening readers: {Text(title.strip()).plain()}".replace(
        "\\N", "\n"
    )  # icalendar's own reading of it


@each_parser
@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_stays_inside_its_property(club: str, title: str, parse: Parse) -> None:
    made = calendars_of(titled(club, title))
    whole, (opening,) = parse(made[ALL]), parse(made[OPENING])
    assert opening["summary"] == said_of(title)
    assert opening["description"].startswith(Text(title.strip()).plain())
    assert opening in whole
    assert [each["summary"] for each in whole][1:] == ["The evening readers: The closing"] * 2
    assert re.findall(r"(?m)^BEGIN:VEVENT\r$", made[ALL]) == ["BEGIN:VEVENT\r"] * 3
    assert max(len(line.encode()) for line in made[ALL].split("\r\n")) <= 75


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@given(title=texts)
@settings(deadline=None, max_examples=8)
def test_any_title_reads_the_same_in_both_parsers(shelf: Path, title: str) -> None:
    content = write(shelf, titled((SECOND / CLUB).read_text(encoding="utf-8"), title))
    library = Library(content, KINDS)
    assume(not [problem for problem in library.problems if problem.severity is Severity.ERROR])
    for year in find_clubs(library):
        made = dict(build_calendars(year, ADDRESS))
        read = [
            [(each["uid"], each["summary"], each["starts"]) for each in by(made[ALL])]
            for by in PARSERS
        ]
        assert read[0] == read[1]
        assert read[0][0][1] == said_of(title)
        assert len(read[0]) == 3


LINKED = (
    "Come to [our room](https://meet.example.org/a), [[bikes-chains|the guide]]; "
    "see https://b.example."
)


@each_parser
@pytest.mark.parametrize(
    ("field", "event"), [("join", CLOSING), ("about", OPENING), ("title", OPENING)]
)
def test_an_address_in_a_text_is_in_the_calendar(
    club: str, field: str, event: str, parse: Parse
) -> None:
    known = {"about": "Bring a bicycle.", "title": "The opening"}
    words = json.dumps(LINKED)
    made = calendars_of(
        club.replace(known[field], words) if field in known else f"{club}join: {words}\n"
    )
    page = f"{ADDRESS}reading-guides/bikes-chains/"
    told = parse(made[event])[0]
    assert (
        f"Come to our room (https://meet.example.org/a), the guide ({page}); see https://b.example."
        in told["description"]
    )
    assert "](" not in told["description"] + told["summary"]


def test_the_same_content_gives_the_same_bytes(own: dict[str, str]) -> None:
    assert made_from(ROOT / "content") == own


@given(first=st.dates(date(2026, 3, 5), date(2099, 1, 1)))
@settings(deadline=None, max_examples=8)
def test_a_session_in_any_year_is_at_its_hour(shelf: Path, first: date) -> None:
    text = (
        (SECOND / CLUB).read_text(encoding="utf-8").replace("Asia/Kolkata", "America/Los_Angeles")
    )
    made = made_from(write(shelf, text.replace("date: 2026-03-05", f"date: {first}")))
    icalendar_told, vobject_told = (
        [each["starts"] for each in by(made[OPENING])] for by in PARSERS
    )
    assert icalendar_told == vobject_told


LAST_YEAR_OF_VOBJECT = 2036
"""It reads the zones of some places wrongly later on."""


@cache
def readers() -> ClubYear:
    """Return the second club."""
    (year,) = find_clubs(Library(SECOND, KINDS))
    return year


@given(
    zone=st.sampled_from(sorted(list_places() | {"UTC"})),
    starts=st.datetimes(datetime(2024, 1, 1), datetime(2060, 1, 1)),  # noqa: DTZ001 - on the wall of any zone
    days=st.floats(-300, 300),
)
@settings(deadline=None, max_examples=40)
def test_a_calendar_s_own_zone_agrees_with_the_zone_at_any_instant(
    zone: str, starts: datetime, days: float
) -> None:
    year = readers()
    there = starts.replace(
        minute=starts.minute // 5 * 5, second=0, microsecond=0, tzinfo=ZoneInfo(zone)
    )
    assume(exists_on_clock(there) and not is_shown_twice(there))
    meeting = replace(
        year.meetings[0],
        starts=there,
        ends=(there.astimezone(UTC) + timedelta(hours=1)).astimezone(ZoneInfo(zone)),
    )
    assume(not is_shown_twice(meeting.ends))
    text = build_calendar(year, [meeting], ADDRESS)
    able = PARSERS if there.year <= LAST_YEAR_OF_VOBJECT else (by_icalendar,)
    assert [by(text)[0]["starts"] for by in able] == [there.astimezone(UTC)] * len(able)
    instant = there.astimezone(UTC) + timedelta(days=days)
    offset = instant.astimezone(ZoneInfo(zone)).utcoffset()
    if "BEGIN:VTIMEZONE" in text:
        assert (
            max((moment, after) for moment, after in changes(text).items() if moment <= instant)[1]
            == offset
        )
    else:  # where clocks never leave UTC, times are written in UTC
        assert (offset, f"DTSTART:{there:%Y%m%dT%H%M%S}Z" in text) == (timedelta(), True)


def test_the_pages_link_to_each_calendar(own_project: Project) -> None:
    page = (own_project.root / "site" / OWN / "index.html").read_text(encoding="utf-8")
    assert {f"{name}.ics" for name in SESSIONS} <= {
        Path(each).name for each in re.findall(r'href="([^"]+\.ics)"', page)
    }
