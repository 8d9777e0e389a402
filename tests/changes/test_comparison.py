"""What changed between two states, by identity and meaning."""

import json
from dataclasses import asdict

import pytest

from large import large_tree
from playbook.changes.comparison import compare_entries
from playbook.kinds import KINDS
from states import compare_files, list_lines, parse_all

EXAMPLES = {kind.name: kind.file("example.yml").read_text(encoding="utf-8") for kind in KINDS}
TREE = EXAMPLES["opportunity-tree"]

SMALL = """\
kind: opportunity-tree
title: A tree
summary: A tree to compare
outcome: {title: More of it, type: product, metric: Share, to: "50%"}
opportunities:
  - id: one
    title: I can't find anyone near me
    opportunities:
      - {id: kind-people, title: I can't tell who is patient}
      - {id: prices, title: I can't see what a lesson costs in all}
    solutions:
      - {id: a-list, title: A list of teachers by street}
  - id: two
    title: We find no hour together
    because: "[[one|First]], [[a-map]]."
    heard_in: [ada, bo]
"""


def list_changes(before: str, after: str) -> list[str]:
    return list_lines(compare_files({"trees/tree.yml": before}, {"trees/tree.yml": after}))


def test_comments_quotes_and_order_of_keys_mean_nothing() -> None:
    written_otherwise = SMALL.replace(
        "  - id: one\n    title: I can't find anyone near me\n",
        '  # hello\n  - title: "I can\'t find anyone near me"\n    id: one\n    status: open\n',
    ).replace("{title: More of it, type: product", "{type: product, title: 'More of it'")
    assert written_otherwise != SMALL
    assert list_changes(SMALL, written_otherwise) == []


def test_the_short_form_is_the_long_one() -> None:
    assert (
        list_changes(SMALL.replace("[ada, bo]", "ada"), SMALL.replace("[ada, bo]", "[ada]")) == []
    )


def test_every_example_equals_itself_and_can_come_and_go() -> None:
    files = {f"{name}/{name}-x.yml": text for name, text in EXAMPLES.items()}
    assert compare_files(files, files) == []
    added = compare_files({}, files)
    assert {change.sorts for change in added} == {("added",)}
    assert json.dumps([asdict(change)["fields"] for change in added])
    assert json.dumps(
        [piece.after.value for change in added for piece in change.pieces if piece.after]
    )
    assert {change.sorts for change in compare_files(files, {})} == {("removed",)}


def test_a_field_changes() -> None:
    after = SMALL.replace('"50%"', '"60%"').replace("[ada, bo]", "[ada, bo, cy]")
    assert list_changes(SMALL, after) == [
        "tree changed",
        "  outcome.to: 50% -> 60%",
        "  two changed",
        "    heard_in: ['ada', 'bo'] -> ['ada', 'bo', 'cy']",
        "  + two heard_in cy",
    ]


def test_a_renamed_piece_takes_its_references_along() -> None:
    after = SMALL.replace("id: one", "id: near-me").replace("[[one|", "[[near-me|")
    assert list_changes(SMALL, after) == ["tree", "  one -> near-me renamed"]


def test_a_reference_that_stays_behind_is_no_change_of_what_is_said() -> None:
    after = SMALL.replace("id: one", "id: near-me")
    assert list_changes(SMALL, after) == ["tree", "  one -> near-me renamed"]


def test_a_reference_whose_id_another_piece_has_now_is_a_change() -> None:
    after = SMALL.replace("id: one", "id: near-me").replace("id: a-list", "id: one")
    assert list_changes(SMALL, after) == [
        "tree",
        "  one -> near-me renamed",
        "  a-list -> one renamed",
        "  two changed",
        "    because: [[near-me|First]], [[a-map]]. -> [[one|First]], [[a-map]].",
    ]


def test_an_untouched_file_changes_when_its_references_lead_to_something_else() -> None:
    other = SMALL.replace("A tree\n", "Another\n").replace("[[one|", "[[tree#one|")
    after = SMALL.replace("id: one", "id: near-me").replace("id: a-list", "id: one")
    changes = compare_files(
        {"t/other.yml": other, "t/tree.yml": SMALL}, {"t/other.yml": other, "t/tree.yml": after}
    )
    assert list_lines(changes)[:3] == [
        "other",
        "  two changed",
        "    because: [[tree#near-me|First]], [[a-map]]. -> [[tree#one|First]], [[a-map]].",
    ]


def test_an_id_given_to_another_piece_is_no_merge() -> None:
    after = SMALL.replace("id: one", "id: near-me").replace("id: prices", "id: one")
    assert not [line for line in list_changes(SMALL, after) if "merged" in line]


def test_a_reworded_title_gives_another_id() -> None:
    before = SMALL.replace("id: kind-people, ", "")
    assert list_changes(before, before.replace("tell who is", "tell which teacher is")) == [
        "tree",
        "  i-cant-tell-who-is-patient -> i-cant-tell-which-teacher-is-patient renamed changed",
        "    title: I can't tell who is patient -> I can't tell which teacher is patient",
    ]


