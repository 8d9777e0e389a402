"""Pieces and artifacts that were made from several, and those that several were made from."""

from states import compare_files, list_lines

HEAD = """\
kind: opportunity-tree
title: A tree
summary: A tree to compare
outcome: {title: More of it, type: product}
opportunities:
"""
TWO = """\
  - id: hours
    title: We find no hour together
    evidence: [Interview 1 with Ada, Interview 2 with Bo]
    opportunities:
      - {id: shifts, title: My shifts change each week}
  - id: answers
    title: Teachers never answer my mails
    evidence: [Interview 3 with Cy]
    opportunities:
      - {id: spam, title: My mail ends up between advertising}
"""
REST = "  - {id: price, title: I can't see what a lesson costs}\n"
ONE = """\
  - id: booking
    title: Booking takes me days
    evidence: [Interview 1 with Ada, Interview 2 with Bo, Interview 3 with Cy]
    opportunities:
      - {id: shifts, title: My shifts change each week}
      - {id: spam, title: My mail ends up between advertising}
"""


def list_changes(before: str, after: str) -> list[str]:
    return list_lines(compare_files({"t/tree.yml": HEAD + before}, {"t/tree.yml": HEAD + after}))


def test_two_become_a_new_one() -> None:
    assert list_changes(TWO + REST, ONE + REST) == [
        "tree",
        "  hours removed",
        "  booking added merged hours answers",
        "  shifts moved",
        "  answers removed",
        "  spam moved",
    ]


def test_one_becomes_two() -> None:
    assert list_changes(ONE + REST, TWO + REST) == [
        "tree",
        "  booking removed split hours answers",
        "  hours added",
        "  shifts moved",
        "  answers added",
        "  spam moved",
    ]


def test_one_takes_over_another() -> None:
    after = (
        "  - {id: hours, title: 'We find no hour together, and teachers never answer mails', "
        "evidence: [Interview 1 with Ada, Interview 2 with Bo, Interview 3 with Cy]}\n"
    )
    assert list_changes(TWO, after)[1] == "  hours changed merged hours answers"
    assert "  hours changed split hours answers" in list_changes(after, TWO)


def test_children_that_move_up_or_into_a_new_group_are_no_merge() -> None:
    children = (
        "  - {id: shifts, title: My shifts change each week}\n"
        "  - {id: spam, title: My mail ends up between advertising}\n"
    )
    lines = list_changes(TWO, children) + list_changes(children, ONE) + list_changes(TWO, REST)
    assert [line for line in lines if "merged" in line or "split" in line] == []


def test_one_gone_and_one_new_are_no_merge() -> None:
    lines = list_changes(
        TWO + REST,
        TWO.partition("  - id: answers")[0]
        + REST.replace("price, title: I can't see what a lesson costs", "new, title: Nothing fits"),
    )
    assert [line for line in lines if "merged" in line or "split" in line] == []


def test_a_tree_takes_over_another_and_a_new_one_gets_a_branch() -> None:
    other = HEAD.replace("A tree\n", "Another\n") + "  - {id: gear, title: I own no instrument}\n"
    apart = {"t/tree.yml": HEAD + TWO, "t/other.yml": other}
    together = {"t/other.yml": other + TWO}
    lines = list_lines(compare_files(apart, together))
    assert "other merged other tree" in lines
    lines = list_lines(compare_files(together, apart))
    assert "other split other tree" in lines


def test_a_map_says_itself_what_it_was_made_from() -> None:
    one = """\
kind: experience-map
title: A map
summary: One moment
scope: All of it
drawn_by: designer
nodes:
  - {id: start, title: It starts, evidence: Interview 1}
"""
    shared = one.replace("drawn_by: designer", "merges: [ada, bo]").replace(
        "It starts", "Begin, from:  ada#start"
    )
    maps = {"m/ada.yml": one, "m/bo.yml": one}
    lines = list_lines(compare_files(maps, {**maps, "m/shared.yml": shared}))
    assert lines[0] == "shared added merged ada bo"
