"""Texts from all of Unicode, with bold, code, links and references anywhere, and with what other syntaxes act on."""

import sys
from collections.abc import Sequence
from random import Random
from unicodedata import category

from hostile import BITS
from playbook.composer import UNPRINTABLE

WORDS = (
    *("word", "Naïve", "ǅungla", "ﬁnding", "e\u0301te\u0301", "Z\u0351\u036b\u0343\u036a\u0302o\u0338", "İstanbul", "ẞ", "Łódź", "Øl"),
    *("Спрашивает", "Ўзбек", "Ερώτηση", "ἀρχή", "Հարց", "კითხვა", "ꮳꮃꭹ", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "ጥያቄ"),
    *("سُؤَالٌ", "نستعلیق", "שָׁלוֹם", "עברית", "ދިވެހި", "ܣܘܪܝܝܐ", "𞤀𞤣𞤤𞤢𞤥"),
    *("प्रश्न", "প্রশ্ন", "ਸਵਾਲ", "પ્રશ્ન", "கேள்வி", "ప్రశ్న", "ಪ್ರಶ್ನೆ", "ചോദ്യം", "ප්‍රශ්නය", "คำถาม", "ຄຳຖາມ", "မေးခွန်း", "សំណួរ", "དྲི་བ"),
    *("請求書が見つからない", "ひらがな", "ｶﾀｶﾅ", "질문", "\u1112\u1161\u11ab", "𠮷野家", "㍿", "\u302a字", "\ufe00字\ufe00", "ᠮᠣᠩᠭᠣᠯ"),
    *("❤️", "⚠️", "✔️", "➡️", "1️⃣", "👩‍💻", "👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇩🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☺︎", "🫠", "𝕌𝕟𝕚", "①", "½", "∑", "→"),
    *("7", "42%", "1,200", "9:00–10:00", "−1", "#42", "3.14", "٣", "१२", "10⁻³"),
    *("\u202eRTL\u202c", "\u2067x\u2069", "a\u200bb", "a\u2060b", "so\xadft", "\ufeffbom", "\ufffd", "\ufffc", "\ue000", "\U0010fffd"),
)
"""Words of many scripts, emoji, digits, and signs that are not seen."""
LONG = ("x" * 300, "字" * 300, "❤️" * 80, "W" * 70, "https://example.org/" + "a" * 200, "ا" * 150, "-" * 100)
"""Words that are longer than a line."""
PLAIN = ("word", "Спрашивает", "請求書が見つからない", "سُؤَالٌ", "שָׁלוֹם", "प्रश्न", "คำถาม", "질문", "❤️", "👩‍💻", "1️⃣", "7", "e\u0301te\u0301")
"""Words of which nothing is syntax."""
SHAPES = ("**{}**", "*{}*", "***{}***", "`{}`", "**`{}`**", "*a {} **b***", "[{}](https://a.example/b_(c)?d=1&e=*f*)", "[**{}**](<https://a.example/a b>)")
PIECES = [each for each in BITS if "home" not in each]
"""Syntax that names no artifact."""


class Prose:
    """Writes one text after another; `tame` leaves out what is syntax."""

    def __init__(self, draw: Random, refs: Sequence[str] = (), *, tame: bool = False) -> None:
        self.draw, self.refs, self.tame = draw, refs, tame

    def text(self) -> str:
        """Return a text that YAML can hold and a model takes: not empty, and with no sign at its ends to be cut off."""
        draw = self.draw
        if self.tame:
            return " ".join(draw.choice(PLAIN) for _ in range(draw.choice((1, 1, 2, 4, 9))))
        many = draw.choice((1, 1, 1, 1, 2, 2, 3, 5, 8))
        glue = draw.choice((" ", " ", " ", "", "\n", "\n\n", "  "))
        said = UNPRINTABLE.sub("", glue.join(self.stretch() for _ in range(many))).strip()
        return said if said.split() else "word"

    def stretch(self) -> str:
        """Return a word, marked up or not, a link to another artifact, or a piece of some syntax."""
        draw, kind = self.draw, self.draw.random()
        if kind < 0.2:
            return draw.choice(SHAPES).format(draw.choice(WORDS))
        if kind < 0.3 and self.refs:
            ref = draw.choice(self.refs)
            return draw.choice((f"[[{ref}]]", f"[[{ref}|{draw.choice(PLAIN)}]]", f"**[[{ref}|it]]**"))
        if kind < 0.4:
            return draw.choice(PIECES)
        if kind < 0.43:
            return draw.choice(LONG)
        if kind < 0.5:
            return "".join(any_sign(draw) for _ in range(draw.randint(1, 6)))
        return draw.choice(WORDS)


def any_sign(draw: Random) -> str:
    """Return any sign that Unicode has named."""
    while True:
        sign = chr(draw.randint(0x20, draw.choice((0x7F, 0x2FF, 0x2FFF, 0xFFFF, 0x1FFFF, sys.maxunicode))))
        if category(sign) not in {"Cs", "Cn"}:
            return sign
