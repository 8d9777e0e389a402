"""What our own plays must hold, so that somebody can run each of them tomorrow."""

from collections import Counter, defaultdict

import pytest

from playbook.kinds.play.model import Play
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.pieces import collect_pieces
from playbook.model.traverse import walk
from playbook.parts.anti_pattern import AntiPattern
from playbook.parts.exercise import Exercise
from playbook.parts.reference import Reference
from playbook.text.inline import Text
from projects import ROOT
from shipped.repeats import PLAYS, SHARED, WORD, stretches

CONTENT = ROOT / "content"
AUTHOR = "Shivam Tiwari"
TALK = "Product Talk"
PRACTICES = "Amplitude – Best Practices"  # noqa: RUF001 - as published
PERSPECTIVES = "Amplitude – Perspectives"  # noqa: RUF001 - as published
POSTS = {
    "Stop Selling Your Roadmap: Win Stakeholder Trust by Showing Your Work, Not Conclusions": TALK,
    "From Chaos to Clarity: My Proven Playbook to Scale an Analytics Taxonomy That Sticks": PRACTICES,  # noqa: E501 - a script, YAML or a title, as it is
    "Lost in the Woods: 5 Survival Patterns Every Product Leader Must Master Now": TALK,
    "March CDH Book Club: Master Experience Mapping to Align Teams and Accelerate Discovery": TALK,
    "Battle-Tested AI Agent Orchestration Patterns for Reliable, Observable, Product-Ready Systems": "Product School",  # noqa: E501 - a script, YAML or a title, as it is
    "From Tickets to Strategy: How AI Is Rewriting Support Careers—and Why Now Is the Moment": "The Intercom Blog",  # noqa: E501 - a script, YAML or a title, as it is
    "Scaling Enterprise Sales from $0 to $3.5B: CRO Lessons, MEDDIC Mastery, and GTM Truths": None,
    "12 Game-Changing Updates to Fin Procedures & Simulations for Complex Queries": "The Intercom Blog",  # noqa: E501 - a script, YAML or a title, as it is
    "Stop Blurring the Lines: Clear Product–Engineering Boundaries to Boost Quality and Prevent Burnout": TALK,  # noqa: E501, RUF001
    "Human-in-the-Loop Mastery: Proven Oversight Tactics That Elevate AI Quality and Trust": "Product School",  # noqa: E501 - a script, YAML or a title, as it is
    "Inside Partner Product Marketing: Lessons that Elevate Go-to-Market and Product-Led Growth": PRACTICES,  # noqa: E501 - a script, YAML or a title, as it is
    "Make Your Analytics AI-Ready: De-Risk, Measure, and Scale AI-First Products Fast": PERSPECTIVES,  # noqa: E501 - a script, YAML or a title, as it is
}
"""The posts that the plays are made from, with whom each says it was inspired by."""
FILLS_TWO_PLAYS = (
    "Scaling Enterprise Sales from $0 to $3.5B: CRO Lessons, MEDDIC Mastery, and GTM Truths"
)
"""The post that is long enough for two plays, on deals and on the leader's week."""
BOOK = "Continuous Discovery Habits"
MADE_FROM_THE_BOOK = {
    *("one-interview-this-week", "trio-hour", "assumptions-to-a-test"),
    *("keep-the-seat-filled", "outcome-and-target", "start-a-trio"),
}
"""The plays that no post has: they put the book's habits into a week."""
NEEDED = (
    *(
        "purpose",
        "when",
        "when_not",
        "time",
        "people",
        "materials",
        "difficulty",
        "prepare",
        "steps",
    ),
    *("after_a_month", "before", "next"),
)


@pytest.fixture(scope="module")
def library(own_library: Library) -> Library:
    assert own_library.problems == []
    return own_library


@pytest.fixture(params=PLAYS)
def entry(request: pytest.FixtureRequest, library: Library) -> Entry:
    return library.entries[request.param]


@pytest.fixture
def play(entry: Entry) -> Play:
    assert isinstance(entry.artifact, Play)
    return entry.artifact


def posts(play: Play) -> list[Reference]:
    return [each for each in play.sources if each.by == AUTHOR]


def test_a_play_says_what_a_facilitator_needs(play: Play) -> None:
    assert [field for field in NEEDED if not getattr(play, field)] == []


def test_the_steps_fill_the_time_that_a_play_promises(play: Play) -> None:
    minutes = [step.minutes for step in play.steps if step.minutes]
    assert len(minutes) == len(play.steps)
    assert play.time.least <= sum(each.least for each in minutes)
    assert sum(each.most for each in minutes) <= play.time.most


