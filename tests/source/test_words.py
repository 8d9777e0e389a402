"""Words are found where they stand, whatever parts them there."""

import pytest

from playbook.source.problem import Mark
from playbook.source.words import locate_words

TEXT = (
    "a: one\r\nb: >-\r  See what *everyone*\n  sees, and\n"
    "    [[x#y|what]] someone's dog sees.\nc: See what\n"
)


@pytest.mark.parametrize(
    ("words", "begin", "found"),
    [
        ("See what everyone sees, and", Mark(2, 4), Mark(3, 3)),
        ("sees, and", Mark(3, 1), Mark(4, 3)),
        # of words that a link parts, the first ones
        ("and what someone's dog", Mark(3, 1), Mark(4, 9)),
        ("what someone's dog sees", Mark(3, 1), Mark(5, 11)),
        ("See what", Mark(4, 1), Mark(6, 4)),
        ("one", Mark(1, 1), Mark(1, 4)),
        ("eon", Mark(1, 1), None),
        ("(…)", Mark(1, 1), None),
        ("", Mark(1, 1), None),
    ],
)
def test_words_are_found_after_a_place(words: str, begin: Mark, found: Mark | None) -> None:
    assert locate_words(TEXT, words, begin) == found
