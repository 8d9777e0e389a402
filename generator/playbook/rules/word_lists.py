"""The word lists that the heuristics look things up in.

One word or phrase a line, `#` for remarks.
"""

import re
from functools import cache
from pathlib import Path

import regex

FOLDER = Path(__file__).with_name("word_lists")

UNSPACED = {
    regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]"): 2,
    regex.compile(r"\p{Line_Break=SA}"): 4,
}
"""Writing without spaces between words, and how many of its signs make a word."""


@cache
def load_words(name: str) -> tuple[str, ...]:
    """Return a list's words, longest first."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(
        sorted((line for line in lines if line and not line.startswith("#")), key=len, reverse=True)
    )


@cache
def compile_pattern(name: str) -> re.Pattern[str]:
    """Return what matches any word of a list as a whole word.

    Words in capitals match in capitals only.
    """
    parts = (
        re.escape(word) if word.isupper() else f"(?i:{re.escape(word)})"
        for word in load_words(name)
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])")


def find_word(text: str, name: str) -> str:
    """Return the first word of a list that stands in the text, as it is written there.

    Nothing if none does.
    """
    match = compile_pattern(name).search(text.replace("’", "'"))  # noqa: RUF001 - a typographer's apostrophe
    return match.group() if match else ""


def find_opening_word(text: str, name: str) -> str:
    """Return the word of a list that the text begins with; nothing if none does."""
    match = compile_pattern(name).match(text.lstrip("*_“\"'").replace("’", "'"))  # noqa: RUF001 - the same
    return match.group() if match else ""


def count_words(text: str) -> int:
    """Return how many words a text has; about how many where no spaces stand between them."""
    return sum(
        max(1, sum(len(signs.findall(word)) // length for signs, length in UNSPACED.items()))
        for word in text.split()
    )
