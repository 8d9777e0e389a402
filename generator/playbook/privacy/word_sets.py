"""The lists of names and words that a finder looks things up in, each read when it is wanted."""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lists"


@cache
def load_word_set(name: str) -> frozenset[str]:
    """Return a list's lines; those of names and words are folded as `fold` does."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(text.rstrip("\n").split("\n"))


def is_listed(folded: str, *names: str) -> bool:
    """Whether a word is in one of the lists."""
    return any(folded in load_word_set(name) for name in names)


def build_alternatives(name: str) -> str:
    """Return a pattern of any line of a list."""
    return "|".join(sorted(map(re.escape, load_word_set(name)), key=len, reverse=True))