def test_a_play_has_a_drawing(entry: Entry) -> None:
    drawings = list(entry.kind.draw(entry.artifact))
    assert drawings
    assert [drawing.name for drawing in drawings if len(drawing.cards) < 3] == []


def test_a_play_has_two_timed_exercises(play: Play) -> None:
    assert len([each for each in play.exercises if each.time.individual or each.time.team]) >= 2


def test_a_play_asks_three_questions_of_each_person_and_three_of_the_team(play: Play) -> None:
    assert (len(play.questions.individual), len(play.questions.team)) == (3, 3)
    assert [each.ask for each in play.questions.team if not each.listen_for] == []


def test_a_play_names_four_anti_patterns_with_a_way_out_of_each(play: Play) -> None:
    assert len(play.anti_patterns) == 4
    for each in play.anti_patterns:
        assert all((each.title, each.theme, each.smell, each.harm, each.fix)), each.id


def test_a_play_leads_on_and_back_to_other_artifacts_and_says_why(
    entry: Entry, library: Library
) -> None:
    for way in (*entry.artifact.before, *entry.artifact.next):
        assert library.resolve(entry, way.to).entry is not entry
        assert way.because, way.to


def test_a_play_credits_one_post_and_whom_that_was_inspired_by_or_else_the_book(
    entry: Entry,
) -> None:
    credited = [(post.title, post.inspired_by) for post in posts(entry.artifact)]
    if entry.id in MADE_FROM_THE_BOOK:
        assert credited == []
        assert BOOK in [str(source.title) for source in entry.artifact.sources]
    else:
        assert credited in [[each] for each in POSTS.items()]


def test_each_post_is_credited_by_one_play_and_the_one_on_sales_by_two(library: Library) -> None:
    credited = Counter(
        str(post.title) for name in PLAYS for post in posts(library.entries[name].artifact)
    )
    assert credited == Counter([*POSTS, FILLS_TWO_PLAYS])


def test_a_play_says_what_is_ours_in_it(play: Play) -> None:
    assert any("Ours, not the" in str(source.about) for source in play.sources)


def test_four_plays_have_flows_that_three_scenarios_or_more_try(library: Library) -> None:
    flows = {name: library.entries[name].artifact.flow for name in PLAYS}
    tried = [
        name for name, own in flows.items() if own and all(len(flow.scenarios) >= 3 for flow in own)
    ]
    assert len(tried) >= 4


def test_every_play_is_at_some_end_of_a_signpost(library: Library) -> None:
    reached = set[str]()
    for entry in (each for each in library.entries.values() if each.kind.name == "signpost"):
        flow = entry.artifact.flow
        ahead = flow.reached_from(flow.steps[0].id)
        reached |= {
            library.resolve(entry, end.see).entry.id
            for end in flow.ends
            if end.see and end.id in ahead
        }
    assert set(PLAYS) - reached == set()


def test_every_end_of_a_signpost_says_the_smallest_move_and_where_to_go(library: Library) -> None:
    signposts = [
        entry.artifact for entry in library.entries.values() if entry.kind.name == "signpost"
    ]
    assert signposts
    assert [
        end.id for each in signposts for end in each.flow.ends if not (end.text and end.see)
    ] == []


def test_every_exercise_says_how_many_people_it_works_for(library: Library) -> None:
    exercises = collect_pieces(library, Exercise)
    assert exercises
    assert [told.key for told in exercises if not told.piece.people] == []


def test_every_anti_pattern_has_a_theme(library: Library) -> None:
    anti_patterns = collect_pieces(library, AntiPattern)
    assert anti_patterns
    assert [told.key for told in anti_patterns if not told.piece.theme] == []


def runs(play: Play) -> set[str]:
    """Return each run of so many words in a play, but for the titles of others' works."""
    texts = [each for loc, each in walk(play) if isinstance(each, Text) and loc[0] != "sources"]
    spoken = [WORD.findall(each.lower()) for text in texts for each in stretches(text)]
    return {
        " ".join(words[at : at + SHARED])
        for words in spoken
        for at in range(len(words) - SHARED + 1)
    }


def test_no_two_plays_share_a_run_of_eight_words(library: Library) -> None:
    told: dict[str, list[str]] = defaultdict(list)
    for name in PLAYS:
        for run in runs(library.entries[name].artifact):
            told[run].append(name)
    assert told
    assert {run: names for run, names in told.items() if len(names) > 1} == {}
