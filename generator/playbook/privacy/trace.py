"""Something in a text that leads to a person."""

import re
from dataclasses import dataclass

URL = re.compile(r"(?:\b[a-z][a-z0-9+.-]{1,15}://|\bwww\.|\bdoi:? ?10\.)[^\s<>\"]++", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Trace:
    """The words that lead to a person, as written, and the index where they start."""

    words: str
    start: int


def blank_urls(text: str) -> str:
    """Return a text of the same length whose web addresses are blanked out."""
    return URL.sub(lambda found: "_" * len(found[0]), text) if "/" in text or "." in text else text
