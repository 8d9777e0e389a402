"""For any two states, the changes applied to the first give the second, and say no more."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from any_states import MOMENTS, NAMES, NODES, TITLES, TREES, Node, write_tree
from playbook.changes.change import PieceChange
from states import compare_files

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def walk(nodes: list[Node]) -> Iterator[tuple[list[Node], Node]]:
    """Yield each node with the list that it stands in."""
    for node in nodes:
        yield nodes, node
        yield from walk(node.get("opportunities", []))


def number_all(nodes: list[Node]) -> list[Node]:
    """Give each node its own id and a title that no other has, and no references."""
    for number, (_, node) in enumerate(walk(nodes)):
        own = [f"{word}{number}" for word in ("alpha", "beta", "gamma", "delta")]
        node |= {"id": f"n{number}", "title": " ".join([*own, node["title"].strip("[]")])}
        node.pop("because", None)
        node.pop("heard_in", None)
        node.pop("factors", None)
    return nodes


def edit(nodes: list[Node], data: st.DataObject) -> None:
    """Change a tree in one of many ways."""
    places = list(walk(nodes))
    around, node = data.draw(st.sampled_from(places))
    edits: dict[str, Callable[[], Any]] = {
        "rename": lambda: node.update(id=data.draw(NAMES)),
        "reword": lambda: node.update(title=data.draw(TITLES)),
        "reorder": around.reverse,
        "add": lambda: around.insert(0, data.draw(NODES)),
        "remove": lambda: around.remove(node) if len(around) > 1 else None,
        "move": lambda: move(nodes, around, node, data),
        "swap": lambda: node.update(id="n1", because="[[n2]]"),
    }
    edits[data.draw(st.sampled_from(sorted(edits)))]()


def move(nodes: list[Node], around: list[Node], node: Node, data: st.DataObject) -> bool:
    """Hang a node somewhere else, unless there is no other place; return whether it was."""
    below = [id(each) for _, each in walk([node])]
    parents = [
        each
        for _, each in walk(nodes)
        if id(each) not in below and each.get("opportunities") is not around
    ]
    if not parents or len(around) == 1:
        return False
    around[:] = [each for each in around if each is not node]
    parent = data.draw(st.sampled_from(parents))
    children = parent.setdefault("opportunities", [])
    children.insert(data.draw(st.integers(0, len(children))), node)
    return True


def compare_trees(before: list[Node], after: list[Node]) -> list[PieceChange]:
    """Return what changed in a tree; all else is the same."""
    files = {"t/tree.yml": write_tree(before)}, {"t/tree.yml": write_tree(after)}
    changes = compare_files(*files)
    assert all(not change.sorts and not change.fields for change in changes)
    return [piece for change in changes for piece in change.pieces]


@few
@given(TREES, TREES)
def test_changes_between_any_two_trees_lead_from_one_to_the_other(
    before: list[Node], after: list[Node]
) -> None:
    compare_files({"t/tree.yml": write_tree(before)}, {"t/tree.yml": write_tree(after)})


@few
@given(MOMENTS, MOMENTS)
def test_changes_between_any_two_maps_lead_from_one_to_the_other(
    before: list[Node], after: list[Node]
) -> None:
    head = {"kind": "experience-map", "title": "A map", "summary": "One of any", "scope": "All"}
    texts = [
        json.dumps({**head, "drawn_by": "designer", "nodes": nodes}, ensure_ascii=False)
        for nodes in (before, after)
    ]
    compare_files({"m/map.yml": texts[0]}, {"m/map.yml": texts[1]})


@few
@given(TREES, TREES, st.data())
def test_changes_of_an_edited_state_lead_to_it(
    one: list[Node], other: list[Node], data: st.DataObject
) -> None:
    before, after = (one, other), deepcopy((one, other))
    for _ in range(data.draw(st.integers(1, 4))):
        edit(data.draw(st.sampled_from(after)), data)
    names = data.draw(st.sampled_from([("tree", "other"), ("tree", "new"), ("other", "tree")]))
    compare_files(
        {"t/tree.yml": write_tree(before[0]), "t/other.yml": write_tree(before[1])},
        {f"t/{name}.yml": write_tree(nodes) for name, nodes in zip(names, after, strict=True)},
    )


@few
@given(TREES, st.data())
def test_a_new_id_alone_says_renamed(nodes: list[Node], data: st.DataObject) -> None:
    before = number_all(nodes)
    before[0]["because"] = "See [[n0]] and [[tree#n0|this]]"
    after = deepcopy(before)
    _, node = data.draw(st.sampled_from(list(walk(after))))
    after[0]["because"] = after[0]["because"].replace("n0", "n0" if node is not after[0] else "new")
    node["id"] = "new"
    (change,) = compare_trees(before, after)
    assert change.sorts == ("renamed",)


@few
@given(TREES)
def test_new_ids_for_all_say_renamed(nodes: list[Node]) -> None:
    before = number_all(nodes)
    after = deepcopy(before)
    for _, node in walk(after):
        node["id"] = f"new-{node['id']}"
    changes = compare_trees(before, after)
    assert [change.sorts for change in changes] == [("renamed",)] * len(list(walk(before)))


@few
@given(TREES, st.data())
def test_another_parent_alone_says_moved(nodes: list[Node], data: st.DataObject) -> None:
    before = number_all(nodes)
    after = deepcopy(before)
    around, node = data.draw(st.sampled_from(list(walk(after))))
    is_moved = move(after, around, node, data)
    changes = [
        (change.after and change.after.name, change.sorts)
        for change in compare_trees(before, after)
    ]
    assert changes == ([(node["id"], ("moved",))] if is_moved else [])


@few
@given(TREES, st.data())
def test_another_order_alone_says_reordered(nodes: list[Node], data: st.DataObject) -> None:
    before = number_all(nodes)
    after = deepcopy(before)
    around, _ = data.draw(st.sampled_from(list(walk(after))))
    place, to = (data.draw(st.integers(0, len(around) - 1)) for _ in range(2))
    around.insert(to, around.pop(place))
    changes = compare_trees(before, after)
    assert [change.sorts for change in changes] == [("reordered",)] * (place != to)
