"""A second club, on another book, beside the repository's own.

Each keeps to itself, and nothing is lost.
"""

import shutil
from pathlib import Path

import feedparser
import pytest

from built import Page, pages
from projects import ADDRESS, ROOT, SECOND, Project, leave_out_handouts, run_playbook

OWN, OTHER = "2026-habits", "evening-readers"
GUIDES = sorted(path.stem for path in (ROOT / "content" / "reading-guides").glob("*.yml"))
OTHERS = sorted(path.stem for path in (SECOND / "reading-guides").glob("*.yml"))
TITLES = {OWN: "The 2026 book club", OTHER: "The evening readers"}


@pytest.fixture(scope="module")
def site(two_clubs: Project) -> Path:
    return two_clubs.root / "site"


@pytest.fixture(scope="module")
def by_path(site: Path) -> dict[str, Page]:
    return {page.path: page for page in pages(site)}


def clubs_in(page: Page) -> list[str]:
    """Return which clubs a page has a corner for that shows what is read now."""
    return [each.attrib["data-club"] for each in page.elements if "data-club" in each.attrib]


def turns_in(page: Page) -> list[str]:
    return [
        each.attrib["data-from"] for each in page.elements if each.attrib.get("class") == "pb-turn"
    ]


def main(page: Page) -> list[str]:
    """Return the links in a page's own text, and not in the menus around it."""
    article = next(each for each in page.elements if each.tag == "article")
    return [
        str(each.attrib["href"])
        for each in article.iter()
        if each.tag == "a" and "href" in each.attrib
    ]


def test_home_shows_both_clubs_the_one_that_starts_last_first(by_path: dict[str, Page]) -> None:
    home = by_path["index.html"]
    assert clubs_in(home) == [OTHER, OWN]
    assert [each for each in home.ids if each.startswith("Club-")] == [
        f"Club-{OTHER}",
        f"Club-{OWN}",
    ]
    assert turns_in(home) == [
        "2026-03-02",
        "2026-03-16",
        "2026-03-23",
        *(f"2026-{month:02}-01" for month in range(1, 13)),
    ]


def test_home_holds_the_sessions_of_both(by_path: dict[str, Page]) -> None:
    home = by_path["index.html"]
    held = [
        each.attrib["datetime"]
        for each in home.elements
        if each.attrib.get("class") == "pb-meeting"
    ]
    assert held[:3] == ["2026-03-05T13:30Z", "2026-03-26T02:00Z", "2026-03-26T13:30Z"]
    assert held[3] == "2026-03-18T16:00Z"
    assert len(held) == 11


@pytest.mark.parametrize(("club", "turns"), [(OWN, 12), (OTHER, 3)])
def test_a_club_s_page_shows_that_club_alone(
    by_path: dict[str, Page], club: str, turns: int
) -> None:
    page = by_path[f"clubs/{club}/index.html"]
    assert clubs_in(page) == [club]
    assert len(turns_in(page)) == turns


@pytest.mark.parametrize(("guides", "own", "other"), [(GUIDES, OWN, OTHER), (OTHERS, OTHER, OWN)])
def test_a_guide_knows_its_own_club_and_not_the_other(
    by_path: dict[str, Page], guides: list[str], own: str, other: str
) -> None:
    assert guides
    for name in guides:
        linked = main(by_path[f"reading-guides/{name}/index.html"])
        assert [each for each in linked if f"clubs/{own}/" in each], name
        assert [each for each in linked if f"clubs/{other}/" in each] == [], name


def test_a_guide_leads_to_the_one_before_and_the_one_after_in_its_own_club(
    by_path: dict[str, Page],
) -> None:
    linked = main(by_path["reading-guides/bikes-chains/index.html"])
    assert [each for each in linked if "bikes-brakes" in each]
    assert [each for each in linked if "bikes-wheels" in each]
    assert [each for each in linked if any(name in each for name in GUIDES)] == []


def test_each_club_has_its_calendars(site: Path) -> None:
    found = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*.ics")
    }
    sessions = {OWN: ["march", "june", "september", "december"], OTHER: ["opening", "closing"]}
    assert set(found) == {f"clubs/{club}.ics" for club in sessions} | {
        f"clubs/{club}/{each}.ics" for club, ids in sessions.items() for each in ids
    }
    for path, text in found.items():
        own = path.split("/")[1].removesuffix(".ics")
        assert f"NAME:{TITLES[own]}\n" in text
        assert {
            line.partition(":")[2].partition(".")[0]
            for line in text.splitlines()
            if line.startswith("UID:")
        } == {own}


def test_one_feed_holds_the_guides_of_both(site: Path) -> None:
    told = feedparser.parse((site / "feed.xml").read_bytes())
    read = [(OWN, guide) for guide in GUIDES] + [(OTHER, guide) for guide in OTHERS]
    assert {each.id for each in told.entries} == {
        f"{ADDRESS}reading-guides/{guide}/#{club}" for club, guide in read
    }
    assert len(told.entries) == len(read)


def test_a_guide_that_two_clubs_read_names_both(project: Project) -> None:
    shutil.copytree(SECOND, project.content, dirs_exist_ok=True)
    club = (SECOND / "clubs" / f"{OTHER}.yml").read_text(encoding="utf-8")
    for spring, autumn in (
        ("2026-03-02", "2026-09-07"),
        ("2026-03-11", "2026-09-16"),
        ("date: 2026-03", "date: 2026-10"),
    ):
        club = club.replace(spring, autumn)
    project.write({"clubs/late-readers.yml": club})
    leave_out_handouts(project)
    assert run_playbook("build", "--strict", cwd=project.root).returncode == 0
    (page,) = [
        each
        for each in pages(project.root / "site")
        if each.path == "reading-guides/bikes-chains/index.html"
    ]
    linked = main(page)
    assert [each for each in linked if f"clubs/{OTHER}/" in each]
    assert [each for each in linked if "clubs/late-readers/" in each]
    assert "Week 2, from 16 March 2026" in page.text
    assert "Week 2, from 21 September 2026" in page.text
