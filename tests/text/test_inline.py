import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.handouts.rich_text import RichText
from playbook.kinds import KINDS
from playbook.library.library import Library
from playbook.model.link_mistakes import find_slips
from playbook.site.markdown import Writer
from playbook.text.inline import Text, join_lines, parse, parse_marked

HOME = """kind: play
title: The *home* play
summary: A play to refer to.
purpose: To be referred to.
time: 5
people: All
when_not: Nothing refers to it
sources: [A talk by a friend]
steps: [{title: Refer}]
exercises: [{id: try-it, title: Try it, purpose: Practice., time: {team: 5}, who: All, steps: [Try., Again.]}]
"""  # noqa: E501 - a script, YAML or a title, as it is
MAP = """kind: experience-map
title: A map
summary: A map to refer to.
scope: From here to there
drawn_by: designer
nodes: [{id: here, title: Here, evidence: Interview 1}]
"""


@pytest.fixture(scope="module")
def writer(tmp_path_factory: pytest.TempPathFactory) -> Writer:
    content = tmp_path_factory.mktemp("content")
    (content / "home.yml").write_text(HOME, encoding="utf-8")
    (content / "a-map.yml").write_text(MAP, encoding="utf-8")
    library = Library(content, KINDS)
    assert library.problems == []
    return Writer("plays/home.md", library.resolve, library.entries["home"])


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("*a* **b** `c*d`", "<em>a</em> <strong>b</strong> <code>c&#42;d</code>"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("[*a* b](https://example.org/c_d)", "[<em>a</em> b](https://example.org/c%5Fd)"),
        ("[a](HTTPS://example.org)", "[a](HTTPS://example.org)"),
        ("[a](http://example.org)", "[a](http://example.org)"),
        ("[a](mailto:a@example.org)", "[a](mailto:a@example.org)"),
        ("one\n\ntwo\nlines", "one<br><br>two lines"),
        ("[[a-map]]", "[A map](../maps/a-map.md)"),
        ("[[ a-map | this one ]]", "[this one](../maps/a-map.md)"),
        (
            "[[a-map#here]], [[a-map#here|there]]",
            "[Here](../maps/a-map.md#here), [there](../maps/a-map.md#here)",
        ),
        (
            "[[try-it]], [[#try-it]], [[home]]",
            "[Try it](#try-it), [Try it](#try-it), [The home play](home.md)",
        ),
        ("look![[a-map]]", "look&#33;[A map](../maps/a-map.md)"),
    ],
)
def test_inline_markdown_is_written_the_same_for_every_engine(
    text: str, markdown: str, writer: Writer
) -> None:
    assert writer.text(Text(text)) == markdown


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "ftp://a",
        "//a",
        "a.md",
        "#a",
        "http//a",
    ],
)
def test_a_link_of_another_scheme_stays_text(url: str, writer: Writer) -> None:
    text = Text(f"[a]({url})")
    assert {token.type for token in text.tokens()} == {"text"}
    assert text.plain() == f"[a]({url})"
    assert "](" not in writer.text(text)


@pytest.mark.parametrize(
    ("text", "references", "plain"),
    [
        ("[[a]] and [[b#c|*d*]]", ["a", "b#c"], "a and *d*"),
        ("*so [[a]]*", ["a"], "so a"),
        ("`[[a]]` [[]] [[a] [a]] [[a|]]", [], "[[a]] [[]] [[a] [a]] [[a|]]"),
        ("[x [[a]]](https://example.org)", ["a"], "[x a](https://example.org)"),
        ("a\n\n  b\tc", [], "a b c"),
        ("learners*lessons*price, 2*3*4", [], "learners*lessons*price, 2*3*4"),
        ("*must*see, *a* and b*c*d", [], "mustsee, a and b*c*d"),
        ("it`s 5 o`clock, `code`s", [], "it`s 5 o`clock, codes"),
        ("这是*重点*内容, 这是`a`内容", [], "这是重点内容, 这是a内容"),
        ("un**believ**able", [], "unbelievable"),
        (
            r"\*a\* \[[a]] \_b\_, C:\*.txt and \\server\a",
            [],
            r"*a* [[a]] _b_, C:\*.txt and \\server\a",
        ),
        ("&amp; &copy; <b>", [], "&amp; &copy; <b>"),
        ("www.example.org and https://example.org", [], "www.example.org and https://example.org"),
    ],
)
def test_references_and_plain_words_of_a_text(text: str, references: list[str], plain: str) -> None:
    assert (list(Text(text).references()), Text(text).plain()) == (references, plain)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[[a]] and [[b|c]] and `[[` and \\[[ and a[0]", []),
        ("[a](https://example.org) (https://example.org)", []),
        ("[[m", ["REF010"]),
        ("[[]]", ["REF010"]),
        ("[[a|]]", ["REF010"]),
        ("a]] and b", ["REF010"]),
        ("*so [[m*", ["REF010"]),
        ("[a](www.example.org)", ["REF010"]),
        ("[a](javascript:alert(1))", ["REF010"]),
        ("[x [[a]]](https://example.org)", ["REF010"]),
        ('[a](https://example.org "by the stairs")', ["SHP010"]),
        ("[](https://example.org)", ["SHP010"]),
        ("[` `](https://example.org)", ["SHP010"]),
    ],
)
def test_what_looks_like_a_link_is_one_or_is_reported(text: str, codes: list[str]) -> None:
    assert [slip.code for slip in find_slips(Text(text))] == codes


@pytest.mark.parametrize(
    ("text", "runs"), [("one\ntwo", ["one two"]), ("one\n \n two", ["one\n\ntwo"])]
)
def test_lines_run_on_and_paragraphs_stay_apart_on_paper_too(
    text: str, runs: list[str], writer: Writer
) -> None:
    assert writer.entry is not None
    rich_text = RichText("", writer.resolve, writer.entry)
    assert [run.text for run in rich_text.runs(Text(text))] == runs


@given(st.text("ab .\n\t-&<é我\u2028\\*_`[]()|\r\0", max_size=12))
def test_a_text_without_marks_needs_no_parser(text: str) -> None:
    tokens = parse_marked(join_lines(text))
    assert parse(text) == tokens
    spoken = "".join(token.meta.get("words") or token.content for token in tokens)
    assert Text(text).plain() == " ".join(spoken.split())
    links = [token.content for token in tokens if token.type == "reference"]
    assert list(Text(text).references()) == links
