"""Text from strangers as a terminal, or a log that reads commands, may show it.

Nothing in it acts.
"""

import os
import re
import shlex
import unicodedata
from pathlib import Path

# Control, bidirectional and other invisible signs, line separators, and what stands for bytes that
# are no UTF-8.
# Joiners stay: words in Persian and Hindi, and some emoji, are written with them.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
UNSEEN = {"Mn", "Me", "Cf"}
"""The categories of signs that stand in the column of the one before."""
COMMANDS = (":", "#", "-", "~")
"""What a path from strangers must not begin a line with: GitHub's commands, or an option."""
SAFE_PATH = re.compile(r"[\w./\\:-]+")
"""A path that every shell takes as it is."""


def escape_controls(text: str) -> str:
    r"""Return the text with each unsafe sign as its escape, such as `\x1b` or `\u202e`."""
    return UNSAFE.sub(lambda sign: sign[0].encode("unicode_escape").decode(), text)


def format_path(path: Path) -> str:
    """Return a path from where the command runs, with slashes, as it may begin a line."""
    shown = escape_controls(os.path.relpath(path).replace(os.sep, "/"))
    return f"./{shown}" if shown.startswith(COMMANDS) else shown


def count_columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for an ideograph, none for a mark."""
    if text.isascii():
        return len(text)
    seen = (sign for sign in text if unicodedata.category(sign) not in UNSEEN)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in seen)


def quote_path(path: str) -> str:
    """Return a path as a shell takes it."""
    if SAFE_PATH.fullmatch(path):
        return path
    return f'"{path}"' if os.name == "nt" else shlex.quote(path)
