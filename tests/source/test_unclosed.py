"""A quotation mark or a bracket that nobody closes is named where it was opened, wherever the next
one stands."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.source.composer import LOADER, Composer
from playbook.source.problem import Mark
from playbook.source.unclosed import find_unclosed
from projects import ROOT

OURS = sorted([*(ROOT / "content").rglob("*.yml"), *(ROOT / "tests" / "kinds").rglob("*.yml")])
SIGNS = {"[": "]", "{": "}", '"': '"', "'": "'"}


def closings(text: str) -> list[tuple[Mark, int]]:
    """Return where each text in quotes and each bracket is opened, and the index of the sign that
    closes it."""
    found: list[tuple[Mark, int]] = []
    opened: list[tuple[Mark, bool]] = []
    for event in yaml.parse(text, Loader=LOADER):
        mark = (
            Mark(event.start_mark.line + 1, event.start_mark.column + 1)
            if event.start_mark
            else Mark()
        )
        if isinstance(event, yaml.ScalarEvent) and event.style in {"'", '"'}:
            found.append((mark, event.end_mark.index - 1))
        elif isinstance(event, yaml.CollectionStartEvent):
            opened.append((mark, bool(event.flow_style)))
        elif isinstance(event, yaml.CollectionEndEvent):
            mark, in_brackets = opened.pop()
            found += [(mark, event.end_mark.index - 1)] if in_brackets else []
    return found


@cache
def list_cases() -> list[tuple[Path, int]]:
    """Return each file with the number of each sign in it."""
    return [
        (path, number)
        for path in OURS
        for number in range(len(closings(path.read_text(encoding="utf-8"))))
    ]


@settings(max_examples=100, deadline=None)
@given(case=st.deferred(lambda: st.sampled_from(list_cases())))
def test_a_sign_that_loses_its_other_half_is_named_where_it_was_opened(
    case: tuple[Path, int],
) -> None:
    path, number = case
    text = path.read_text(encoding="utf-8")
    mark, end = closings(text)[number]
    assert text[end] in SIGNS.values()
    composer = Composer()
    composer.compose(f"{text[:end]}{text[end + 1 :]}")
    assert composer.faults
    assert composer.faults[0].mark.line == mark.line, composer.faults


@pytest.mark.parametrize("path", OURS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_nothing_is_unclosed_where_all_is_well(path: Path) -> None:
    assert find_unclosed(path.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "form",
    [
        "a: {}x y\nb: it's\nc: 'z' and \"q\"\n",
        "a:\n  - {}x\n  - 'y'\n  - \"z\"\n",
        "{}a: b\nc: 'd'\n",
        "- a: b\n  c: {}d\n  e: f\n",
        "a: ['x', {}y, z]\nb: ['q']\n",
        "a: b\nc: {}d",
    ],
)
def test_an_open_sign_is_found_in_lists_keys_and_items(form: str, sign: str) -> None:
    text = form.replace("{}", sign)
    at = form.index("{}")
    found = find_unclosed(text)
    assert found
    assert found[0].line == text.count("\n", 0, at) + 1
