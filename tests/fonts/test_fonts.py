"""Which characters the fonts have is known before anything is printed, and is as typst finds it."""

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.fonts.coverage import Coverage, NoFontError, parse_coverage, read_coverage
from playbook.fonts.fonts import (
    BY_SCRIPT,
    CJK,
    FONTS,
    PACKAGES,
    folder_of,
    load_coverages,
    load_embedded_coverages,
)
from playbook.fonts.typesetting import find_font_files

SIGNS = """#set document(title: "signs")
#set text(font: json(bytes(sys.inputs.fonts)), fallback: false)
#set page(width: 2000pt, height: auto)
#for sign in json(bytes(sys.inputs.signs)) {
  for (weight, style) in (("regular", "normal"), ("bold", "normal"), ("regular", "italic"), ("bold", "italic")) {
    text(weight: weight, style: style, sign)
    [ ]
  }
}"""  # noqa: E501 - a script, YAML or a title, as it is


@pytest.fixture(scope="module")
def sets(tmp_path_factory: pytest.TempPathFactory) -> Any:
    source = tmp_path_factory.mktemp("signs") / "signs.typ"
    source.write_text(SIGNS, encoding="utf-8")
    compiler = typst.Compiler(
        source, root=source.parent, font_paths=find_font_files(tuple(FONTS.folders))
    )

    def is_set(signs: list[str], families: list[str]) -> bool:
        inputs = {"signs": json.dumps(signs), "fonts": json.dumps(families)}
        try:
            compiler.compile(sys_inputs=inputs, format="pdf", pdf_standards="ua-1")
        except typst.TypstError as error:
            if "could not be displayed" in str(error):
                return False
            raise
        return True

    return is_set


def signs_of(points: Iterable[int]) -> list[str]:
    """Return the signs that are set alone."""
    return [
        chr(point)
        for point in points
        if unicodedata.category(chr(point)) not in {"Cc", "Cf", "Mn", "Mc", "Me"}
    ]


def edges_of(coverage: Coverage) -> list[str]:
    """Return the first and the last sign of each range, where one that is read wrongly shows."""
    return signs_of(sorted({*coverage.starts, *coverage.ends}))


def whole_of(coverage: Coverage) -> list[str]:
    ranges = zip(coverage.starts, coverage.ends, strict=True)
    return signs_of(point for first, last in ranges for point in range(first, last + 1))


@pytest.mark.parametrize("family", load_coverages())
def test_each_font_has_the_signs_that_we_say_it_has(family: str, sets: Any) -> None:
    coverage = load_coverages()[family]
    signs, edges = whole_of(coverage), edges_of(coverage)
    assert len(signs) > 50
    some = {*signs[:: 1 + len(signs) // 500], *edges[:: 1 + len(edges) // 500]}
    assert sets(sorted(some), [family])


@pytest.mark.parametrize("family", [*load_embedded_coverages(), "Noto Sans Thai", "Noto Emoji"])
@pytest.mark.parametrize("sign", "ꦗⰀ𐍈")
def test_no_font_has_a_sign_that_we_say_it_lacks(family: str, sign: str, sets: Any) -> None:
    if sign not in load_coverages()[family]:
        assert not sets([sign], [family])


@pytest.mark.parametrize(
    "text",
    [
        "We ❤️ it ⚠️",
        "✔️ ➡️ 1️⃣ 👩\u200d💻 🇩🇪 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 👍🏽",
        "é q́ x̣̂",
        "مَرْحَبًا بِالعَالَم",
        "שָׁלוֹם עֲלֵיכֶם",
        "क्षत्रिय मुझे",
        "我找不到发票，你呢？",
        "請求書が見つからない。",
        "청구서를 찾을 수 없다",
        "หาใบแจ้งหนี้ไม่พบ",
        "ሰላም",
        "გამარჯობა",
        "தமிழ்",
        "বাংলা",
        "→ ✓ ★ □ ½",
    ],
)
def test_the_fonts_have_every_character_of_common_writing(text: str, sets: Any) -> None:
    assert FONTS.lacking(text) == []
    assert sets([text], FONTS.families(text))


@pytest.mark.parametrize(
    ("text", "lacking"),
    [("ꦗꦮ", ["ꦗ", "ꦮ"]), ("a\U0010fffdb", ["\U0010fffd"]), ("日\u0a3c", ["日\u0a3c"])],
)
def test_a_character_that_no_font_has_becomes_a_box(text: str, lacking: list[str]) -> None:
    assert FONTS.lacking(text) == lacking
    assert FONTS.printable({"words": [text]})["words"][0].count("□") == len(lacking)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1, max_size=12))
def test_what_is_left_of_any_text_can_be_set(sets: Any, text: str) -> None:
    whole = FONTS.printable(text)
    assert sets([whole], FONTS.families(whole))


def test_han_is_written_as_the_text_around_it_or_the_site_is() -> None:
    def form(text: str, language: str = "en") -> str:
        return next(each for each in FONTS.families(text, language) if "CJK" in each)

    assert form("請求") == "Noto Sans CJK SC"
    assert form("請求が") == form("請求", "ja") == "Noto Sans CJK JP"
    assert form("請求서") == form("請求", "ko") == "Noto Sans CJK KR"
    assert form("請求", "zh-TW") == form("請求", "zh-Hant") == "Noto Sans CJK TC"


def test_every_packaged_font_is_asked_for() -> None:
    asked = {
        family
        for language in ("ja", "ko", "zh", "zh-TW", "zh-HK")
        for family in FONTS.families("", language)
    }
    assert asked == set(load_coverages())


def test_the_packages_are_pinned_and_hold_what_is_asked_for() -> None:
    letters, han = (folder_of(module) for module in PACKAGES.values())
    assert (han / CJK).is_file()
    assert all((letters / f"NotoSans{script}[wght].ttf").is_file() for script in BY_SCRIPT)


@pytest.mark.parametrize(
    "data", [b"", b"OTTO", b"\x00\x01\x00\x00\x00\xff" + b"\x00" * 40, b"wOF2" + b"\x00" * 99]
)
def test_another_file_is_no_font(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.ttf"
    path.write_bytes(data)
    with pytest.raises(NoFontError):
        read_coverage(path)


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
def test_a_damaged_font_is_no_font_or_one(at: int, damage: bytes) -> None:
    data = (folder_of("manimgx_fonts") / "NotoSansLao[wght].ttf").read_bytes()
    try:
        parse_coverage(data[:at] + damage + data[at + len(damage) :])
    except NoFontError:
        return
