"""A club's sessions as calendars, which calendar programs subscribe to or take over one by one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from playbook.clubs.schedule import ClubYear, Meeting
from playbook.language import _
from playbook.library.plain_text import PlainWriter
from playbook.text.address import build_address

PRODUCT = "-//discovery-playbook//playbook//EN"
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def build_calendars(year: ClubYear, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of the club's calendar, and of one for each of its sessions."""
    for path, meetings in list_calendars(year):
        yield path, build_calendar(year, meetings, site_url)


def list_calendars(year: ClubYear) -> Iterator[tuple[str, list[Meeting]]]:
    """Yield the path of each calendar with the meetings in it."""
    folder = year.entry.page.removesuffix(".md")
    if not year.meetings:
        return
    yield f"{folder}.ics", list(year.meetings)
    for session in year.entry.artifact.sessions:
        meetings = [meeting for meeting in year.meetings if meeting.session is session]
        yield f"{folder}/{session.id}.ics", meetings


def build_calendar(year: ClubYear, meetings: list[Meeting], site_url: str) -> str:
    """Return meetings as iCalendar (RFC 5545), with the rules of their time zone."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    title = PlainWriter(site_url, year.library.resolve, year.entry).title(year.entry.artifact.title)
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    for meeting in meetings:
        calendar.add_component(build_event(year, meeting, site_url))
    first, last = meetings[0].starts.year - 1, meetings[-1].ends.year + 2
    places = sorted(calendar.get_missing_tzids())
    calendar.subcomponents[:0] = [build_zone(place, first, last) for place in places]
    text: bytes = calendar.to_ical()
    return text.decode()


@lru_cache(maxsize=32)
def build_zone(place: str, first: int, last: int) -> Timezone:
    """Return the rules of a place's time zone from one year to another, not to be changed."""
    zone = Timezone.from_tzid(place, first_date=date(first, 1, 1), last_date=date(last, 1, 1))
    split_transitions(zone)
    return zone


def split_transitions(zone: Timezone) -> None:
    """Give each change of the clocks its own entry, as some programs read no lists of dates."""
    entries: list[TimezoneStandard | TimezoneDaylight] = [*zone.standard, *zone.daylight]
    zone.subcomponents.clear()
    for entry in entries:
        more: Any = entry.pop("rdate", None)
        starts = [entry.DTSTART, *(moment.dt for moment in (more.dts if more else ()))]
        ahead = max(entry.TZOFFSETTO - entry.TZOFFSETFROM, timedelta())
        for start in sorted(starts):
            change = entry.copy()
            change.DTSTART = (
                start - ahead
            )  # RFC 5545 wants the hour that the clocks skip, not the one after it
            zone.add_component(change)


def build_event(year: ClubYear, meeting: Meeting, site_url: str) -> Event:
    """Return one meeting; its UID stays when it moves, and SEQUENCE and DTSTAMP grow."""
    session, club = meeting.session, year.entry.artifact
    page = build_address(site_url, year.entry.page) if site_url else ""
    texts = PlainWriter(site_url, year.library.resolve, year.entry)
    title = f"{texts.title(club.title)}: {texts.title(session.title)}"
    sequence = compute_sequence(year, meeting)
    revised = EPOCH + timedelta(minutes=sequence)
    event = Event()
    event.add(
        "uid", f"{quote(year.entry.id)}.{quote(session.id)}.{quote(meeting.key)}@discovery-playbook"
    )
    event.add("summary", _("Cancelled: %(title)s", title=title) if meeting.is_cancelled else title)
    event.add("dtstart", meeting.starts)
    event.add("dtend", meeting.ends)
    event.add("dtstamp", revised)
    event.add("last-modified", revised)
    event.add("sequence", sequence)
    if meeting.is_cancelled:
        event.add("status", "CANCELLED")
        event.add("transp", "TRANSPARENT")
    linked = [] if texts.words(session.title) == texts.title(session.title) else [session.title]
    about = [
        texts.words(text) for text in (*meeting.reasons, *linked, session.about, club.join) if text
    ]
    event.add("description", "\n\n".join([*about, *([page] if page else [])]))
    if page:
        event.add("url", page)
    return event


def compute_sequence(year: ClubYear, meeting: Meeting) -> int:
    """Return the minutes from 2000 to the last revision, and a step for each change without one."""
    revised = meeting.session.revised
    minutes = (revised.moment - EPOCH) // timedelta(minutes=1) if revised else 0
    return minutes + year.count_moves(meeting.session) + meeting.is_cancelled
