"""Which words of a text are gone and which are new."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.changes.order import find_reordered
from playbook.changes.words import RunSort, compare_words
from playbook.text.graphemes import split_graphemes

SIGNS = {RunSort.SAME: "", RunSort.GONE: "-", RunSort.NEW: "+"}


def mark(before: str, after: str) -> list[str]:
    return [f"{SIGNS[run.sort]}{run.text}" for run in compare_words(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("", "", []),
        ("", "New", ["+New"]),
        ("Old", "", ["-Old"]),
        ("The same.", "The same.", ["The same."]),
        ("25%", "60%", ["-25%", "+60%"]),
        ("I can't tell who", "I can tell who", ["I ", "-can't", "+can", " tell who"]),
        ("See a list of it", "See a long list of it", ["See a ", "+long ", "list of it"]),
        (
            "Seven of ten stay for an hour, and pay",
            "Nine of twelve stay for a day, and pay",
            [
                "-Seven",
                "+Nine",
                " of ",
                "-ten",
                "+twelve",
                " stay for ",
                "-an hour",
                "+a day",
                ", and pay",
            ],
        ),
        (
            "A card in each box",
            "Nobody saw them there",
            ["-A card in each box", "+Nobody saw them there"],
        ),
        ("電話で予約できない", "店で予約できない", ["-電話", "+店", "で予約できない"]),
        (
            "Fun for all 👩‍👩‍👧 here",
            "Fun for all 👩‍👧 here",
            ["Fun for all ", "-👩‍👩‍👧", "+👩‍👧", " here"],
        ),
        ("لا أعرف السعر هنا", "لا أعرف الوقت هنا", ["لا أعرف ", "-السعر", "+الوقت", " هنا"]),
    ],
)
def test_words_that_differ_are_marked(before: str, after: str, runs: list[str]) -> None:
    assert mark(before, after) == runs


TEXTS = st.lists(
    st.sampled_from(
        [
            "one",
            "two ",
            " ",
            "\n",
            ", ",
            "can't",
            "é",
            "e\u0301",
            "👩‍👩‍👧",
            "予",
            "約",
            "ไม่",
            "1\ufe0f\u20e3",
        ]
    ),
    max_size=12,
).map("".join) | st.text(max_size=20)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_no_word_is_lost_and_no_character_is_cut(before: str, after: str) -> None:
    runs = compare_words(before, after)
    for text, other in ((before, RunSort.NEW), (after, RunSort.GONE)):
        pieces = [run.text for run in runs if run.sort is not other]
        assert "".join(pieces) == text
        assert [one for piece in pieces for one in split_graphemes(piece)] == split_graphemes(text)
    assert all(one.sort is not two.sort for one, two in pairwise(runs))


def test_long_texts_are_not_laid_side_by_side() -> None:
    before, after = "a b " * 3_000, "b c " * 3_000
    assert mark(before, after) == [f"-{before}", f"+{after}"]
    assert mark("word " * 90_000, "word " * 90_001) == [
        "-" + "word " * 90_000,
        "+" + "word " * 90_001,
    ]


def test_a_change_in_a_long_text_is_shown_where_it_is() -> None:
    start, end = "word " * 2_000, " word" * 2_000
    assert mark(f"{start}old{end}", f"{start}new{end}") == [start, "-old", "+new", end]


@pytest.mark.parametrize(
    ("places", "reordered"),
    [
        ([], set()),
        ([0, 1, 2], set()),
        ([3, 0, 1, 2], {0}),
        ([1, 2, 3, 0], {3}),
        ([2, 0, 1, 4, 3], {0, 3}),
        ([7, 9, 20], set()),
    ],
)
def test_as_few_as_can_be_are_reordered(places: list[int], reordered: set[int]) -> None:
    assert find_reordered(places) == reordered
