"""The characters that typst's own fonts can print: `glyphs.txt` lists them in ranges, and a test proves it."""

import re
from functools import cache
from pathlib import Path

INSTEAD = "□"


@cache
def missing() -> re.Pattern[str]:
    """Return what matches a character that no font has."""
    ranges = (Path(__file__).parent / "glyphs.txt").read_text(encoding="ascii").split()
    spans = ("-".join(f"\\U{int(end, 16):08x}" for end in each.split("-")) for each in ranges)
    return re.compile(f"[^\n\t{''.join(spans)}]")


def unprintable(text: str) -> list[str]:
    """Return the characters of a text that no font has, each once."""
    return list(dict.fromkeys(missing().findall(text)))


def printable(text: str) -> str:
    """Return a text with a blank box for each character that no font has, and no U+FEFF, which PDF/UA-1 forbids."""
    return missing().sub(INSTEAD, text.replace("\ufeff", ""))
