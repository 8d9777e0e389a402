"""What `export --to` writes comes back as the same kind, with each field where it was."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from playbook.exchange.own import read_own
from playbook.exchange.readers import read_file
from playbook.exchange.writing import FORMS
from playbook.kinds import KINDS
from playbook.library.outlining import Outliner
from playbook.library.plain_text import PlainWriter
from playbook.library.restoring import restore_draft
from playbook.source.composer import Composer
from playbook.text.escape_inline import escape_inline
from playbook.text.inline import Text

KIND = {kind.name: kind for kind in KINDS}
NASTY = [
    "- kind: play",
    "next: a (loop): b",
    "'=1+1 @target",
    "\\*a* :[x](https://a.example) `b`",
    "x\u202egnp | <br>@open #35; %%",
    "[Solution] Opportunity: # a",
    "&amp; &#35; \"quoted\" 'it'",
    "👩\u200d💻 \ud7ff\ue000 ①",
    "yes",
    "2026-03-01",
    "-1",
    "''a",
]
LETTERS = st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc", "Cn"))
ANY = st.one_of(st.text(LETTERS, min_size=1, max_size=25), st.sampled_from(NASTY))
TEXT = ANY.map(escape_inline).filter(lambda text: is_text(text) and "\ufeff" not in text)
MAYBE = st.one_of(st.none(), TEXT)


def is_text(text: str) -> bool:
    try:
        return bool(text) and bool(Text.check(text).plain())
    except PydanticCustomError:
        return False


@st.composite
def draw_tree(draw: Any) -> dict[str, Any]:
    """A tree with pieces on all levels, each with an id that its words may not make."""
    numbers = iter(range(1000))

    def draw_piece(**fields: Any) -> dict[str, Any]:
        piece = {"id": f"p-{next(numbers)}", "title": draw(TEXT), **fields}
        return {key: value for key, value in piece.items() if value not in (None, [], ())}

    def draw_opportunity(depth: int) -> dict[str, Any]:
        test = draw_piece(
            how=draw(MAYBE),
            date="2026-02-01",
            criterion={"at_least": "7 of 10", "who": draw(TEXT)},
            result="3 of 10",
            verdict=draw(st.sampled_from(["supported", "refuted", None])),
        )
        belief = draw_piece(type="usability", importance="high", known="weak", tests=[test])
        idea = draw_piece(
            status=draw(st.sampled_from(["candidate", "chosen"])),
            about=draw(MAYBE),
            steps=[draw_piece()],
            assumptions=[belief],
        )
        below = [draw_opportunity(depth - 1)] if depth and draw(st.booleans()) else []
        return draw_piece(
            heard_in=draw(st.sampled_from([["ana"], ["ana", "bo"]])),
            evidence=[draw(TEXT)],
            because=draw(MAYBE),
            factors={"size": draw(TEXT), "market": draw(TEXT)},
            status=draw(st.sampled_from(["open", "exploring"])),
            opportunities=below,
            solutions=[idea] if draw(st.booleans()) else [],
        )

    decision = {"date": "2026-01-05", "title": draw(TEXT), "because": draw(TEXT)}
    return {
        "kind": "opportunity-tree",
        "title": draw(TEXT),
        "summary": draw(TEXT),
        "tags": ["first", "second"],
        "outcome": {"title": draw(TEXT), "type": "traction", "from": "8", "to": "12%"},
        "opportunities": [draw_opportunity(1), draw_opportunity(0)],
        "decisions": [decision, {"date": "2026-02-05", "title": draw(TEXT)}],
        "next_question": draw(st.sampled_from(["why", {"ask": "why", "listen_for": "how"}])),
    }


@st.composite
def draw_map(draw: Any) -> dict[str, Any]:
    """A map whose moments lead to each other in every way."""
    sorts = st.sampled_from(["step", "loop", "error", "abandon"])
    nodes = []
    for number in range(3):
        heads = draw(st.lists(st.integers(0, 2), max_size=2, unique=True))
        ways = [{"to": f"n{head}", "as": draw(sorts)} for head in heads]
        ways = [{**way, "because": draw(TEXT)} if draw(st.booleans()) else way for way in ways]
        node = {"id": f"n{number}", "title": draw(TEXT), "mood": draw(st.integers(-2, 2))}
        nodes.append({**node, "thinking": draw(TEXT), "next": ways})
    points = [draw(TEXT), {"title": draw(TEXT), "text": draw(TEXT)}]
    return {
        "kind": "experience-map",
        "title": draw(TEXT),
        "summary": draw(TEXT),
        "scope": draw(TEXT),
        "drawn_by": draw(st.sampled_from(["designer", {"role": "designer", "name": "Ana"}])),
        "nodes": nodes,
        "insights": draw(st.sampled_from([points, points[:1]])),
    }


def write(kind: str, values: Any, form: str) -> str:
    artifact = KIND[kind].model.model_validate(values)
    entry: Any = SimpleNamespace(artifact=artifact, kind=KIND[kind])
    outline = Outliner(PlainWriter("", resolve, entry)).outline(entry)
    return FORMS[form].write(outline)


def resolve(*_: Any) -> Any:
    raise AssertionError("no text refers to anything")


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25, deadline=None)
@given(values=st.one_of(draw_tree(), draw_map()))
def test_what_is_exported_comes_back_and_is_exported_alike(form: str, values: Any) -> None:
    kind = values["kind"]
    text = write(kind, values, form)
    (outline,) = read_file(f"a.{FORMS[form].ending}", text.encode()).outlines
    own = read_own(outline)
    assert own
    assert own.kind == kind
    draft = restore_draft(KIND[kind], own.outline, "a")
    assert draft, text
    assert "# line" not in draft.text
    node = Composer().compose(draft.text)
    assert node
    assert write(kind, node.data, form) == text
    if form == "mermaid":  # it holds boxes and ways alone
        return
    again = KIND[kind].model.model_validate(node.data)
    before = KIND[kind].model.model_validate(values)
    if form != "opml":  # XML can't hold every sign
        assert write(kind, again.model_dump(by_alias=True), "csv") == write(kind, values, "csv")
        assert again.kind == before.kind


@settings(max_examples=50, deadline=None)
@given(words=ANY)
def test_escaped_words_are_shown_as_they_are(words: str) -> None:
    assert Text(escape_inline(words)).plain() == " ".join(words.split())


LIST = """# Rides
- kind: experience-map
- colour: red one

