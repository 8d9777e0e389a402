"""After redaction nothing hidden is left in an artifact, and whatever is left leads somewhere."""

import re
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given, settings

from playbook.clubs.schedule import find_clubs
from playbook.kinds import KINDS
from playbook.library.entry import Target
from playbook.library.library import Library
from playbook.model.traverse import walk
from playbook.source.problem import Severity
from playbook.text.inline import Text
from playbook.visibility.pruning import replace_lost_links
from playbook.visibility.redaction import redact_library
from referring import NAMES, documents, library_of


@settings(max_examples=25, deadline=None)
@given(documents())
def test_nothing_hidden_is_left_and_every_reference_that_is_left_leads_somewhere(
    held: dict[str, dict[str, Any]],
) -> None:
    with TemporaryDirectory() as folder:
        whole = library_of(folder, held)
    errors = [problem for problem in whole.problems if problem.severity is Severity.ERROR]
    assume(not [error for error in errors if error.code[:3] in {"REF", "SHP", "SRC"}])
    assert set(whole.entries) == set(NAMES)
    shown = redact_library(whole)
    assert shown.problems == []
    hidden = set(NAMES) - set(shown.entries)
    assert hidden >= {
        name for name, document in held.items() if document["visibility"] == "internal"
    }
    left = {
        str(value)
        for entry in shown.entries.values()
        for _, value in walk(entry.artifact)
        if isinstance(value, str)
    }
    assert {
        (name, text) for name in hidden for text in left if re.search(rf"\b{name}\b", text)
    } == set()
    referring = shown.connections.referring.values()
    assert {each.id for each in chain.from_iterable(referring)} <= set(shown.entries)
    assert redact_library(shown).entries == shown.entries
    for name, entry in shown.entries.items():
        type(entry.artifact).model_validate(entry.artifact.model_dump(by_alias=True, mode="json"))
        assert entry is whole.entries[name] or whole.find_mentions(whole.entries[name])


WORDED = [
    ("[[ana]] said so.", "An experience map said so."),
    ("Ask her. [[ana]] said so.", "Ask her. An experience map said so."),
    ("**[[ana]]**", "**An experience map**"),
    ("As [[ana]] says", "As an experience map says"),
    ("in our [[ana]] and the [[ana]]", "in our experience map and the experience map"),
    ("both [[ana]] and [[ana]]", "both an experience map and another experience map"),
    ("as [[ana|she said]] in May", "as she said in May"),
    ("[[ana#gate]] is where, and [[ana#gate|at the gate]]", "A node is where, and at the gate"),
    (
        "as [[ana|Ana rides]] has it, or [[ana|ana]]",
        "as an experience map has it, or another experience map",
    ),
    ("`[[ana]]`", "`An experience map`"),
    ("[[[ana]]] and [[bo]]", "[An experience map] and [[bo]]"),
    ("[see [[ana]]](https://a.example)", "[see an experience map](https://a.example)"),
    ("x [[[[ana|bo]]]]", "x  bo"),
    ("[[bo|Bo]] and [[nobody]]", "[[bo|Bo]] and [[nobody]]"),
]


@pytest.fixture(scope="module")
def ana(tmp_path_factory: pytest.TempPathFactory) -> Library:
    ride = {
        "kind": "experience-map",
        "title": "Ana rides",
        "summary": "S",
        "scope": "All",
        "drawn_by": "designer",
    }
    nodes = [{"id": "gate", "title": "Stands at the gate"}]
    return library_of(str(tmp_path_factory.mktemp("ana")), {"ana": {**ride, "nodes": nodes}})


@pytest.mark.parametrize(("text", "said"), WORDED)
def test_a_link_to_what_is_hidden_becomes_words_that_fit_the_sentence(
    text: str, said: str, ana: Library
) -> None:
    def lost(ref: str) -> Target | None:
        name, _, part = ref.partition("#")
        return Target(ana.entries[name], part) if name in ana.entries else None

    assert replace_lost_links(Text(text), lost) == said


WEEKS = {"cadence": "8 weeks", "start": "2026-03-02", "breaks": ["2026-03-18"]}
DATES = ["2026-03-02", "2026-03-20", "2026-05-01", "2026-05-09"]
RHYTHMS: dict[str, tuple[dict[str, Any], list[dict[str, Any]]]] = {
    "monthly": ({"start": "2026-01-01"}, [{}, {}, {"confirmed": False}, {}]),
    "weeks": (WEEKS, [{}, {}, {}, {"starts": "2026-04-07"}]),
    "dates": ({"cadence": "dates", "start": "2026-03-02"}, [{"starts": day} for day in DATES]),
}


