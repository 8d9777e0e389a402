import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from golden import WRITE
from playbook.cli import main
from playbook.exchange.outline import Edge, Fact, Item, Outline
from playbook.exchange.writing import FORMS
from playbook.exchange.writing.opml import NOT_IN_XML
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.library.outlining import outline_entry

HERE = Path(__file__).parent
CONTENT = HERE.parent / "fixtures" / "one_of_each"
FEW = settings(max_examples=40, deadline=None)
ANY_TEXT = st.text(min_size=1, max_size=40).filter(lambda text: text.split())


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(CONTENT, KINDS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["more-rides", "first-ride"])
def test_an_artifact_reads_as_before_in_each_form(library: Library, name: str, form: str) -> None:
    text = FORMS[form].write(outline_entry(library.entries[name], library))
    golden = HERE / "written" / f"{name}.{FORMS[form].ending}"
    if WRITE:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_bytes().decode()


@pytest.mark.parametrize("form", [form for form in FORMS if not FORMS[form].is_picture])
def test_every_kind_can_be_taken_along_with_all_its_words(library: Library, form: str) -> None:
    for entry in library.entries.values():
        outline = outline_entry(entry, library)
        text = FORMS[form].write(outline)
        words = [item.words for item in outline.items] + [
            fact.value for item in outline.items for fact in item.facts
        ]
        read = re.sub(r"\\+", "", ET.canonicalize(text) if form == "opml" else text)
        read = read.replace("&#xA;", "\n").replace("&quot;", '"').replace("&amp;", "&")
        if form == "csv":
            read = "\n".join(cell for row in csv.reader(io.StringIO(text)) for cell in row)
        for each in words:
            assert re.sub(r"[\\\"]", "", each) in read.replace('"', ""), entry.id


def make_outline(title: str, other: str, fact: str, label: str) -> Outline:
    items = (
        Item("a", title, sort="opportunity", status="open", facts=(Fact("because", fact),)),
        Item("b", other, sort="solution"),
    )
    edges = (Edge("a", "b"), Edge("b", "a", words=label, sort="loop", is_way=True))
    return Outline(items, edges, title=title)


outlines = st.builds(make_outline, ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)


@FEW
@given(outlines)
def test_nothing_in_a_label_is_an_order_to_mermaid(outline: Outline) -> None:
    lines = FORMS["mermaid"].write(outline).split("\n")
    assert len(lines) == 7
    for line in lines[2:4]:
        words = re.fullmatch(r'  n\d(?:\("(.*)"\)|\{\{"(.*)"\}\})(?::::[a-z-]+)?', line)
        assert words
        assert not set('"`;<>[]{}|%@#&\\') & set(re.sub(r"#\d+;|<br>", "", words[1] or words[2]))


@FEW
@given(outlines)
def test_opml_is_xml_that_holds_the_words(outline: Outline) -> None:
    root = ET.fromstring(FORMS["opml"].write(outline))  # noqa: S314 - our own
    nested = root.find("body/outline/outline")
    assert nested is not None
    expected = " ".join(outline.items[0].words.split())
    assert nested.get("text") == NOT_IN_XML.sub("?", expected)


@FEW
@given(outlines)
def test_no_cell_is_a_formula_and_each_is_its_words(outline: Outline) -> None:
    head, *rows = csv.reader(io.StringIO(FORMS["csv"].write(outline), newline=""))
    assert len(rows) == 3
    for row, words in zip(
        rows, [outline.title, *(item.words for item in outline.items)], strict=True
    ):
        cell = row[head.index("title")]
        assert not cell.startswith(("=", "+", "@", "\t", "\r")) or re.fullmatch(r"[-+]?\d+", cell)
        assert cell.removeprefix("'") == words.removeprefix("'")


@FEW
@given(outlines)
def test_a_canvas_has_its_cards_side_by_side(outline: Outline) -> None:
    canvas = json.loads(FORMS["canvas"].write(outline))
    known = {node["id"] for node in canvas["nodes"]}
    assert len(known) == 3
    assert all({edge["fromNode"], edge["toNode"]} <= known for edge in canvas["edges"])
    for number, one in enumerate(canvas["nodes"]):
        for other in canvas["nodes"][number + 1 :]:
            assert (
                one["x"] + one["width"] <= other["x"]
                or other["x"] + other["width"] <= one["x"]
                or one["y"] + one["height"] <= other["y"]
                or other["y"] + other["height"] <= one["y"]
            )


@FEW
@given(outlines)
def test_markdown_shows_the_words_and_runs_none_of_them(outline: Outline) -> None:
    html = MarkdownIt("commonmark").render(FORMS["markdown"].write(outline))
    root = ET.fromstring(NOT_IN_XML.sub("?", f"<div>{html}</div>"))  # noqa: S314 - our own
    assert {element.tag for element in root.iter()} <= {"div", "h1", "ul", "li", "p"}
    assert len(list(root.iter("li"))) == 4


def run(*args: str, root: Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["-C", str(root), "export", *args])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    (folder / "content").symlink_to(CONTENT)
    return folder


def test_a_map_is_printed_and_says_what_its_form_leaves_out(root: Path) -> None:
    code, out, err = run("--to", "mermaid", "first-ride", root=root)
    assert code == 0
    assert out.startswith("%% ")
    assert "mermaid can't hold" in err
    code, out, err = run("--to", "csv", "first-ride", root=root)
    assert (code, err) == (0, "")


@pytest.mark.parametrize(
    ("args", "answer"),
    [
        ((), "name one folder"),
        (("--to", "csv"), "name the artifacts by their ids"),
        (("--to", "csv", "first-rid"), "did you mean 'first-ride'"),
        (("--to", "csv", "first-ride", "more-rides"), "add --out FOLDER"),
        (("--to", "mermaid", "words"), "no boxes and arrows"),
        (("--out", "x", "y"), "--out belongs to --to"),
    ],
)
def test_a_wrong_use_is_answered_with_the_right_one(
    root: Path, args: tuple[str, ...], answer: str
) -> None:
    code, _, err = run(*args, root=root)
    assert code == 2
    assert answer in err


def test_files_are_written_and_never_written_over(root: Path, tmp_path: Path) -> None:
    args = ("--to", "opml", "--out", str(tmp_path), "first-ride", "more-rides")
    assert run(*args, root=root)[0] == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "first-ride.opml",
        "more-rides.opml",
    ]
    code, _, err = run(*args, root=root)
    assert code == 2
    assert "is there already" in err
