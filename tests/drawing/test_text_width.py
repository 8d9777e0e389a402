import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import texts
from playbook.drawing.text_width import measure_width, wrap_text
from playbook.text.graphemes import split_graphemes

EVERYDAY = (
    "Compares a handful of teachers and reads each profile twice before she writes to one of them"
)
CJK = "我找不到適合初學者而且在我家附近教大提琴的老師"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
ACCENTED = "cafe\u0301 " * 6
MANY = 10_000


@settings(deadline=None)
@given(
    text=texts, room=st.integers(20, 300), size=st.sampled_from([10, 11.5, 14]), bold=st.booleans()
)
def test_wrapping_loses_no_sign_and_keeps_to_the_room(
    text: str, room: int, size: float, *, bold: bool
) -> None:
    rows = wrap_text(text, room, size, bold=bold, lines=MANY)
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(
        measure_width(row, size, bold=bold) <= room or len(split_graphemes(row)) == 1
        for row in rows
    )


@settings(deadline=None)
@given(text=texts, room=st.integers(20, 300), lines=st.integers(1, 4))
def test_what_does_not_fit_is_cut_with_an_ellipsis(text: str, room: int, lines: int) -> None:
    whole = wrap_text(text, room, 14, lines=MANY)
    rows = wrap_text(text, room, 14, lines=lines)
    if len(whole) <= lines:
        assert rows == whole
        return
    assert len(rows) == lines
    assert rows[:-1] == whole[: lines - 1]
    assert rows[-1].endswith("…")
    assert whole[lines - 1].startswith(rows[-1].removesuffix("…"))
    assert all(measure_width(row, 14) <= room or len(split_graphemes(row)) <= 2 for row in rows)


def test_lines_break_between_words() -> None:
    rows = wrap_text(EVERYDAY, 200, 14, lines=MANY)
    assert len(rows) > 2
    assert " ".join(rows) == EVERYDAY


def test_lines_are_as_full_as_can_be() -> None:
    rows = wrap_text(EVERYDAY, 200, 14, lines=MANY)
    for row, below in itertools.pairwise(rows):
        assert measure_width(f"{row} {below.split()[0]}", 14) > 200


@pytest.mark.parametrize("word", [CJK, LONG_WORD, "x" * 200], ids=["CJK", "German", "one sign"])
def test_a_word_wider_than_the_room_is_broken_anywhere(word: str) -> None:
    rows = wrap_text(word, 100, 14, lines=MANY)
    assert len(rows) > 2
    assert "".join(rows) == word
    assert max(measure_width(row, 14) for row in rows[:-1]) > 80


def test_a_combining_sign_takes_no_room_and_stays_with_its_letter() -> None:
    assert measure_width("e\u0301", 14) == measure_width("e", 14)
    assert not any(
        row.startswith("\u0301") for row in wrap_text(ACCENTED.replace(" ", ""), 30, 14, lines=MANY)
    )


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d💻" * 3,
        "👩\u200d💻🇩🇪1\ufe0f\u20e3👍🏽",
        "क्षत्रिय",
        "ผู้ใหญ่น้ำ",
        "שָׁלוֹם",
        "q\u0301x\u0302\u0323",
    ],
)
@pytest.mark.parametrize("lines", [2, MANY])
def test_no_character_is_cut_in_two(text: str, lines: int) -> None:
    signs = split_graphemes(text * 9)
    rows = wrap_text(text * 9, 60, 14, lines=lines)
    assert len(rows) > 1
    kept = [sign for row in rows for sign in split_graphemes(row.removesuffix("…"))]
    assert kept == signs[: len(kept)]


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("我找不到发票，你呢？我在找PDF文件。", r"[，？。]"),
        ("請求書が見つからない。「どこ？」", r"[。？」っ]"),
        ("หาใบแจ้งหนี้ไม่พบ", r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"),
    ],
)
def test_writing_without_spaces_breaks_where_it_may(text: str, breaks: str) -> None:
    for room in range(50, 160, 7):
        rows = wrap_text(text, room, 14, lines=MANY)
        assert "".join(rows) == text
        assert not any(re.match(breaks, row) for row in rows)
        assert not any(row[-1] in "「เแโใไ" for row in rows)
    assert any("PDF" in row for row in wrap_text(text, 60, 14, lines=MANY)) == ("PDF" in text)


def test_an_emoji_is_as_wide_as_it_looks() -> None:
    assert (
        measure_width("👩\u200d💻", 14)
        == measure_width("🎉", 14)
        == measure_width("❤\ufe0f", 14)
        == measure_width("🇩🇪", 14)
    )
    assert measure_width("हिन्दी", 14) < measure_width("हहहहहह", 14)


def test_measures_grow_with_size_weight_and_script() -> None:
    assert measure_width("Compares", 14) < measure_width("Compares", 14, bold=True)
    assert measure_width("Compares", 14) < measure_width("Compares", 15)
    assert measure_width("ill", 14) < measure_width("mmm", 14) < measure_width("我我我", 14) * 1.2
    assert measure_width("é", 14) == measure_width("e", 14)
    assert measure_width("", 14) == 0


def test_nothing_wraps_to_one_empty_line() -> None:
    assert wrap_text("", 100, 14) == wrap_text(" \n", 100, 14) == [""]
