"""Words for messages: what was meant, what there is to choose from, how many."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from heapq import nlargest
from typing import Any

from playbook.text.slug import fold

LONGEST = 60
LONGEST_WORD = 100
LIKELY = 50
"""How many of the known words are compared letter by letter: those with most letters in common."""
PLAIN = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys('“”„‟«»‘’‚"', "")})  # noqa: RUF001 - what is typed


def did_you_mean(word: Any, known: Iterable[str]) -> str:
    """Return ` (did you mean 'x'?)` for the known word closest to this one, or nothing."""
    if not isinstance(word, str) or len(word) > LONGEST_WORD:
        return ""
    folded_word = fold(word).casefold()
    letters, folded = set(folded_word), {name.casefold(): name for name in known}
    likely = nlargest(
        LIKELY,
        folded,
        lambda name: len(letters.intersection(name)) - abs(len(name) - len(folded_word)),
    )
    close = get_close_matches(folded_word, likely, n=1, cutoff=0.6)
    return f" (did you mean '{folded[close[0]]}'?)" if close else ""


def capitalize(words: str) -> str:
    """Return words with a capital first letter, and the others as they are."""
    return words[:1].upper() + words[1:]


def with_article(noun: str) -> str:
    """Return a noun with its indefinite article: `a play`, `an exercise`."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def list_choices(words: Iterable[str]) -> str:
    """Return words as a list to read out."""
    return ", ".join(map(quoted, words))


def join_choices(words: Iterable[str]) -> str:
    """Return words as a choice to read out: `a, b or c`."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def quoted(value: Any) -> str:
    """Return a value as a reader of the YAML would know it, cut short when long."""
    match value:
        case list():
            return "a list"
        case dict():
            return "'key: value' lines"
        case _:
            text = " ".join(str(value).split())
            return f"'{text[:LONGEST]}…'" if len(text) > LONGEST else f"'{text}'"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 moment`, `2 moments`, `3 opportunities`."""
    return f"1 {noun}" if number == 1 else f"{number} {pluralize(noun)}"


def pluralize(noun: str) -> str:
    """Return a noun for more than one of it."""
    return f"{re.sub(r'(?<=[^aeiou])y$', 'ie', noun)}s"


def normalize_figures(value: Any) -> str:
    """Return figures in the plain signs of a keyboard.

    Nothing when they are so already, or it is more than figures. Word processors make dashes of
    hyphens and curly quotation marks of straight ones; some keyboards type wide digits.
    """
    if not isinstance(value, str):
        return ""
    plain = re.sub(
        " ?- ?", "-", " ".join(unicodedata.normalize("NFKC", value.translate(PLAIN)).split())
    )
    return plain if plain != value and re.fullmatch(r"[0-9:.+-]+(?: of [0-9]+)?", plain) else ""
