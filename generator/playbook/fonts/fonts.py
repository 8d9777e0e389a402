"""The fonts that sheets and pictures are set in, in the order in which each is asked."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar, cast

from playbook.fonts.coverage import Coverage, Span, read_coverage
from playbook.text.graphemes import list_forms, split_graphemes, strip_ignorable

PACKAGES = {"manimgx-fonts": "manimgx_fonts", "manimgx-fonts-cjk": "manimgx_fonts_cjk"}
"""What carries fonts, pinned to one version, by its name and its module."""
EMBEDDED = Path(__file__).with_name("embedded.txt")
TEXT = "Libertinus Serif"
"""What Latin, Greek and Cyrillic are set in; typst carries it."""
INSTEAD = "□"
CJK = "NotoSansCJK-VF.otf.ttc"
BY_SCRIPT = (
    *(
        "Arabic",
        "Armenian",
        "Bengali",
        "Devanagari",
        "Ethiopic",
        "Georgian",
        "Gujarati",
        "Gurmukhi",
        "Hebrew",
    ),
    *(
        "Kannada",
        "Khmer",
        "Lao",
        "Malayalam",
        "Myanmar",
        "Oriya",
        "Sinhala",
        "Tamil",
        "Telugu",
        "Thai",
    ),
)
AFTER_ALL = {
    "Noto Sans": "NotoSans-Italic[wght].ttf",
    "Noto Sans Symbols": "NotoSansSymbols[wght].ttf",
}
"""Files by their families; the italic of Noto Sans lacks a few characters of the upright."""
EMOJI = {"Noto Emoji": "NotoEmoji[wght].ttf"}
FORMS_OF_HAN = {"ja": "JP", "ko": "KR", "zh-TW": "TC", "zh-Hant": "TC", "zh-HK": "HK", "zh": "SC"}
KANA, HANGUL, BOPOMOFO = (
    re.compile(f"[{letters}]")
    for letters in (
        "\u3041-\u309f\u30a1-\u30fa\u31f0-\u31ff",
        "\u1100-\u11ff\uac00-\ud7af",
        "\u3105-\u312f",
    )
)
MARKS = {"Mn", "Mc", "Me"}
Data = TypeVar("Data", bound=object)


@dataclass(frozen=True)
class OwnFont:
    """A font that a site owner has put into `site_config`."""

    family: str
    path: Path


@dataclass(frozen=True)
class Fonts:
    """Every font that there is: typst's own, those of the packages, and the site owner's."""

    own: tuple[OwnFont, ...] = ()

    @cached_property
    def coverages(self) -> tuple[Coverage, ...]:
        """The characters of each font."""
        return (*load_coverages().values(), *(read_coverage(font.path) for font in self.own))

    @cached_property
    def folders(self) -> list[str]:
        """Where the font files lie."""
        own = dict.fromkeys(str(font.path.parent) for font in self.own)
        return [*(str(folder_of(module)) for module in PACKAGES.values()), *own]

    @cached_property
    def version(self) -> str:
        """What changes when another font is asked."""
        packages = (f"{name} {version(name)}" for name in PACKAGES)
        own = (
            f"{font.family} {hashlib.sha256(font.path.read_bytes()).hexdigest()}"
            for font in self.own
        )
        return " ".join([*packages, *own])

    def families(self, text: str, language: str = "") -> list[str]:
        """Return the families to ask for the characters of a text, in this order."""
        han = f"Noto Sans CJK {find_form_of_han(text, language)}"
        by_script = (f"Noto Sans {script}" for script in BY_SCRIPT)
        own = (font.family for font in self.own)
        embedded = [family for family in load_embedded_coverages() if family != TEXT]
        maths, mono = embedded[:-1], embedded[-1]
        return [TEXT, *by_script, han, *maths, *AFTER_ALL, *own, *EMOJI, mono]

    def lacking(self, text: str) -> list[str]:
        """Return the characters of a text that no font has, each once."""
        if is_simple(text):
            return []
        return [sign for sign in dict.fromkeys(split_graphemes(text)) if not self.has(sign)]

    def has(self, grapheme: str) -> bool:
        """Whether one font has all of a character."""
        if is_simple(grapheme):
            return True
        ways = [strip_ignorable(form) for form in list_forms(grapheme)]
        return any(all(sign in font for sign in way) for font in self.coverages for way in ways)

    def printable(self, data: Data) -> Data:
        """Return text, or data with texts in it, with a blank box for what no font has."""
        return replace_texts(data, self.box)

    def box(self, text: str) -> str:
        """Return a text with a blank box for each character that no font has.

        It has no U+FEFF, which PDF/UA-1 forbids.
        """
        text = text.replace("\ufeff", "")
        lacking = set(self.lacking(text))
        if not lacking:
            return text
        return "".join(INSTEAD if sign in lacking else sign for sign in split_graphemes(text))


def keep_simple_signs(data: Data) -> Data:
    """Return text, or data with texts in it, with blank boxes for all but simple characters."""
    return replace_texts(data, keep_simple_signs_of)


def keep_simple_signs_of(text: str) -> str:
    """Return a text in which all but the simplest characters are blank boxes."""
    return "".join(sign if is_simple(sign) else INSTEAD for sign in split_graphemes(text))


def replace_texts(data: Data, replace: Callable[[str], str]) -> Data:
    """Return data with each of its texts replaced; keys stay, and tuples become lists."""
    copy: Any = data
    if isinstance(data, str):
        copy = replace(data)
    elif isinstance(data, dict):
        copy = {key: replace_texts(value, replace) for key, value in data.items()}
    elif isinstance(data, list | tuple):
        copy = [replace_texts(value, replace) for value in data]
    return cast("Data", copy)


def find_form_of_han(text: str, language: str) -> str:
    """Return which forms a text's Chinese characters have: by the language, else by its letters."""
    for tag in (language, language.partition("-")[0]):
        if tag in FORMS_OF_HAN:
            return FORMS_OF_HAN[tag]
    if KANA.search(text):
        return "JP"
    if HANGUL.search(text):
        return "KR"
    return "TC" if BOPOMOFO.search(text) else "SC"


