"""A text that is edited says what the same edit makes of its values, and keeps its other lines."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.source.edits import edit_text, read_raw

TEXT = """\
# at the top
title: "A: title"   # beside it

steps:
  # of the first
  - id: one
    next: [two, three,  four]
    text: >
      Folded and
      long

    mood: 1
  # of the second
  - {id: two, next: {to: one, because: "it, too"}}

  - id: three   # of the third
last: |
  kept
"""
WITHOUT = {
    "a list's item": ((("steps", 0),), [*range(6, 13)]),
    "the last item": ((("steps", 2),), [16]),
    "a block of lines": ((("steps", 0, "text"),), [8, 9, 10]),
    "all items": ((("steps", 0), ("steps", 1), ("steps", 2)), [*range(4, 17)]),
    "the last key": ((("last",),), [17, 18]),
    "what a short form stands for": ((("last", 0, "to"),), [17, 18]),
}
LINES = TEXT.splitlines(keepends=True)


@pytest.mark.parametrize(("dropped", "gone"), WITHOUT.values(), ids=WITHOUT)
def test_what_goes_takes_its_lines_and_no_other(dropped: Any, gone: list[int]) -> None:
    kept = [line for number, line in enumerate(LINES, 1) if number not in gone]
    assert edit_text(TEXT, {}, dropped) == "".join(kept)


@pytest.mark.parametrize(
    ("loc", "line"),
    [
        (("steps", 0, "next", 0), "    next: [three,  four]\n"),
        (("steps", 0, "next", 2), "    next: [two, three]\n"),
        (("steps", 1, "next"), "  - {id: two}\n"),
        (("steps", 1, "next", "to"), '  - {id: two, next: {because: "it, too"}}\n'),
    ],
)
def test_what_goes_from_brackets_takes_its_comma(loc: tuple[str | int, ...], line: str) -> None:
    edited = edit_text(TEXT, {}, [loc]).splitlines(keepends=True)
    [changed] = [new for old, new in zip(LINES, edited, strict=True) if old != new]
    assert changed == line


def test_the_first_key_of_an_item_leaves_its_dash() -> None:
    assert edit_text("- a: 1\n  b: 2\n- c\n", {}, [(0, "a")]) == "- b: 2\n- c\n"


def test_a_scalar_is_replaced_as_it_is_typed() -> None:
    assert read_raw(TEXT, ("title",)) == '"A: title"'
    edited = edit_text(TEXT, {("title",): "Other", ("steps", 0, "text"): "short"}, [])
    assert "title: Other   # beside it\n" in edited
    assert "    text: short\n\n    mood: 1\n" in edited


leaves = st.sampled_from(["a", "b: c", "- d", "# e", "f #g", "'", '"', "long " * 30, "é\n\nx"])
trees = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from("klmn"), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def list_places(value: Any, loc: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, str):
        return []
    return [
        place
        for name, child in inner
        for place in [(*loc, name), *list_places(child, (*loc, name))]
    ]


def drop(value: Any, places: set[tuple[str | int, ...]], loc: tuple[str | int, ...] = ()) -> Any:
    """Return a value without places, and without what that leaves empty; None for nothing."""
    if loc in places:
        return None
    if isinstance(value, str):
        return value
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    left = {name: drop(child, places, (*loc, name)) for name, child in inner}
    kept = {name: child for name, child in left.items() if child is not None}
    if not kept:
        return None
    return kept if isinstance(value, dict) else list(kept.values())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_an_edit_of_the_text_is_the_edit_of_its_values(data: st.DataObject) -> None:
    value = {"first": "1", **data.draw(st.dictionaries(st.sampled_from("opq"), trees))}
    flow = data.draw(st.sampled_from([True, False, None]))
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, sort_keys=False)
    places = [place for place in list_places(value) if place != ("first",)]
    chosen = data.draw(st.lists(st.sampled_from(places), max_size=3)) if places else []
    assert yaml.safe_load(edit_text(text, {}, chosen)) == drop(value, set(chosen))
