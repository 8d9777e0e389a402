"""Text from strangers as a terminal, or a log that reads commands, may show it: nothing in it acts."""

import os
import re
from pathlib import Path

# Control, bidirectional and other invisible signs, line separators, and what stands for bytes that are no UTF-8.
# Joiners stay: words in Persian and Hindi, and some emoji, are written with them.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
COMMANDS = (":", "#", "-", "~")
"""What a path from strangers must not begin a line with: GitHub's commands, or an option."""


def escape_controls(text: str) -> str:
    r"""Return the text with each unsafe sign as its escape, such as `\x1b` or `\u202e`."""
    return UNSAFE.sub(lambda sign: sign[0].encode("unicode_escape").decode(), text)


def relative_path(path: Path) -> str:
    """Return a path from where the command runs, with slashes, as it may begin a line."""
    shown = escape_controls(os.path.relpath(path).replace(os.sep, "/"))
    return f"./{shown}" if shown.startswith(COMMANDS) else shown
