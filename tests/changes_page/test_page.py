"""A page of what changed says all of it, and what strangers wrote into it does nothing there."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings

from hostile import texts
from hostile_changes import make_changes
from playbook.changes.change import Changes
from playbook.changes.comparison import compare_entries
from playbook.changes_page.page import write_page
from playbook.changes_page.sections import list_pieces, make_sections
from playbook.library.loader import parse_entry
from playbook.report.change_names import make_states
from playbook.system.terminal import UNSAFE
from projects import ROOT
from states import BY_NAME, CASES, CONTENT, read_changes

if TYPE_CHECKING:
    from playbook.library.entry import Entry

VOID = {"meta", "input"}
HTML = {
    *("html", "head", "meta", "title", "style", "body", "a", "header", "main", "section", "nav"),
    *("h1", "h2", "h3", "p", "ul", "ol", "li", "div", "span", "code", "bdi", "b", "del", "ins"),
    *("figure", "figcaption", "details", "summary", "fieldset", "legend", "label", "input"),
    *("button", "script"),
}
DRAWN = {"svg", "g", "path", "text", "tspan", "title", "desc", "a"}
few = settings(max_examples=25, deadline=None, phases=[Phase.generate])


class Reading(HTMLParser):
    """What a page has: its elements in order, its text, and each id."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "script"}:
            self.text += data


def check(page: str) -> Reading:
    """Return what a page has, which loads nothing and runs nothing but what is in it."""
    read = Reading(page)
    assert set(read.tags) <= HTML | DRAWN
    assert Counter(read.tags)["script"] == Counter(read.tags)["style"] == 1
    assert not [name for name in read.attributes if name.startswith("on") or name == "style"]
    assert [name for name, number in Counter(read.ids).items() if number > 1] == []
    assert [link for link in read.links if link[:1] != "#" or link[1:] not in read.ids] == []
    assert not UNSAFE.search(re.sub(r"\n", "", read.text))
    return read


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_change_is_in_the_list(case: Path) -> None:
    changes, before, after = read_changes(case)
    sections = list(make_sections(changes.artifacts, make_states(changes, before, after)))
    for section, change in zip(sections, changes.artifacts, strict=True):
        listed = [name for step in section.steps for name in list_pieces(step.item)]
        pieces = [piece.after or piece.before for piece in change.pieces]
        if change.after:
            assert sorted(listed) == sorted(side.name for side in pieces if side)
        assert section.steps
    page = write_page(changes, before, after, ("main", "topic"))
    assert page == write_page(changes, before, after, ("main", "topic"))
    read = check(page)
    for text in [remark.message for remark in changes.remarks] + [
        problem.message for problem in changes.unread
    ]:
        assert text.casefold() in read.text.casefold()


def list_hostile() -> Iterator[tuple[str, Path, Path]]:
    for name in BY_NAME:
        folder = ROOT / "tests" / "kinds" / name.replace("-", "_")
        yield name, BY_NAME[name].file("example.yml"), folder / "hostile.yml"


@pytest.mark.parametrize(("name", "first", "second"), list(list_hostile()))
def test_a_hostile_artifact_can_come_go_and_change(name: str, first: Path, second: Path) -> None:
    one, other = (
        parse_entry(CONTENT / "x" / "one.yml", path.read_bytes(), CONTENT, BY_NAME)[0]
        for path in (first, second)
    )
    assert one, name
    assert other, name
    none: dict[str, Entry] = {}
    for before, after in (
        (none, {"one": other}),
        ({"one": one}, {"one": other}),
        ({"one": other}, none),
    ):
        check(write_page(Changes(artifacts=compare_entries(before, after)), before, after))


@few
@given(texts)
def test_hostile_text_is_text(text: str) -> None:
    read = check(write_page(make_changes(text), {}, {}, (text or "x", text or "x")))
    plain = check(write_page(make_changes("word"), {}, {}, ("x", "y")))
    frame = ("h1", "h2", "h3", "section", "nav", "button", "input", "details", "script")
    assert [read.tags.count(tag) for tag in frame] == [plain.tags.count(tag) for tag in frame]


def test_nothing_changed_is_said_without_a_bar() -> None:
    page = write_page(Changes(), {}, {})
    assert "Nothing changed in meaning." in page
    assert 'class="bar"' not in page
