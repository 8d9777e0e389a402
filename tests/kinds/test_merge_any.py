"""Whatever maps there are.

The union has each node, the draft loses none, and every text in it stays text.
"""

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostile import texts
from playbook.kinds import KINDS
from playbook.kinds.experience_map.merging.comparison import compare_maps
from playbook.kinds.experience_map.merging.draft import MapDraft
from playbook.kinds.experience_map.merging.matching import group_nodes
from playbook.kinds.experience_map.merging.union import Union, unite_maps
from playbook.kinds.experience_map.merging.view import make_views
from playbook.kinds.experience_map.merging.yaml_text import move_references
from playbook.library.library import Library

NAMES = ["asks", "looks", "waits", "taken", "one", "two"]
TITLES = [
    "Asks",
    "Asks a friend",
    "Asks a friend and waits",
    "Asks friends",
    "Waits",
    "Waits long",
    "Looks and waits",
]
said = st.sampled_from(TITLES) | texts
moods = st.none() | st.integers(-2, 2)
ways = st.sampled_from(["step", "loop", "error", "abandon"])


@st.composite
def maps(draw: st.DrawFn) -> dict[str, Any]:
    ids = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    links = st.lists(
        st.fixed_dictionaries({"to": st.sampled_from(ids), "as": ways}, optional={"because": said}),
        max_size=3,
    )
    given = {"title": said}
    others = {
        "doing": said,
        "feeling": said,
        "mood": st.integers(-2, 2),
        "evidence": said,
        "next": links.filter(bool),
    }
    nodes = [{"id": each, **draw(st.fixed_dictionaries(given, optional=others))} for each in ids]
    head = st.fixed_dictionaries(
        {
            "title": said,
            "summary": said,
            "scope": said,
            "drawn_by": st.fixed_dictionaries({"role": said}),
        }
    )
    questions = st.lists(
        st.fixed_dictionaries({"ask": said}, optional={"listen_for": said}), min_size=1, max_size=2
    )
    asked = draw(st.fixed_dictionaries({}, optional={"questions": questions}))
    return {"kind": "experience-map", **draw(head), "nodes": nodes, **asked}


trios = st.lists(maps(), min_size=2, max_size=4)
tried = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def read(folder: Path, given: list[dict[str, Any]], draft: str = "") -> Library:
    for old in folder.glob("*.yml"):
        old.unlink()
    for number, each in enumerate(given, 1):
        (folder / f"map-{number}.yml").write_text(
            json.dumps(each, ensure_ascii=False), encoding="utf-8"
        )
    if draft:
        (folder / "shared.yml").write_text(draft, encoding="utf-8")
    return Library(folder, KINDS)


def united(library: Library) -> Union:
    return unite_maps(make_views((name, library(name)) for name in sorted(library.entries)))


def refs(union: Union) -> list[list[str]]:
    return [[seen.ref for seen in match.seen] for match in union.matches]


def check_union(drawn: Union) -> None:
    """Each node is in the union once, and in a second moment only where it is split."""
    every = sorted(seen.ref for view in drawn.views for seen in view.seen)
    groups = group_nodes([view.seen for view in drawn.views])
    assert sorted(seen.ref for group in groups for seen in group.whole) == every
    assert sorted(map(sorted, refs(drawn))) == sorted(
        sorted(seen.ref for seen in (*group.whole, *group.split)) for group in groups
    )
    for group in groups:
        whose = [seen.view.id for seen in (*group.whole, *group.split)]
        assert len(whose) == len(set(whose))
    keys = [match.key for match in drawn.matches]
    assert len(keys) == len(set(keys))


def check_draft(drawn: Union, library: Library) -> None:
    """The draft loses nothing, and keeps every text."""
    of_the_maps = {each.code for each in library.problems if each.path.stem != "shared"}
    assert [
        str(each)
        for each in library.problems
        if each.path.stem == "shared"
        and each.code.startswith(("SRC", "SHP", "WV"))
        and each.code not in of_the_maps
    ] == []
    shared = library("shared")
    found = compare_maps(shared, library)
    assert found.lost == found.proposals == found.left_out == found.added == ()
    assert refs(found.union) == refs(drawn)
    for node, match in zip(shared.nodes, drawn.matches, strict=True):
        own = [*drawn.find_own_nodes(match)]
        assert str(node.title) == move_references(own[0].node.title, own[0].view)
        assert set(node.evidence) == {
            move_references(each, seen.view) for seen in own for each in seen.node.evidence
        }


@tried
@given(given=trios)
def test_the_union_has_each_node_and_the_draft_of_any_maps_their_texts_and_links(
    given: list[dict[str, Any]], tmp_path: Path
) -> None:
    drawn = united(read(tmp_path, given))
    check_union(drawn)
    draft = MapDraft(drawn, "Shared", {"shared", "taken", *(view.id for view in drawn.views)})
    library = read(tmp_path, given, draft.text())
    check_draft(drawn, library)
    made = {
        (node.id, str(link.to), link.as_) for node in library("shared").nodes for link in node.next
    }
    assert made == {(draft.ids[tail], draft.ids[head], sort) for tail, head, sort in drawn.ways}
