"""What a handwritten page refers to is found outside code, at its very place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.content.page_text import (
    find_addresses,
    find_references,
    mask_code,
    replace_references,
)

PIECES = [
    "`",
    "``",
    "```",
    "~~~",
    "\n",
    "\n\n",
    "<!--",
    "-->",
    "[[a]]",
    "[x](y.md)",
    "\\",
    " ",
    "word",
    "> ",
    "é",
]


def references(text: str) -> list[str]:
    return [match[1] for match in find_references(text)]


@pytest.mark.parametrize(
    "text",
    [
        "`[[a]]`",
        "`` ` [[a]] ``",
        "```\n[[a]]\n```",
        "~~~ yaml\n[[a]]\n~~~~",
        "> ```\n> [[a]]\n> ```",
        "    ```\n    [[a]]\n    ```",
        "```\n[[a]]",
        "<!-- [[a]] -->",
        "<!-- [[a]]",
        r"\[[a]]",
    ],
)
def test_what_is_code_or_a_comment_refers_to_nothing(text: str) -> None:
    assert references(text) == []
    assert references(f"{text[:0]}See [[b]].\n\n{text}") == ["b"]


@pytest.mark.parametrize(
    "text",
    [
        "[[a]]",
        "a ` b [[a]]",
        "`` ` [[a]]",
        "`code` [[a]]",
        "`\n\n[[a]] `",
        "```\ncode\n```\n[[a]]",
        "```js``` [[a]]",
        "<!-- no --> [[a]]",
        r"\` [[a]] \`",
    ],
)
def test_what_is_no_code_does(text: str) -> None:
    assert references(text) == ["a"]


def test_addresses_stand_where_they_are_written() -> None:
    text = "[a](b.md) ![c](<d e.png> \"t\")\n[f]: g.md\n<a href='h.md'> <img src=i.png>"
    found = {address.text: (address.index, address.is_html) for address in find_addresses(text)}
    assert list(found) == ["b.md", "d e.png", "g.md", "h.md", "i.png"]
    assert all(text.startswith(address, index) for address, (index, _) in found.items())
    assert [address for address, (_, is_html) in found.items() if is_html] == ["h.md", "i.png"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_a_mask_keeps_every_place(text: str) -> None:
    masked = mask_code(text)
    assert len(masked) == len(text)
    assert all(after in {before, " "} for before, after in zip(text, masked, strict=True))
    assert masked.count("\n") == text.count("\n")
    assert mask_code(masked).count("[[a]]") <= text.count("[[a]]")


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_nothing_but_references_is_replaced(text: str) -> None:
    assert replace_references(text, lambda match: match[0]) == text
