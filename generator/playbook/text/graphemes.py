"""What a reader takes for one character.

A letter with its marks, a syllable, an emoji of several.
"""

import unicodedata

import regex

GRAPHEMES = regex.compile(r"\X")
IGNORABLE = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cf}\s]+")
"""What is never seen itself: joiners, selectors, marks of direction, spaces."""


def split_graphemes(text: str) -> list[str]:
    """Return the characters of a text, none of them cut in two."""
    return [text[n] for n in range(len(text))] if text.isascii() else GRAPHEMES.findall(text)


def strip_ignorable(grapheme: str) -> str:
    """Return what of a character a font must have."""
    return IGNORABLE.sub("", grapheme)


def list_forms(grapheme: str) -> set[str]:
    """Return the ways of writing a character that print the same."""
    return {grapheme, *(unicodedata.normalize(form, grapheme) for form in ("NFC", "NFD"))}
