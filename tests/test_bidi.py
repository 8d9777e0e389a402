"""A page with words that read from right to left says of each block which way it reads."""

import pytest

from playbook.bidi import mark_directions
from playbook.direction import reads_from_right


@pytest.mark.parametrize(
    ("html", "directed"),
    [
        ("<h1>Plain</h1><p>Words</p>", "<h1>Plain</h1><p>Words</p>"),
        ('<h1 id="a">שלום</h1>', '<h1 dir="auto" id="a">שלום</h1>'),
        ("<ul><li><p>مرحبا</p></li></ul>", '<ul><li dir="auto"><p dir="auto">مرحبا</p></li></ul>'),
        ('<p dir="ltr">שלום</p>', '<p dir="ltr">שלום</p>'),
        (
            '<li>שלום <span class="pb-minutes">5 min</span></li>',
            '<li dir="auto">שלום <span dir="auto" class="pb-minutes">5 min</span></li>',
        ),
        ("<pre>שלום</pre><svg><text>שלום</text></svg>", "<pre>שלום</pre><svg><text>שלום</text></svg>"),
        ("<p><strong>שלום</strong> <span>x</span></p>", '<p dir="auto"><strong>שלום</strong> <span>x</span></p>'),
    ],
)
def test_each_block_says_which_way_it_reads(html: str, directed: str) -> None:
    assert mark_directions(html) == directed


@pytest.mark.parametrize(
    ("text", "is_from_right"),
    [("שלום world", True), ("world שלום", False), ("42 مرحبا", True), ("42", False), ("", False), ("- 請求書", False)],
)
def test_a_text_reads_as_its_first_letter_does(text: str, is_from_right: bool) -> None:  # noqa: FBT001 - the answer
    assert reads_from_right(text) is is_from_right
