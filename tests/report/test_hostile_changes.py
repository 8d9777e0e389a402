"""What strangers write into a change shows in each channel, and does nothing there."""

import json
import re

import jsonschema
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hostile import BITS, texts
from hostile_changes import make_changes
from playbook.changes.change import Changes
from playbook.changes.words import compare_words
from playbook.report import changes_json, changes_markdown, changes_mermaid, changes_text
from playbook.report.markdown_comment import write_comment
from playbook.report.spans import Look, Span, mark_runs
from playbook.system.terminal import UNSAFE

ACTING = [
    "@team",
    "#12",
    "!3",
    "GH-12",
    "JIRA-7",
    "https://a.example/x",
    "www.a.example",
    "a@b.example",
    "me/you#1",
    "deadbeef12",
    "~bug",
    "%1",
    "$x$",
    ":tada:",
    "\x1b[31m",
    "\u202e",
    "\u2066",
    "'''",
    "<img src=x>",
    "%%{init: {}}%%",
    "click n0 href",
    "1. one",
    "- two",
    "end",
    "</details>",
    "<!-- x",
]
hostile = texts | st.lists(st.sampled_from([*ACTING, *BITS]), min_size=1, max_size=6).map(" ".join)
few = settings(max_examples=30, deadline=None, phases=[Phase.generate])
COMMENT = MarkdownIt("gfm-like", {"html": True, "linkify": False})
ACTIVE = re.compile(r"(?<![\w/])[@#!~%$](?=\w)|https?://|www\.|\w@\w|\bGH-\d")


@few
@given(hostile)
def test_a_terminal_does_nothing(text: str) -> None:
    written = changes_text.report_changes(make_changes(text))
    assert not UNSAFE.search(written.replace("\n", ""))
    plain = changes_text.report_changes(make_changes("x"))
    assert written.count("\n\n") == plain.count("\n\n")


@few
@given(hostile)
def test_a_comment_shows_the_text_and_does_nothing(text: str) -> None:
    written = changes_markdown.report_changes(make_changes(text))
    tokens = COMMENT.parse(written)
    html = COMMENT.render(written)
    tags = set(re.findall(r"<(/?\w+)", html))
    assert {tag.strip("/") for tag in tags} <= {
        *["b", "p", "code", "del", "ins", "strong", "s", "ul", "li", "h4"]
    }, html
    assert {token.type for token in tokens} <= {
        "inline",
        *(
            f"{block}_{end}"
            for block in ("paragraph", "heading", "bullet_list", "list_item")
            for end in ("open", "close")
        ),
    }
    shown = re.sub(r"<[^>]*>", "", html)
    assert not ACTIVE.search(shown), ACTIVE.search(shown)
    assert not UNSAFE.search(shown.replace("\n", "").replace("\u200b", ""))


@few
@given(hostile, hostile)
def test_words_that_differ_are_marked_whatever_they_are(before: str, after: str) -> None:
    sentence = mark_runs(compare_words(before, after))
    html = COMMENT.renderInline(write_comment(sentence))
    marked = [span for span in sentence if span.look is not Look.PLAIN and span.text.strip()]
    tags = re.findall(r"<(/?)(\w+)>", html)
    assert {tag for _, tag in tags} <= {"del", "ins", "s", "strong"}
    assert len(tags) == 2 * len(marked)


@few
@given(hostile)
def test_a_label_in_mermaid_is_a_label(text: str) -> None:
    label = changes_mermaid.write_label(text)
    assert not re.search(r"[\"\[\]{}|<>`\\%&@]", label)
    assert not re.search(r"^(?:\d+[.)]|[-+])", label)
    assert all(re.match(r"#\d+;", label[sign.start() :]) for sign in re.finditer("#", label))


@few
@given(hostile)
def test_json_keeps_each_text_and_fits_its_schema(text: str) -> None:
    written = changes_json.report_changes(make_changes(text))
    assert not UNSAFE.search(written.replace("\n", ""))
    report = json.loads(written)
    jsonschema.validate(report, SCHEMA)
    assert report["artifacts"][0]["before"]["title"] == text


SCHEMA = changes_json.make_changes_schema()


def test_a_long_comment_counts_what_it_leaves_out() -> None:
    one = make_changes(" ".join(f"word{number}" for number in range(80)))
    many = Changes(artifacts=one.artifacts * 200, remarks=one.remarks * 30)
    written = changes_markdown.report_changes(many, link_base="https://example.org/changes/")
    assert len(written) <= changes_markdown.MOST
    match = re.search(r"\[and (\d+) more changes in (\d+) artifacts\]", written)
    assert match
    assert written.count("\n#### Opp") + int(match[2]) >= len(many.artifacts)
    assert written.count("<details>") == written.count("</details>")


def test_a_link_leads_to_a_page_only() -> None:
    written = changes_markdown.report_changes(Changes(), link_base="javascript:alert(1)")
    assert "javascript" not in written


def test_a_name_of_signs_is_bold_as_well() -> None:
    assert write_comment((Span("?!", Look.NAME),)) == "<b>?&#33;</b>"
