from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.kinds.session_pages import format_span, list_agenda_items, list_screens
from playbook.library.library import Library
from playbook.library.subpage import make_subpages
from playbook.parts.question import Questions
from playbook.parts.run_of_show import AgendaSlot
from playbook.parts.session_plan import SessionPlan
from playbook.text.inline import Text
from playbook.text.slug import is_slug
from walked import library_of

PLAY = """\
kind: play
title: Look at the wall
summary: Everybody looks.
purpose: To see it.
time: 30-45
steps:
  - {title: Look, minutes: 5}
  - {title: Look, minutes: 10-15}
  - {title: Say so}
  - {title: Close, minutes: 10}
exercises:
  - id: look
    title: Look alone
    purpose: To see it alone.
    time: {individual: 10, team: 5}
    who: Everybody
    people: 2-4
    steps:
      - {lead: Alone, minutes: 10, text: Look.}
      - {minutes: 5, text: Tell.}
  - title: Point
    purpose: To point.
    time: {team: 1}
    who: Everybody
    steps: [Look., Point.]
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "wall.yml").write_text(PLAY)
    return library_of(tmp_path)


def test_a_plays_steps_come_first_and_its_exercises_are_extra(library: Library) -> None:
    made = list_agenda_items(library.entries["wall"].artifact.session)
    assert [(each.name, each.start, each.words, each.is_extra) for each in made] == [
        ("look-2", "0:00", "5 min", False),
        ("look-3", "0:05", "10–15 min", False),  # noqa: RUF001 - a range takes an en dash
        ("say-so", "0:20", "", False),
        ("close", "0:20", "10 min", False),
        ("look", "", "15 min", True),
        ("point", "", "1 min", True),
    ]


def test_an_exercise_is_shown_step_by_step_when_its_steps_have_their_minutes(
    library: Library,
) -> None:
    alone, point = [
        each.screens for each in list_agenda_items(library.entries["wall"].artifact.session)
    ][-2:]
    assert [
        (each.title, each.exercise, each.place, each.words, each.purpose) for each in alone
    ] == [
        ("Alone", "Look alone", "1 of 2", "10 min", "To see it alone."),
        ("Look alone", None, "2 of 2", "5 min", None),
    ]
    assert [(each.title, each.words, len(each.steps)) for each in point] == [("Point", "1 min", 2)]


def test_what_has_nothing_to_run_has_no_pages(library: Library) -> None:
    entry = library.entries["wall"]
    assert [each.path for each in make_subpages(entry, library)] == [
        "plays/wall/plan.md",
        "plays/wall/present.md",
    ]
    entry.artifact = entry.artifact.model_copy(update={"steps": (), "exercises": ()})
    assert list(make_subpages(entry, library)) == []


@given(st.lists(st.text(min_size=1), min_size=1, max_size=8))
def test_each_turn_has_a_name_of_its_own_whatever_it_is_called(titles: list[str]) -> None:
    made = list_agenda_items(
        SessionPlan(
            agenda=tuple(AgendaSlot(Text(each)) for each in titles),
            exercises=(),
            questions=Questions(),
        )
    )
    assert len({each.name for each in made}) == len(titles)
    assert all(is_slug(each.name) for each in made)


def test_a_slot_without_steps_is_one_screen() -> None:
    (screen,) = list_screens(AgendaSlot(Text("Look"), text=Text("Up."), ask=Text("What is there?")))
    assert (screen.title, screen.text, screen.ask, screen.words) == (
        "Look",
        "Up.",
        "What is there?",
        format_span(0, 0),
    )
