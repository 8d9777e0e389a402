import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import texts
from playbook.drawing.measure import width, wrap

EVERYDAY = "Compares a handful of teachers and reads each profile twice before she writes to one of them"
CJK = "我找不到適合初學者而且在我家附近教大提琴的老師"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
ACCENTED = "cafe\u0301 " * 6
MANY = 10_000


@settings(deadline=None)
@given(text=texts, room=st.integers(20, 300), size=st.sampled_from([10, 11.5, 14]), bold=st.booleans())
def test_wrapping_loses_no_sign_and_keeps_to_the_room(text: str, room: int, size: float, *, bold: bool) -> None:
    rows = wrap(text, room, size, bold=bold, lines=MANY)
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(width(row, size, bold=bold) <= room for row in rows)


@settings(deadline=None)
@given(text=texts, room=st.integers(20, 300), lines=st.integers(1, 4))
def test_what_does_not_fit_is_cut_with_an_ellipsis(text: str, room: int, lines: int) -> None:
    whole = wrap(text, room, 14, lines=MANY)
    rows = wrap(text, room, 14, lines=lines)
    if len(whole) <= lines:
        assert rows == whole
        return
    assert len(rows) == lines
    assert rows[:-1] == whole[: lines - 1]
    assert rows[-1].endswith("…")
    assert whole[lines - 1].startswith(rows[-1].removesuffix("…"))
    assert all(width(row, 14) <= room for row in rows)


def test_lines_break_between_words() -> None:
    rows = wrap(EVERYDAY, 200, 14, lines=MANY)
    assert len(rows) > 2
    assert " ".join(rows) == EVERYDAY


def test_lines_are_as_full_as_can_be() -> None:
    rows = wrap(EVERYDAY, 200, 14, lines=MANY)
    for row, below in itertools.pairwise(rows):
        assert width(f"{row} {below.split()[0]}", 14) > 200


@pytest.mark.parametrize("word", [CJK, LONG_WORD, "x" * 200], ids=["CJK", "German", "one sign"])
def test_a_word_wider_than_the_room_is_broken_anywhere(word: str) -> None:
    rows = wrap(word, 100, 14, lines=MANY)
    assert len(rows) > 2
    assert "".join(rows) == word
    assert max(width(row, 14) for row in rows[:-1]) > 80


def test_a_combining_sign_takes_no_room_and_stays_with_its_letter() -> None:
    assert width("e\u0301", 14) == width("e", 14)
    assert not any(row.startswith("\u0301") for row in wrap(ACCENTED.replace(" ", ""), 30, 14, lines=MANY))


def test_measures_grow_with_size_weight_and_script() -> None:
    assert width("Compares", 14) < width("Compares", 14, bold=True)
    assert width("Compares", 14) < width("Compares", 15)
    assert width("ill", 14) < width("mmm", 14) < width("我我我", 14) * 1.2
    assert width("é", 14) == width("e", 14)
    assert width("", 14) == 0


def test_nothing_wraps_to_one_empty_line() -> None:
    assert wrap("", 100, 14) == wrap(" \n", 100, 14) == [""]
