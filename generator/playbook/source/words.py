"""Where words stand in a file."""

import re
from bisect import bisect_right
from functools import lru_cache

from playbook.source.problem import Mark

MOST = 6
"""So many words tell one place from others."""
LINE_BREAK = re.compile("\r\n?|\n")


def locate_words(text: str, words: str, begin: Mark = Mark()) -> Mark | None:  # noqa: B008 - frozen
    """Return the first place of words after another place, or None if they don't stand there.

    Marks, quotes and line breaks may part them.
    """
    starts = list_line_starts(text)
    after = starts[begin.line - 1] + begin.column - 1
    first = re.findall(r"[\w'’]+", words)[:MOST]  # noqa: RUF001 - a typographer's apostrophe
    for number in range(len(first), 0, -1):
        pattern = r"[\W_]+".join(map(re.escape, first[:number]))
        if match := re.compile(rf"(?<!\w){pattern}(?!\w)").search(text, after):
            return to_mark(starts, match.start())
    return None


def locate_reference(text: str, ref: str, begin: Mark) -> Mark | None:
    """Return the first `[[reference]]` to an id after a place, or None where there is none."""
    starts = list_line_starts(text)
    after = starts[begin.line - 1] + begin.column - 1
    match = re.compile(rf"\[\[\s*{re.escape(ref)}\s*[|\]]").search(text, after)
    return to_mark(starts, match.start()) if match else None


@lru_cache(maxsize=1)
def list_line_starts(text: str) -> list[int]:
    """Return the offset of each line; of one file many places are asked for in turn."""
    return [0, *(match.end() for match in LINE_BREAK.finditer(text))]


def to_mark(starts: list[int], offset: int) -> Mark:
    """Return the line and column of an offset, where lines have these starts."""
    line = bisect_right(starts, offset)
    return Mark(line, offset - starts[line - 1] + 1)
