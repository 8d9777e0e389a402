"""A page with words that read from right to left says of each block which way it reads."""

import re

import pytest

from playbook.assets import THEME
from playbook.site.bundle import load_manifest
from playbook.text.direction import is_right_to_left
from playbook.text.html_direction import mark_directions

ONE_SIDED = re.compile(
    r"(?:margin|padding|border)-(?:left|right)\b|(?:text-align|float): "
    r"(?:left|right)\b|^\s*(?:left|right):"
    r"|(?:margin|padding|inset): (\S+) (?!(\S+) \S+ \2;)\S+ \S+ \S+;",
    re.MULTILINE,
)


@pytest.mark.parametrize(
    ("html", "directed"),
    [
        ("<h1>Plain</h1><p>Words</p>", "<h1>Plain</h1><p>Words</p>"),
        ('<h1 id="a">שלום</h1>', '<h1 dir="auto" id="a">שלום</h1>'),
        ("<ul><li>مرحبا</li></ul>", '<ul><li dir="auto">مرحبا</li></ul>'),
        (
            '<ol><li id="a">\n<p>مرحبا</p>\n<p>Ask</p></li></ol>',
            '<ol><li dir="auto" id="a">\n<p>مرحبا</p>\n<p dir="auto">Ask</p></li></ol>',
        ),
        ('<li dir="ltr"><p>שלום</p></li>', '<li dir="ltr"><p dir="auto">שלום</p></li>'),
        ("<summary>שלום</summary>", "<summary>שלום</summary>"),
        ('<p dir="ltr">שלום</p>', '<p dir="ltr">שלום</p>'),
        (
            '<li>שלום <span class="pb-minutes">5 min</span></li>',
            '<li dir="auto">שלום <span dir="auto" class="pb-minutes">5 min</span></li>',
        ),
        (
            "<pre>שלום</pre><svg><text>שלום</text></svg>",
            "<pre>שלום</pre><svg><text>שלום</text></svg>",
        ),
        (
            "<p><strong>שלום</strong> <span>x</span></p>",
            '<p dir="auto"><strong>שלום</strong> <span>x</span></p>',
        ),
    ],
)
def test_each_block_says_which_way_it_reads(html: str, directed: str) -> None:
    assert mark_directions(html) == directed


@pytest.mark.parametrize(
    ("text", "is_from_right"),
    [
        ("שלום world", True),
        ("world שלום", False),
        ("42 مرحبا", True),
        ("42", False),
        ("", False),
        ("- 請求書", False),
    ],
)
def test_a_text_reads_as_its_first_letter_does(text: str, is_from_right: bool) -> None:  # noqa: FBT001 - the answer
    assert is_right_to_left(text) is is_from_right


@pytest.mark.parametrize("name", load_manifest()["styles"])
def test_a_style_has_starts_and_ends_in_place_of_left_and_right(name: str) -> None:
    style = (THEME / "styles" / f"{name}.css").read_text(encoding="utf-8")
    assert [found[0] for found in ONE_SIDED.finditer(style)] == []


@pytest.mark.parametrize(
    "style", ["  left: 0;", "float: right;", "margin: 0 0 0 -1rem;", "border-left: 0;"]
)
def test_a_style_for_one_side_is_seen(style: str) -> None:
    assert ONE_SIDED.search(style)
