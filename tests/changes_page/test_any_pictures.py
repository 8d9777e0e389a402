"""Whatever two states say, a picture has each card of either, and the page is whole."""

import json
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, settings

from any_states import MOMENTS, TREES, Node, write_tree
from playbook.changes.change import Changes
from playbook.changes.comparison import compare_entries
from playbook.changes_page import arrangement
from playbook.changes_page.marking import mark_drawings
from playbook.changes_page.page import write_page
from states import parse_all

few = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
FIRST = {"here", "new"}
SECOND = {"was", "gone"}


def compare(before: str, after: str) -> None:
    """Draw both states, once whole and once folded."""
    old, new = parse_all({"x/one.yml": before}), parse_all({"x/one.yml": after})
    changes = Changes(artifacts=compare_entries(old, new))
    for change in changes.artifacts:
        first, second = (
            next(iter(entry.kind.draw_all(entry.artifact)))
            for entry in (*old.values(), *new.values())
        )
        marked = mark_drawings(first, second, change)
        ids = [card.id for card in marked.drawing.cards]
        assert len(ids) == len({*ids})
        has_faults, counts = False, list[tuple[int, int]]()
        for drawing, other in ((first, FIRST), (second, SECOND)):
            shown = [name for name in ids if name.partition(" ")[0] not in other]
            own = [card.id for card in drawing.cards]
            has_faults |= len(own) != len({*own})  # an id that two parts have can't be followed
            counts.append((len(shown), len(own)))
        assert has_faults or all(seen == own for seen, own in counts)
    assert write_page(changes, old, new) == write_page(changes, old, new)
    with patch.object(arrangement, "SMALL", 0):
        write_page(changes, old, new)


@few
@given(TREES, TREES)
def test_any_two_trees_can_be_seen_in_one_picture(before: list[Node], after: list[Node]) -> None:
    compare(write_tree(before), write_tree(after))


@few
@given(MOMENTS, MOMENTS)
def test_any_two_maps_can_be_seen_in_one_picture(before: list[Node], after: list[Node]) -> None:
    head = {"kind": "experience-map", "title": "A map", "summary": "One of any", "scope": "All"}
    one, other = (
        json.dumps({**head, "drawn_by": "designer", "nodes": nodes}, ensure_ascii=False)
        for nodes in (before, after)
    )
    compare(one, other)
