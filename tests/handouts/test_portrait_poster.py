"""A poster of an interview: whose story it is stands in its head."""

import pytest

from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import list_offered_handouts, list_posters
from playbook.handouts.portrait_poster import PortraitPoster
from playbook.handouts.printing import print_handouts
from playbook.handouts.rich_text import RichText
from playbook.handouts.typst import PAPERS
from playbook.project import load_project
from projects import Project

SNAPSHOT = """\
kind: interview-snapshot
title: An interview
summary: What happened.
date: 2026-03-18
who: {who}
story: [{{title: Asks a friend}}]
"""


@pytest.mark.parametrize(
    ("who", "initial"),
    [
        ("Ana", "A"),
        ("{name: سارة, role: تريد أن تتعلم}", "س"),
        ('{name: "#panic()", role: "\\\\ *x* $y$"}', "P"),
    ],
)
def test_the_person_stands_in_the_head_of_the_poster(
    who: str, initial: str, project: Project
) -> None:
    quotes = ("", 'quote: "By *then* I knew."\n', f"quote: {'I waited and waited. ' * 40}\n")
    project.write(
        {f"it-{n}.yml": SNAPSHOT.format(who=who) + quote for n, quote in enumerate(quotes)}
    )
    loaded, cache = load_project(project.root), PictureCache(None)
    entries = list(loaded.library.entries.values())
    made = []
    for entry in entries:
        rich_text = RichText("https://otter.example/", loaded.library.resolve, entry)
        made += list(list_posters(rich_text, loaded.settings, cache))
        assert not list(list_offered_handouts(entry, loaded.library, loaded.settings, cache))
    posters = [sheet for each in made for sheet in each.sheets]
    assert all(isinstance(each, PortraitPoster) for each in posters)
    persons = [each.person for each in posters if isinstance(each, PortraitPoster)]
    assert {each.initial for each in persons} == {initial}
    assert [run.text for run in persons[4].quote if run.text] == ["By ", "then", " I knew."]
    assert persons[0].quote == ()
    printed = list(print_handouts(made, cache, PAPERS[:1]))
    assert [each.fault for each in printed if each.fault] == []
