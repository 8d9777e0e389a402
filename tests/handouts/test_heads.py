"""The head of a table is repeated on each page, where a tagged PDF allows no link."""

from playbook.drawing.cache import PictureCache
from playbook.handouts.catalogue import Order, list_all_handouts
from playbook.handouts.printing import print_handouts
from playbook.handouts.typst import PAPERS
from playbook.project import load_project
from projects import Project

PLAY = """kind: play
title: Rate it
summary: What a reader gets from it.
purpose: A rating.
time: 20
steps: [{title: Look}]
scorecard:
  title: Is it real?
  levels: ["[Guessed](https://example.org/)", "*[Heard](https://example.org/)*"]
  criteria:
CRITERIA
  verdicts: [{at_least: 0, title: Not yet, text: Ask first}]
exercises:
  - title: Fill it in
    purpose: A table.
    time: {team: 20}
    who: The team
    steps: [Write]
    canvas: scorecard
    table: {columns: ["[Who](https://example.org/)", "[[rate]]"], rows: [ROWS]}
"""
MANY = 40
CRITERIA = "\n".join(
    f"    - {{title: Pain {n}, looks: [Some, More], first: Ask}}" for n in range(MANY)
)
ROWS = ", ".join([f"Row {'that is long ' * MANY}"] * 12)


def test_a_link_in_the_head_of_a_table_is_printed_as_its_words(project: Project) -> None:
    project.write({"rate.yml": PLAY.replace("CRITERIA", CRITERIA).replace("ROWS", ROWS)})
    loaded = load_project(project.root)
    sheets = list(
        print_handouts(
            list_all_handouts(loaded.library, loaded.settings, Order(), PictureCache(None)),
            PictureCache(None),
            PAPERS[:1],
        )
    )
    assert {each.handout.use for each in sheets} >= {"worksheet", "pack", "facilitator"}
    assert [each.fault for each in sheets if each.fault] == []