@cache
def folder_of(module: str) -> Path:
    """Return the folder of a package of fonts."""
    return Path(str(files(module)))


@cache
def load_coverages() -> Mapping[str, Coverage]:
    """Return the characters of each family that typst and the packages carry."""
    letters, han = (folder_of(module) for module in PACKAGES.values())
    by_script = {f"Noto Sans {script}": f"NotoSans{script}[wght].ttf" for script in BY_SCRIPT}
    files_by_family = by_script | AFTER_ALL | EMOJI
    chinese = read_coverage(han / CJK)
    return {
        **load_embedded_coverages(),
        **{f"Noto Sans CJK {form}": chinese for form in FORMS_OF_HAN.values()},
        **{family: read_coverage(letters / name) for family, name in files_by_family.items()},
    }


@cache
def load_embedded_coverages() -> dict[str, Coverage]:
    """Return the characters of each family that typst carries, in upright, bold and italic."""
    parts = EMBEDDED.read_text(encoding="ascii").split("# ")[1:]
    return {
        name: Coverage(map(parse_span, lines))
        for name, *lines in (part.splitlines() for part in parts)
    }


def parse_span(line: str) -> Span:
    """Return the span that a line gives: `0041-005A`, or one code point."""
    first, _, last = line.partition("-")
    return int(first, 16), int(last or first, 16)


def is_simple(text: str) -> bool:
    """Whether a text has only signs that the first font has, each of one code point."""
    return load_simple_signs().issuperset(text)


@cache
def load_simple_signs() -> frozenset[str]:
    """Return these signs, and the ends of lines and tabs."""
    coverage = load_embedded_coverages()[TEXT]
    spans = zip(coverage.starts, coverage.ends, strict=True)
    signs = (chr(point) for first, last in spans for point in range(first, last + 1))
    return frozenset("\n\t").union(
        sign for sign in signs if unicodedata.category(sign) not in MARKS
    )


FONTS = Fonts()
"""All fonts but those that a site owner adds."""