def test_another_need_at_the_same_place_is_another_one() -> None:
    after = SMALL.replace(
        "id: prices, title: I can't see what a lesson costs in all", "title: I forget"
    )
    assert list_changes(SMALL, after) == ["tree", "  prices removed", "  i-forget added"]


def test_a_piece_moves() -> None:
    line = "      - {id: prices, title: I can't see what a lesson costs in all}\n"
    after = SMALL.replace(line, "") + f"    opportunities:\n{line}"
    assert list_changes(SMALL, after) == ["tree", "  prices moved"]


def test_only_what_stands_elsewhere_is_reordered() -> None:
    line = "      - {id: prices, title: I can't see what a lesson costs in all}\n"
    more = "".join(f"      - {{id: n{number}, title: Number {number}}}\n" for number in range(5))
    before = SMALL.replace(line, more + line)
    after = SMALL.replace(line, line + more.replace("n3", "n9").replace("Number 3", "New"))
    assert list_changes(before, after) == [
        "tree",
        "  prices reordered",
        "  n3 removed",
        "  n9 added",
    ]


def test_a_renamed_file_takes_the_references_of_others_along() -> None:
    other = SMALL.replace("[[a-map]]", "[[tree#prices]] and [[tree]]")
    after = {"trees/new.yml": SMALL, "trees/other.yml": other.replace("[tree", "[new")}
    changes = compare_files({"trees/tree.yml": SMALL, "trees/other.yml": other}, after)
    assert list_lines(changes) == ["tree -> new renamed"]


def test_what_was_cut_of_one_state_alone_is_a_change() -> None:
    entries = parse_all({"t/tree.yml": TREE})
    cut = entries["tree"].artifact.model_copy(update={"decisions": ()})
    (tree,) = compare_entries(entries, {"tree": entries["tree"].with_artifact(cut)})
    assert [field.key for field in tree.fields] == ["decisions"]


def test_a_file_in_another_folder_moved() -> None:
    changes = compare_files({"trees/tree.yml": SMALL}, {"trees/old/tree.yml": SMALL})
    assert list_lines(changes) == ["tree moved"]


def test_another_kind_under_the_same_id_is_another_artifact() -> None:
    changes = compare_files({"x/one.yml": SMALL}, {"x/one.yml": EXAMPLES["glossary"]})
    assert sorted(change.sorts for change in changes) == [("added",), ("removed",)]


def test_swapped_trees_are_compared_with_those_of_their_ids() -> None:
    files = {"trees/one.yml": SMALL, "trees/two.yml": TREE}
    changes = compare_files(files, {"trees/one.yml": TREE, "trees/two.yml": SMALL})
    assert [change.sorts for change in changes] == [("changed",), ("changed",)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("電話で予約できない", "電話では予約ができない"),
        ("لا أعرف سعر الدرس", "لا أعرف ما هو سعر الدرس"),
        ("😀🎉", "😀🎉🎈"),
        ("I can't see who is patient", "I can't tell who is patient"),
    ],
)
def test_a_reworded_title_in_any_script_is_recognized(before: str, after: str) -> None:
    files = [SMALL + f"  - {{title: {title}}}\n" for title in (before, after)]
    lines = list_changes(*files)
    assert [line.split()[-2:] for line in lines[1:2]] == [["renamed", "changed"]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("電話で予約できない", "先生が見つからない"),
        ("I can't see who is patient", "I can't see what it costs"),
        ("😀", "😢"),
    ],
)
def test_another_title_is_another_piece(before: str, after: str) -> None:
    files = [SMALL + f"  - {{title: {title}}}\n" for title in (before, after)]
    sorts = [line.split()[-1] for line in list_changes(*files)[1:]]
    assert sorts == ["removed", "added"]


def test_a_title_written_anew_is_recognized_by_what_stands_below_it() -> None:
    because = "Two of five stopped right there, no shop helps them, and our volunteers know why"
    files = [
        SMALL + f"  - {{title: {title}, because: '{because}'}}\n"
        for title in ("I give up", "Nobody is there on Sundays")
    ]
    assert list_changes(*files)[1] == "  i-give-up -> nobody-is-there-on-sundays renamed changed"


def test_three_hundred_pieces_with_new_ids_are_recognized() -> None:
    names = ("opportunity-", "solution-", "assumption-", "test-")
    after = before = large_tree()
    for name in names:
        after = after.replace(f'"{name}', f'"new-{name}')
    after = after.replace("new-opportunity-tree", "opportunity-tree")
    (tree,) = compare_files({"trees/tree.yml": before}, {"trees/tree.yml": after})
    assert {piece.sorts for piece in tree.pieces} == {("renamed",)}
    assert len(tree.pieces) > 700
