"""What our own reading guides must hold, so that a team can take up any of them."""

from collections import Counter, defaultdict

import pytest

from playbook.clubs.schedule import ClubYear, find_clubs
from playbook.kinds.reading_guide.model import ReadingGuide
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.model.traverse import walk
from playbook.parts.reference import Reference
from playbook.text.inline import Text
from projects import ROOT
from shipped.repeats import PLAYS, SHARED, WORD, stretches

CONTENT = ROOT / "content"
GUIDES = sorted(path.stem for path in (CONTENT / "reading-guides").glob("*.yml"))
BOOK = "continuous-discovery-habits"
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
PLANNED = ["January", "September", "October", "November", "December"]


@pytest.fixture(scope="module")
def library(own_library: Library) -> Library:
    assert own_library.problems == []
    return own_library


@pytest.fixture(scope="module")
def year(library: Library) -> ClubYear:
    (year,) = find_clubs(library)
    return year


@pytest.fixture(params=GUIDES)
def entry(request: pytest.FixtureRequest, library: Library) -> Entry:
    return library.entries[request.param]


@pytest.fixture
def guide(entry: Entry) -> ReadingGuide:
    assert isinstance(entry.artifact, ReadingGuide)
    return entry.artifact


def test_there_are_twelve_guides() -> None:
    assert len(GUIDES) == 12


def test_a_guide_introduces_four_ideas_and_says_what_each_means(guide: ReadingGuide) -> None:
    assert len(guide.introduces) >= 4
    assert [each.title for each in guide.introduces if not each.text] == []


def test_a_guide_asks_three_questions_of_each_person_and_three_of_the_team(
    guide: ReadingGuide,
) -> None:
    assert (len(guide.questions.individual), len(guide.questions.team)) == (3, 3)
    assert [each.ask for each in guide.questions.team if not each.listen_for] == []


def test_a_guide_has_two_timed_exercises_that_say_for_how_many(guide: ReadingGuide) -> None:
    timed = [each for each in guide.exercises if each.time.individual or each.time.team]
    assert len(timed) == len(guide.exercises) >= 2
    assert [each.id for each in guide.exercises if not each.people] == []


def test_a_guide_names_three_or_four_anti_patterns_with_a_way_out_of_each(
    guide: ReadingGuide,
) -> None:
    assert 3 <= len(guide.anti_patterns) <= 4
    for each in guide.anti_patterns:
        assert all((each.title, each.theme, each.smell, each.harm, each.fix)), each.id


@pytest.mark.parametrize("part", ["further_reading", "examples", "next", "sources", "prepare"])
def test_a_guide_leads_on_and_says_what_it_is_made_from(guide: ReadingGuide, part: str) -> None:
    assert getattr(guide, part)


def test_a_guide_leads_to_other_artifacts_and_says_why(entry: Entry, library: Library) -> None:
    for way in entry.artifact.next:
        assert library.resolve(entry, way.to).entry is not entry
        assert way.because, way.to


def test_a_guide_s_examples_come_from_the_worked_case(entry: Entry, library: Library) -> None:
    kinds = {library.resolve(entry, each).entry.kind.name for each in entry.artifact.examples}
    assert kinds
    assert kinds <= {"experience-map", "opportunity-tree"}


def test_a_guide_credits_the_book(guide: ReadingGuide) -> None:
    assert guide.book == BOOK
    assert "Teresa Torres" in {each.by for each in guide.sources}


def test_a_guide_builds_on_earlier_ones_only(entry: Entry, year: ClubYear) -> None:
    place = year.find_turn(entry)
    assert place is not None
    before = {part.guide.id for part in year.parts[:place]}
    assert set(entry.artifact.builds_on) <= before


def test_the_club_of_2026_reads_every_guide_in_order_a_month_each(year: ClubYear) -> None:
    assert [part.guide.id for part in year.parts] == GUIDES
    assert [part.turn.name for part in year.parts] == [f"{month} 2026" for month in MONTHS]
    assert [name[:7] for name in GUIDES] == [f"{part.turn.starts:%Y-%m}" for part in year.parts]


def test_only_what_is_inferred_is_planned(year: ClubYear) -> None:
    planned = [part.turn.name.split()[0] for part in year.parts if not part.turn.reading.confirmed]
    assert planned == PLANNED


def test_each_chapter_of_the_book_is_read_once(year: ClubYear) -> None:
    assert Counter(each.number for part in year.parts for each in part.chapters) == Counter(
        range(1, 16)
    )
    assert [number for part in year.parts for number in part.guide.artifact.chapters] == list(
        range(1, 16)
    )


def runs(entry: Entry) -> set[str]:
    """Return each run of so many words in an artifact, but for its credits and the titles of
    others' works."""
    works = [loc for loc, each in walk(entry.artifact) if isinstance(each, Reference)]
    others = {(*loc, key) for loc in works for key in ("title", "by", "inspired_by")}
    said = [(loc, each) for loc, each in walk(entry.artifact) if isinstance(each, Text)]
    texts = [each for loc, each in said if loc[0] != "sources" and loc not in others]
    spoken = [WORD.findall(each.lower()) for text in texts for each in stretches(text)]
    return {
        " ".join(words[at : at + SHARED])
        for words in spoken
        for at in range(len(words) - SHARED + 1)
    }


def test_no_two_guides_or_plays_share_a_run_of_eight_words(library: Library) -> None:
    told: dict[str, list[str]] = defaultdict(list)
    for name in (*GUIDES, *PLAYS):
        for run in runs(library.entries[name]):
            told[run].append(name)
    assert told
    assert {run: names for run, names in told.items() if len(names) > 1} == {}
