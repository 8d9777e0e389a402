"""A facilitator's sheet: when each part of a session begins."""

import pytest

from playbook.handouts.facilitator import make_facilitator_sheet
from playbook.handouts.rich_text import RichText
from playbook.project import load_project
from projects import Project

EXERCISES = """
exercises:
  - title: Draw alone
    purpose: A first map.
    time: {individual: 20}
    who: The trio
    steps: [{text: Draw, minutes: 20}]
  - title: Merge them
    purpose: One map.
    time: {team: 30-40}
    who: The trio
    steps: [{text: Compare, minutes: 10}, {text: Merge, minutes: 20}]
"""
GUIDE = "kind: reading-guide\ntitle: Draw it\nsummary: A guide.\nchapters: 4\n" + EXERCISES
PLAY = """kind: play
title: Draw it
summary: A play.
purpose: A map.
time: 50-60
steps: [{title: Draw, minutes: 20}, {title: Merge, minutes: 30-40}]
"""


@pytest.mark.parametrize(
    ("text", "time", "starts"),
    [
        (GUIDE, "2 sittings: 20 min + 30–40 min", ["0:00", "0:00"]),  # noqa: RUF001 - a range
        (PLAY, "50–60 min", ["0:00", "0:20"]),  # noqa: RUF001 - a range
    ],
)
def test_the_clock_of_a_sitting_starts_at_nought(
    project: Project, text: str, time: str, starts: list[str]
) -> None:
    project.write({"draw.yml": text})
    library = load_project(project.root).library
    entry = library.entries["draw"]
    rich_text = RichText("", library.resolve, entry)
    sheet = make_facilitator_sheet(entry.artifact.session, rich_text)
    assert sheet.head.facts[0][1][0].text == time
    assert [slot.from_ for slot in sheet.slots] == starts