@pytest.mark.parametrize("hidden", range(4))
@pytest.mark.parametrize("rhythm", RHYTHMS)
def test_a_club_without_a_reading_keeps_the_days_of_the_others(
    rhythm: str, hidden: int, tmp_path: Path
) -> None:
    said, readings = RHYTHMS[rhythm]
    head = {"title": "T", "summary": "S"}
    held: dict[str, dict[str, Any]] = {
        f"g{index}": {
            **head,
            "kind": "reading-guide",
            "chapters": 1,
            "visibility": "internal" if index == hidden else "public",
        }
        for index in range(4)
    }
    listed = [{"guide": f"g{index}", **each} for index, each in enumerate(readings)]
    book = {
        "kind": "book",
        **head,
        "by": "Ines",
        "parts": [{"chapters": [{"number": 1, "title": "One"}]}],
    }
    club = {
        "kind": "club",
        **head,
        "book": "b0",
        "zone": "Europe/Lisbon",
        **said,
        "readings": listed,
    }
    whole = library_of(str(tmp_path), {**held, "b0": book, "c0": club})
    (before,), (after,) = find_clubs(whole), find_clubs(redact_library(whole))
    kept = [part for part in before.parts if part.guide.id != f"g{hidden}"]
    assert [
        (part.guide.id, part.turn.starts, part.turn.reading.confirmed) for part in after.parts
    ] == [(part.guide.id, part.turn.starts, part.turn.reading.confirmed) for part in kept]
    assert not [part.turn.name for part in after.parts if "Week" in part.turn.name]
    if rhythm == "monthly":
        assert [part.turn.name for part in after.parts] == [part.turn.name for part in kept]


def test_a_club_without_any_reading_left_goes_too(tmp_path: Path) -> None:
    head = {"title": "T", "summary": "S"}
    guide = {**head, "kind": "reading-guide", "chapters": 1, "visibility": "internal"}
    book = {
        "kind": "book",
        **head,
        "by": "Ines",
        "parts": [{"chapters": [{"number": 1, "title": "One"}]}],
    }
    club = {
        "kind": "club",
        **head,
        "book": "b0",
        "zone": "Europe/Lisbon",
        "start": "2026-01-01",
        "readings": ["g0"],
    }
    whole = library_of(str(tmp_path), {"g0": guide, "b0": book, "c0": club})
    assert set(redact_library(whole).entries) == {"b0"}


def list_counts(library: Library) -> list[str]:
    """Return what the pictures say of how many stand behind each piece."""
    cards = {
        name: [card for drawing in entry.kind.draw(entry.artifact) for card in drawing.cards]
        for name, entry in library.entries.items()
        if name in {"ride", "need"}
    }
    return [cards["ride"][0].eyebrow, cards["ride"][1].eyebrow, cards["need"][1].note]


def test_a_picture_counts_only_the_interviews_that_everybody_may_see(tmp_path: Path) -> None:
    snapshot = {
        "kind": "interview-snapshot",
        "title": "Ana",
        "summary": "S",
        "who": "Ana",
        "date": "2026-03-18",
    }
    held: dict[str, dict[str, Any]] = {
        f"i{index}": {**snapshot, "visibility": seen}
        for index, seen in enumerate(["internal", "public", "internal"])
    }
    nodes = [
        {"id": "asks", "title": "Asks", "heard_in": ["i0", "i1", "i2"], "next": "rides"},
        {
            "id": "rides",
            "title": "Rides",
            "heard_in": ["i0", "i2"],
            "evidence": "Somebody at the gate",
        },
    ]
    head = {"title": "T", "summary": "S"}
    held["ride"] = {
        "kind": "experience-map",
        **head,
        "scope": "All",
        "drawn_by": "designer",
        "nodes": nodes,
    }
    held["need"] = {
        "kind": "opportunity-tree",
        **head,
        "outcome": {"title": "More", "type": "product"},
        "opportunities": [{"title": "Need", "heard_in": ["i0", "i2"]}],
    }
    whole = library_of(str(tmp_path), held)
    assert [each for each in whole.problems if each.code.startswith(("REF", "SHP"))] == []
    assert list_counts(whole) == ["Start · told 3×", "End · told 3×", "2 interviews"]  # noqa: RUF001 - a count of times
    public = redact_library(whole)
    assert list_counts(public) == ["Start · told 1×", "End · told 1×", "no interview here"]  # noqa: RUF001


def test_every_kind_may_be_internal() -> None:
    assert {kind.model.model_fields["visibility"].default for kind in KINDS} == {"public"}
