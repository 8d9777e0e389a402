"""Texts from all of Unicode, with bold, code, links and references anywhere, and with what other
syntaxes act on."""

import sys
from collections.abc import Sequence
from random import Random
from unicodedata import category

from fuzz.pools import LONG, PLAIN, SHAPES, WORDS
from hostile import BITS
from playbook.source.unprintable import UNPRINTABLE

PIECES = [each for each in BITS if "home" not in each]
"""Syntax that names no artifact."""


class Prose:
    """Writes one text after another; `tame` leaves out what is syntax."""

    def __init__(self, draw: Random, refs: Sequence[str] = (), *, tame: bool = False) -> None:
        self.draw, self.refs, self.tame = draw, refs, tame

    def text(self) -> str:
        """Return a text that YAML can hold and a model takes.

        Not empty, and with no sign at its ends to be cut off.
        """
        draw = self.draw
        if self.tame:
            return " ".join(draw.choice(PLAIN) for _ in range(draw.choice((1, 1, 2, 4, 9))))
        many = draw.choice((1, 1, 1, 1, 2, 2, 3, 5, 8))
        glue = draw.choice((" ", " ", " ", "", "\n", "\n\n", "  "))
        said = UNPRINTABLE.sub("", glue.join(self.stretch() for _ in range(many))).strip()
        return said if said.split() else "word"

    def stretch(self) -> str:
        """Return a word, marked up or not, a link to an artifact, or a piece of some syntax."""
        draw, kind = self.draw, self.draw.random()
        if kind < 0.2:
            return draw.choice(SHAPES).format(draw.choice(WORDS))
        if kind < 0.3 and self.refs:
            ref = draw.choice(self.refs)
            return draw.choice(
                (f"[[{ref}]]", f"[[{ref}|{draw.choice(PLAIN)}]]", f"**[[{ref}|it]]**")
            )
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
        sign = chr(
            draw.randint(0x20, draw.choice((0x7F, 0x2FF, 0x2FFF, 0xFFFF, 0x1FFFF, sys.maxunicode)))
        )
        if category(sign) not in {"Cs", "Cn"}:
            return sign
