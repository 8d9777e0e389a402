"""How alike two titles are."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

LONGEST = 200
"""How much of a title is compared."""
ALIKE = 0.72
"""From here on two titles may well mean the same moment; low enough for other words, and only ever
a proposal."""


def measure_likeness(one: str, other: str) -> float:
    """Return the share of signs that two runs of words have in common in the same order, up to 1.

    0 below ALIKE.
    """
    if not one or not other:
        return 0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0


@lru_cache(maxsize=10_000)
def reduce_to_words(plain: str) -> str:
    """Return the words of a plain title in one case, without any other sign.

    A title without words as it is.
    """
    start = plain[:LONGEST].casefold()
    return " ".join(re.findall(r"\w+", start)) or start
