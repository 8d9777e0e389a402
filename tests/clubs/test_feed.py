"""The feed of the guides.

What RFC 4287 asks for, element by element, and what a feed reader makes of it.
"""

import json
import re
import shutil
from datetime import datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring, tostring

import feedparser
import pytest

from playbook.clubs.feed import build_feed
from playbook.clubs.schedule import ClubYear, find_clubs
from playbook.config.settings import Settings
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.source.problem import Severity
from projects import ROOT, Project

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://playbook.test/habits/"
SECOND = ROOT / "tests" / "fixtures" / "second_club"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
HOSTILE = [
    "<script>alert(1)</script>",
    "a & b &amp; c",
    "]]> <![CDATA[",
    "\"quoted\" 'too'",
    "</title><id>x</id>",
    "字 🎉",
]

addressed = pytest.mark.parametrize(
    "address", [SITE, SITE.rstrip("/"), ""], ids=["slash", "no slash", "no address"]
)


@cache
def clubs_in(content: Path) -> tuple[ClubYear, ...]:
    """Read a content folder, which no test changes afterwards."""
    library = Library(content, KINDS)
    assert [problem for problem in library.problems if problem.severity is Severity.ERROR] == []
    return tuple(find_clubs(library))


def feed_of(content: Path, address: str, name: str = "Ours & theirs") -> str:
    return build_feed(list(clubs_in(content)), Settings(site_name=name, site_url=address))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own club beside a second one."""
    content = shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("both") / "content")
    return shutil.copytree(SECOND, content, dirs_exist_ok=True)


def read(text: str) -> Element:
    return fromstring(text)  # noqa: S314 - our own feed


def texts(parent: Element, name: str) -> list[str]:
    return [each.text or "" for each in parent.findall(f"{ATOM}{name}")]


def people(parent: Element) -> list[str]:
    return [name for each in parent.findall(f"{ATOM}author") for name in texts(each, "name")]


def links(parent: Element, rel: str) -> list[str]:
    return [
        each.attrib["href"]
        for each in parent.findall(f"{ATOM}link")
        if each.attrib.get("rel", "alternate") == rel
    ]


@pytest.fixture(params=[SITE, ""], ids=["address", "no address"])
def root(request: pytest.FixtureRequest, both: Path) -> Element:
    return read(feed_of(both, request.param))


def test_a_feed_has_one_id_one_title_one_date_and_an_author(root: Element) -> None:
    assert root.tag == f"{ATOM}feed"
    assert [len(texts(root, name)) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert texts(root, "title") == ["Ours & theirs"]
    assert people(root) == ["Ours & theirs"]


def test_an_entry_has_one_id_one_title_one_date_and_words(root: Element) -> None:
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 15
    for entry in entries:
        assert [len(texts(entry, name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert all((*texts(entry, "title"), *texts(entry, "summary"), *texts(entry, "content")))
        assert len(texts(entry, "summary") + texts(entry, "content")) == 1


def test_an_entry_without_content_links_to_its_page(root: Element) -> None:
    for entry in root.findall(f"{ATOM}entry"):
        assert texts(entry, "content") or len(links(entry, "alternate")) == 1


def test_there_is_nothing_but_atom_s_own_elements(root: Element) -> None:
    assert {each.tag for each in root.iter() if not each.tag.startswith(ATOM)} == set()
    feed_level = {each.tag.removeprefix(ATOM) for each in root}
    assert feed_level <= {"title", "id", "link", "updated", "author", "entry"}


def test_ids_are_unique_and_whole_iris(root: Element) -> None:
    ids = texts(root, "id") + [
        each for entry in root.findall(f"{ATOM}entry") for each in texts(entry, "id")
    ]
    assert len(set(ids)) == len(ids) == 16
    for each in ids:
        parts = urlsplit(each)
        assert (parts.scheme == "https" and parts.netloc) or re.fullmatch(
            r"urn:[a-z0-9][a-z0-9-]{1,31}:[a-z0-9:-]+", each
        )


def test_dates_are_rfc_3339_and_newest_first(root: Element) -> None:
    dates = [each for entry in root.findall(f"{ATOM}entry") for each in texts(entry, "updated")]
    assert [each for each in (*dates, *texts(root, "updated")) if not RFC3339.fullmatch(each)] == []
    moments = [datetime.fromisoformat(each) for each in dates]
    assert moments == sorted(moments, reverse=True)
    assert texts(root, "updated") == [max(dates)]


@pytest.mark.parametrize("address", [SITE, SITE.rstrip("/")], ids=["slash", "no slash"])
def test_links_are_whole_addresses(both: Path, address: str) -> None:
    root = read(feed_of(both, address))
    assert links(root, "self") == [f"{SITE}feed.xml"]
    assert links(root, "alternate") == texts(root, "id") == [SITE]
    pages = [each for entry in root.findall(f"{ATOM}entry") for each in links(entry, "alternate")]
    assert pages[0] == f"{SITE}reading-guides/2026-12-start-small/"
    assert all(re.fullmatch(rf"{SITE}reading-guides/[a-z0-9-]+/", each) for each in pages)


def test_a_site_without_an_address_links_nowhere(both: Path) -> None:
    assert "href" not in feed_of(both, "")


@addressed
def test_a_feed_reader_takes_it_without_a_complaint(both: Path, address: str) -> None:
    told = feedparser.parse(feed_of(both, address).encode())
    assert not told.bozo
    assert (told.version, told.encoding, len(told.entries)) == ("atom10", "utf-8", 15)
    assert told.entries[0].title.startswith("December 2026: ")
    assert told.entries[0].updated_parsed[:3] == (2026, 12, 1)


@addressed
def test_a_session_called_off_is_in_the_feed(tmp_path: Path, address: str) -> None:
    content = shutil.copytree(SECOND, tmp_path / "content")
    path = content / "clubs" / "evening-readers.yml"
    club = path.read_text(encoding="utf-8")
    off = club.replace(
        "date: 2026-03-05", "date: 2026-03-05, revised: 2026-02-20 14:30, cancelled: Too *wet*."
    )
    path.write_text(
        off.replace('"07:30-08:30"', '{at: "07:30-08:30", cancelled: true}'), encoding="utf-8"
    )
    told = {
        each.title: each for each in feedparser.parse(feed_of(content, address).encode()).entries
    }
    opening, closing = told["Cancelled: The opening"], told["Cancelled: The closing"]
    assert opening.updated == "2026-02-20T14:30:00Z"
    assert (opening.summary or opening.content[0].value).endswith("19:00–20:00 IST. Too wet.")  # noqa: RUF001
    assert (
        closing.summary or closing.content[0].value
    ) == "Thursday 26 March 2026, 07:30–08:30 IST"  # noqa: RUF001
    assert len({each.id for each in told.values()}) == len(told) == 5


def test_an_address_in_a_summary_is_in_the_feed(tmp_path: Path) -> None:
    content = shutil.copytree(SECOND, tmp_path / "content")
    path = content / "reading-guides" / "bikes-chains.yml"
    linked = "summary: Read [this](https://a.example/b), then [[bikes-brakes|the first]]."
    path.write_text(
        re.sub(r"(?m)^summary: .*$", linked, path.read_text(encoding="utf-8")), encoding="utf-8"
    )
    page = f"{SITE}reading-guides/bikes-brakes/"
    assert f">Read this (https://a.example/b), then the first ({page}).<" in feed_of(content, SITE)
    assert ">Read this (https://a.example/b), then the first.<" in feed_of(content, "")


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_is_text_whatever_it_says(tmp_path: Path, title: str) -> None:
    content = shutil.copytree(SECOND, tmp_path / "content")
    guide = content / "reading-guides" / "bikes-chains.yml"
    said = json.dumps(title, ensure_ascii=False)
    text = guide.read_text(encoding="utf-8").replace("title: Turning", f"title: {said}")
    guide.write_text(re.sub("summary: .+", lambda _: f"summary: {said}", text), encoding="utf-8")
    for address in (SITE, SITE.rstrip("/"), ""):
        made = feed_of(content, address, name=title)
        root = read(made)
        entry = root.findall(f"{ATOM}entry")[1]
        assert texts(root, "title") == people(root) == [title]
        assert texts(entry, "title") == [f"Week 2, from 16 March 2026: {title}"]
        assert texts(entry, "summary") + texts(entry, "content") == [title]
        assert len(texts(entry, "id")) == 1
        assert not feedparser.parse(made.encode()).bozo


def test_two_clubs_that_read_one_guide_have_an_entry_each(tmp_path: Path) -> None:
    content = shutil.copytree(SECOND, tmp_path / "content")
    shutil.copy(content / "clubs" / "evening-readers.yml", content / "clubs" / "late-readers.yml")
    ids = [
        each
        for entry in read(feed_of(content, SITE)).findall(f"{ATOM}entry")
        for each in texts(entry, "id")
    ]
    assert len(set(ids)) == 6


def test_the_feed_is_on_the_site_and_its_pages_exist(own_project: Project) -> None:
    site = own_project.root / "site"
    made = (site / "feed.xml").read_text(encoding="utf-8")
    assert made.startswith('<?xml version="1.0" encoding="utf-8"?>\n<feed ')
    for entry in read(feed_of(own_project.content, SITE)).findall(f"{ATOM}entry"):
        (page,) = links(entry, "alternate")
        assert (site / page.removeprefix(SITE) / "index.html").is_file()
    of_clubs = read(feed_of(own_project.content, "", name="Discovery Playbook"))
    entries = [tostring(entry) for entry in read(made).findall(f"{ATOM}entry")]
    assert {tostring(entry) for entry in of_clubs.findall(f"{ATOM}entry")} < set(entries)


def test_a_playbook_without_a_club_has_no_feed(project: Project) -> None:
    shutil.copytree(SECOND / "books", project.content / "books")
    assert find_clubs(Library(project.content, KINDS)) == []
