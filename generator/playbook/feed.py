"""The guides of all clubs as an Atom feed (RFC 4287)."""

from collections.abc import Iterable
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from playbook.address import page_address
from playbook.clubs import ClubYear
from playbook.plain_text import PlainWriter
from playbook.settings import Settings

PATH = "feed.xml"
ATOM = "http://www.w3.org/2005/Atom"


def feed(years: Iterable[ClubYear], settings: Settings) -> str:
    """Return the feed: one entry for each guide of each club, dated by the first day of its turn."""
    site = settings.site_url.rstrip("/")
    root = Element("feed", xmlns=ATOM)
    SubElement(root, "title").text = settings.site_name
    SubElement(root, "id").text = f"{site}/" if site else "urn:discovery-playbook:feed"
    if site:
        SubElement(root, "link", rel="self", href=f"{site}/{PATH}")
        SubElement(root, "link", href=f"{site}/")
    turns = sorted(((part.turn.starts, year, part) for year in years for part in year.parts), key=lambda each: each[0])
    SubElement(root, "updated").text = f"{turns[-1][0]}T00:00:00Z"
    SubElement(SubElement(root, "author"), "name").text = settings.site_name
    for starts, year, part in reversed(turns):
        entry = SubElement(root, "entry")
        page = page_address(site, part.guide.page)
        texts = PlainWriter(site, year.library.resolve, part.guide)
        SubElement(entry, "title").text = f"{part.turn.name}: {texts.title(part.guide.artifact.title)}"
        SubElement(entry, "id").text = (
            f"{page}#{quote(year.entry.id)}"
            if site
            else f"urn:discovery-playbook:{quote(year.entry.id)}:{quote(part.guide.id)}"
        )
        if site:
            SubElement(entry, "link", href=page)
        SubElement(entry, "updated").text = f"{starts}T00:00:00Z"
        SubElement(entry, "summary" if site else "content").text = texts.words(part.guide.artifact.summary)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'
