"""Which way a text reads."""

import unicodedata

LEFT, RIGHT = {"L"}, {"R", "AL"}


def is_right_to_left(text: str) -> bool:
    """Whether a text reads from right to left, by the first letter of it that has a direction."""
    ways = map(unicodedata.bidirectional, text)
    return next((way in RIGHT for way in ways if way in LEFT | RIGHT), False)
