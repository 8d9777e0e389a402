"""The guides of all clubs, what is called off, and other news, as an Atom feed (RFC 4287)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import groupby
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from playbook.clubs.schedule import ClubYear
from playbook.config.settings import Settings
from playbook.language import _
from playbook.library.plain_text import PlainWriter
from playbook.text.address import build_address

PATH = "feed.xml"
ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Item:
    """What a feed reader shows.

    Since when, its id on a site without an address, its page, its title and its words.
    """

    since: datetime
    name: str
    page: str
    anchor: str
    title: str
    summary: str


def build_feed(years: Iterable[ClubYear], settings: Settings, others: Iterable[Item] = ()) -> str:
    """Return the feed, the newest item first; `others` are items about no club."""
    site = settings.site_url.rstrip("/")
    root = Element("feed", xmlns=ATOM)
    SubElement(root, "title").text = settings.site_name
    SubElement(root, "id").text = f"{site}/" if site else "urn:discovery-playbook:feed"
    if site:
        SubElement(root, "link", rel="self", href=f"{site}/{PATH}")
        SubElement(root, "link", href=f"{site}/")
    items = [
        item
        for year in years
        for item in (*list_guides(year, site), *list_cancellations(year, site))
    ]
    items += others
    items.sort(key=lambda item: item.since)
    SubElement(root, "updated").text = f"{items[-1].since:%Y-%m-%dT%H:%M:%SZ}"
    SubElement(SubElement(root, "author"), "name").text = settings.site_name
    for item in reversed(items):
        entry = SubElement(root, "entry")
        SubElement(entry, "title").text = item.title
        SubElement(entry, "id").text = (
            f"{item.page}#{quote(item.anchor)}" if site else f"urn:discovery-playbook:{item.name}"
        )
        if site:
            SubElement(entry, "link", href=item.page)
        SubElement(entry, "updated").text = f"{item.since:%Y-%m-%dT%H:%M:%SZ}"
        SubElement(entry, "summary" if site else "content").text = item.summary
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def list_guides(year: ClubYear, site: str) -> Iterator[Item]:
    """Yield each guide of a club, from the first day of its turn."""
    for part in year.parts:
        guide, texts = part.guide, PlainWriter(site, year.library.resolve, part.guide)
        name = f"{quote(year.entry.id)}:{quote(guide.id)}"
        title = f"{part.turn.name}: {texts.title(guide.artifact.title)}"
        page, summary = build_address(site, guide.page), texts.words(guide.artifact.summary)
        yield Item(make_midnight(part.turn.starts), name, page, year.entry.id, title, summary)


def list_cancellations(year: ClubYear, site: str) -> Iterator[Item]:
    """Yield each session that is called off, or some of its times.

    It stands from its last revision, or else from its day.
    """
    texts, page = (
        PlainWriter(site, year.library.resolve, year.entry),
        build_address(site, year.entry.page),
    )
    off = [meeting for meeting in year.meetings if meeting.is_cancelled]
    for session, meetings in groupby(off, key=lambda meeting: meeting.session):
        lines = [
            ". ".join([f"{meeting.day}, {meeting.hours}", *map(texts.words, meeting.reasons)])
            for meeting in meetings
        ]
        name = f"{quote(year.entry.id)}:session:{quote(session.id)}"
        title = _("Cancelled: %(title)s", title=texts.title(session.title))
        since = session.revised.moment if session.revised else make_midnight(session.date)
        yield Item(since, name, page, session.id, title, "; ".join(lines))


def make_midnight(day: date) -> datetime:
    """Return the moment at which a day begins, in UTC."""
    return datetime.combine(day, time(), UTC)