A remark two
- [Node] Asks @later three
    - weight: four
    five
- [Node] Asks
"""
TABLE = """id,parent,type,status,title,kind,mood,extra
,,,,Rides,experience-map,,one two
a,,node,three,Asks,,1,four five
a,,node,,Asks,,,
"""
CANVAS = """{"nodes": [
{"id": "title", "text": "# Rides\\n\\n- kind: experience-map\\n- one: two"},
{"id": "item-a", "text": "three\\n\\nNode"},
{"id": "item-b", "text": "**Asks**\\n\\nNode\\n\\nfour"}],
"edges": [{"fromNode": "item-a", "toNode": "item-b", "label": "five Asks"}]}
"""


@pytest.mark.parametrize(("name", "text"), [("a.md", LIST), ("a.csv", TABLE), ("a.canvas", CANVAS)])
def test_what_someone_added_to_an_export_is_a_comment(name: str, text: str) -> None:
    (outline,) = read_file(name, text.encode()).outlines
    own = read_own(outline)
    assert own
    draft = restore_draft(KIND["experience-map"], own.outline, "a")
    assert draft
    for word in ("one", "two", "three", "four", "five", "Asks"):
        assert word in draft.text
    assert draft.text.count("Asks") == max(1, text.count("Asks"))


def test_what_is_no_export_of_ours_any_more_is_left_to_the_drafts() -> None:
    text = "# Rides\n- kind: opportunity-tree\n- [Outcome] More\n- [Outcome] Less\n"
    own = read_own(read_file("a.md", text.encode()).outlines[0])
    assert own
    assert restore_draft(KIND["opportunity-tree"], own.outline, "a") is None
