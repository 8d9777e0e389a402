"""HTML that says of each block which way it reads, where anything reads from right to left."""

import re

RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
HOLDER = "li|t[dh]|d[td]|figcaption|blockquote"
BLOCK = f"h[1-6]|p|caption|{HOLDER}"
BESIDE = r'(?:span|small|time)(?=[^>]*\sclass="pb-)'
"""What stands beside a contributor's words without being of them, such as minutes."""
START = re.compile(rf"<({BLOCK}|{BESIDE})(?=[\s>])(?![^>]*\sdir=)")
FIRST = re.compile(rf'(<(?:{HOLDER}) dir="auto"[^>]*>\s*<p) dir="auto"')
"""A block and the paragraph that it begins with, which follows the block: a browser looks for a
block's first letter in what says no way of its own, and sets a list's number where words begin."""


def mark_directions(html: str) -> str:
    """Return a page whose blocks read as their first letter does.

    One that only reads from left to right as it was.
    """
    return FIRST.sub(r"\1", START.sub(r'<\1 dir="auto"', html)) if RIGHT.search(html) else html
