"""A picture with both states says of each part what became of it, and folds what stayed."""

from pathlib import Path

import pytest

from playbook.changes.change import ArtifactChange
from playbook.changes_page.arrangement import arrange, fold_drawing
from playbook.changes_page.marking import MarkedDrawing, mark_drawings
from playbook.drawing.layout import lay_out
from states import CASES, compare_files, parse_all, read_changes

BY_NAME = {case.name: case for case in CASES}


def mark(case: Path, number: int = 0) -> tuple[MarkedDrawing, ArtifactChange]:
    changes, before, after = read_changes(case)
    change = [one for one in changes.artifacts if one.before and one.after][number]
    assert change.before
    assert change.after
    old, new = (
        next(iter(entry.kind.draw_all(entry.artifact)))
        for entry in (before[change.before.name], after[change.after.name])
    )
    return mark_drawings(old, new, change), change


def list_marks(marked: MarkedDrawing) -> dict[str, str]:
    return {key: mark for key, mark in marked.marks.items() if mark}


@pytest.mark.parametrize(
    ("case", "marks"),
    [
        ("target-moved", {"changed _outcome": "changed", "changed compare-prices": "changed"}),
        ("opportunity-renamed", {"was compare-prices": "was", "here compare-prices": "here"}),
    ],
)
def test_each_part_says_what_became_of_it(case: str, marks: dict[str, str]) -> None:
    marked, _ = mark(BY_NAME[case])
    assert list_marks(marked) == marks


def test_what_is_both_new_and_gone_is_in_one_picture() -> None:
    marked, _ = mark(BY_NAME["large-branch"])
    words = {card.id: card.eyebrow.partition(" ·")[0] for card in marked.drawing.cards}
    assert {words[key] for key in marked.marks} == {"New", "Gone", "Moved"}
    places = lay_out(arrange(marked)).places
    assert places.keys() == words.keys()


def write_tree(*titles: str, extra: str = "") -> str:
    branches = "".join(
        f"  - id: top-{top}\n    title: Branch {top}\n    opportunities:\n"
        + "".join(f"      - {{id: {top}-{name}, title: {top} {name}}}\n" for name in titles)
        for top in "abc"
    )
    return (
        "kind: opportunity-tree\ntitle: Many\nsummary: A tree.\ndate: 2026-03-01\n"
        "outcome: {type: product, title: More, metric: Lessons, from: '1', to: '2',"
        " by: 2026-06-01}\n"
        f"opportunities:\n{branches}{extra}"
    )


def test_a_large_tree_opens_on_what_changed_and_counts_the_rest() -> None:
    names = [f"n{number}" for number in range(8)]
    files = {"trees/many.yml": write_tree(*names)}
    changed = {"trees/many.yml": write_tree(*names).replace("title: b n4", "title: Another")}
    change = compare_files(files, changed)[0]
    (old,), (new,) = (parse_all(state).values() for state in (files, changed))
    drawings = (next(iter(entry.kind.draw_all(entry.artifact))) for entry in (old, new))
    folded = fold_drawing(mark_drawings(*drawings, change))
    shown = {card.id: card.title for card in folded.drawing.cards}
    assert shown == {
        "_outcome": "More",
        "top-b": "Branch b",
        "b-n3": "b n3",
        "changed b-n4": "Another",
        "b-n5": "b n5",
        "more _outcome": "18 more",
        "more top-b": "5 more",
    }


def test_a_link_of_a_map_says_whether_it_came_or_went() -> None:
    marked, _ = mark(BY_NAME["map-merged"])
    words = {link.words.partition(":")[0] for link in marked.drawing.links}
    assert {"New", "Gone"} <= words


def test_what_a_card_counts_below_itself_is_no_change_of_its_own() -> None:
    case = BY_NAME["large-branch"]
    changes, before, after = read_changes(case)
    names = {name for state in (before, after) for entry in state.values() for name in entry.parts}
    changed = {
        side.name for one in changes.artifacts for piece in one.pieces if (side := piece.after)
    }
    old, new = (
        next(iter(entry.kind.draw_all(entry.artifact)))
        for state in (before, after)
        for entry in state.values()
    )
    marked = mark_drawings(old, new, changes.artifacts[0], names)
    assert {key.partition(" ")[2] for key in marked.marks if not key.startswith("gone")} == changed
