"""The fonts of the site: the sheets' own, with all letters that their style sheet promises."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from playbook.assets import THEME
from playbook.fonts.fonts import TEXT
from playbook.site.bundle import make_style

SHEET = (THEME / "styles" / "fonts.css").read_text(encoding="utf-8")
FOLDER = THEME / "site" / "assets"
FACES = re.compile(r'url\("(.+?)"\).*?unicode-range: (.+?);', re.DOTALL)
PROMISED = dict(FACES.findall(SHEET))
WORDS = {
    "latin": "Prüfung für Œuvre, naïve señor: “no” — 50 € …",
    "latin-more": "Źdźbło čeština İstanbul ağa Việt Nam ő ș ẞ",
    "greek-cyrillic": "Ελλάδα Россия Україна Қазақ",
}


def list_points(ranges: str) -> set[int]:
    """Return the code points of a style sheet's ranges."""
    points: set[int] = set()
    for each in ranges.split(", "):
        first, _, last = each.removeprefix("U+").partition("-")
        points |= {*range(int(first, 16), int(last or first, 16) + 1)}
    return points


def test_every_font_is_named_and_its_licence_beside_it() -> None:
    fonts = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.woff2")}
    assert fonts == {*PROMISED}
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "fonts" / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PROMISED)
def test_a_font_has_every_character_that_is_promised(path: str) -> None:
    font = TTFont(FOLDER / path)
    assert font["name"].getDebugName(1).startswith(TEXT)
    promised = list_points(PROMISED[path])
    assert promised == {*font.getBestCmap()}
    subset = Path(path).stem.partition("-")[2].removeprefix("italic-")
    letters = {ord(sign) for sign in WORDS[subset] if not sign.isascii()}
    assert letters <= promised


def test_no_character_is_promised_by_two_fonts_of_one_style() -> None:
    regular = [list_points(ranges) for path, ranges in PROMISED.items() if "/regular-" in path]
    assert sum(map(len, regular)) == len(set().union(*regular))


def test_a_site_of_someone_else_keeps_its_type() -> None:
    assert "@font-face" in make_style({}, {})
    assert "@font-face" not in make_style({}, {}, is_guest=True)
    assert TEXT not in make_style({}, {}, is_guest=True)
