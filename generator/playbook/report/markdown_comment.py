"""Text from strangers in a comment on GitHub or GitLab: it shows, and does nothing.

Besides Markdown and HTML, a comment acts on names (`@team`), numbers (`#12`, `!12`), commits and
bare addresses, and does so after it has resolved entities. A space of no width keeps those apart.
"""

import re

from playbook.report.spans import Look, Sentence, Span, keep_on_line
from playbook.system.terminal import escape_controls

GAP = "\N{ZERO WIDTH SPACE}"
ACTING = re.compile(
    r"(?<=[@#!%&~$^*])(?=[\w\"'\[{])|(?<=:)(?=//|(?:[^\W\d]|\+|-|100:|1234:)[\w+-]*:?)"
    r"|(?<=\bGH-)(?=\d)|(?<=\bwww)(?=\.)|(?<=[A-Za-z]-)(?=\d)"
    r"|(?<=\b[0-9a-f])(?=[0-9a-f]{6,39}\b)",
    re.IGNORECASE,
)
"""Where a sign begins what a comment would link, fetch or notify."""
SPECIAL = re.compile(r"""[\\`*_{}\[\]<>&|~^$"#]|!$""")
LEADING = re.compile(r"^\s*(?:[-+=:]|\d+(?=[.)]))")
SAFE_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`\\|]+")


def escape_comment(text: str) -> str:
    """Return a text as it may begin a line of a comment, also inside of HTML."""
    return LEADING.sub(to_entities, escape_within_line(text))


def escape_within_line(text: str) -> str:
    """Return a text as it may stand behind other words of a line."""
    apart = ACTING.sub(GAP, escape_controls(keep_on_line(text)))
    return SPECIAL.sub(to_entities, apart).replace(GAP, "&#8203;")


def to_entities(match: re.Match[str]) -> str:
    """Return each sign by its number."""
    return "".join(f"&#{ord(sign)};" if not sign.isspace() else sign for sign in match[0])


def write_comment(sentence: Sentence) -> str:
    """Return a sentence as Markdown; what is gone is struck through, what is new is bold."""
    written: list[str] = []
    last = Look.PLAIN
    for span in sentence:
        if last is Look.GONE and span.look is Look.NEW and not span.text.startswith(" "):
            written.append(" ")
        written.append(write_span(span))
        last = span.look
    return LEADING.sub(to_entities, "".join(written))


SIGNS = {
    Look.NAME: ("**", "<b>", "</b>"),
    Look.CODE: ("", "<code>", "</code>"),
    Look.GONE: ("~~", "<del>", "</del>"),
    Look.NEW: ("**", "<ins>", "</ins>"),
}


def write_span(span: Span) -> str:
    """Return a stretch between its signs; spaces stay outside of them.

    Markdown's signs work only beside letters and digits, HTML's everywhere.
    """
    text = keep_on_line(span.text)
    words = text.strip(" ")
    if span.look is Look.PLAIN or not words:
        return escape_within_line(text)
    start, end = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    sign, opening, closing = SIGNS[span.look]
    if sign and words[0].isalnum() and words[-1].isalnum():
        opening = closing = sign
    return f"{start}{opening}{escape_within_line(words)}{closing}{end}"
