"""HTML that says of each block which way it reads, where anything reads from right to left."""

import re

RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
BLOCK = "h[1-6]|p|li|t[dh]|d[td]|summary|figcaption|blockquote|caption"
BESIDE = r'(?:span|small|time)(?=[^>]*\sclass="pb-)'
"""What stands beside a contributor's words without being of them, such as minutes."""
START = re.compile(rf"<({BLOCK}|{BESIDE})(?=[\s>])(?![^>]*\sdir=)")


def mark_directions(html: str) -> str:
    """Return a page whose blocks read as their first letter does; one that only reads from left to right as it was."""
    return START.sub(r'<\1 dir="auto"', html) if RIGHT.search(html) else html
