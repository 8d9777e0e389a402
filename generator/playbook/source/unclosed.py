"""The quotation mark or bracket that nobody closed, where it was opened.

YAML's own answer stands further down.
"""

import re
from typing import NamedTuple

from playbook.source.problem import Mark

SPACES = re.compile("[ ]*")
LEAD = re.compile(r"[ ]*(?:-[ ]+)*")
KEY = re.compile(r"""(?:[^\s\[\]{}"'#&*!|>%@`,][^:#\n]*?|"[^"\n]*"|'[^'\n]*'):(?=\s|$)[ \t]*""")
QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*+'")}
AFTER = re.compile(r"[ \t]*(?:$|#|:|,|\]|\})", re.MULTILINE)
FLOW = re.compile(r"""[\[\]{},]|(?<!\S)#|:(?=\s)|\n""")
CLOSES = {"]": "[", "}": "{"}
WORDS = {
    '"': "a quotation mark is opened here and never closed: close it",
    "'": "a quotation mark is opened here and never closed: close it, and write ' inside as ''",
    "[": "a bracket is opened here and never closed: close it, or put the text in quotes",
    "{": "a brace is opened here and never closed: close it, or put the text in quotes",
}


class Opened(NamedTuple):
    """An opening sign, its place in the text, and the column that its inside stands beyond."""

    sign: str
    at: int
    column: int


def find_unclosed(text: str) -> tuple[Mark, str] | None:
    """Return the first quotation mark or bracket that is never closed, with what to do.

    None when there is none. What is inside has to be indented further than the key that it belongs
    to, so the first line that is not shows that it was to end before. Every sign is looked at once.
    """
    text = re.sub("\r\n?", "\n", text)
    at = 0
    while at < len(text):
        lead = LEAD.match(text, at)
        start = lead.end() if lead else at
        key = None if text.startswith(("#", "\n"), start) else KEY.match(text, start)
        dash = text.rfind("-", at, start)
        column_without_key = dash - at if dash >= 0 else max(start - at - 1, 0)
        column = start - at if key else column_without_key
        opened, at = read_value(text, key.end() if key else start, column)
        if opened:
            before = text.rfind("\n", 0, opened.at)
            return Mark(text.count("\n", 0, opened.at) + 1, opened.at - before), WORDS[opened.sign]
    return None


def read_value(text: str, at: int, column: int) -> tuple[Opened | None, int]:
    """Return what is never closed in the value at `at`, and where the next line starts."""
    sign = text[at : at + 1]
    if sign in QUOTED:
        opened = Opened(sign, at, column)
        end = find_quote_end(text, opened)
        return (opened, at) if end is None else (None, find_line_end(text, end))
    if sign and sign in "[{":
        return read_flow(text, at, column)
    if sign in {"", "\n", "#"}:
        return None, find_line_end(text, at)
    return None, find_text_end(text, at, column)


def find_quote_end(text: str, opened: Opened) -> int | None:
    """Return where a quoted text ends; None when it ends where another one was meant to begin."""
    closed = QUOTED[opened.sign].match(text, opened.at)
    if closed is None or (
        "\n" in closed[0]
        and (has_outdented_line(text, opened, closed.end()) or not AFTER.match(text, closed.end()))
    ):
        return None
    return closed.end()


def has_outdented_line(text: str, opened: Opened, end: int) -> bool:
    """Whether a line between an opening sign and `end` is indented too little to belong to it."""
    line = text.find("\n", opened.at, end) + 1
    while line:
        stop = text.find("\n", line, end) + 1
        words = text[line : stop - 1 if stop else end].lstrip(" ")
        indent = (stop - 1 if stop else end) - line - len(words)
        if words.strip() and indent <= opened.column:
            return True
        line = stop
    return False


def read_flow(text: str, at: int, column: int) -> tuple[Opened | None, int]:
    """Return what is never closed in a list or mapping in brackets, and the next line's start."""
    inside = [Opened(text[at], at, column)]
    at += 1
    fresh = True
    while inside:
        at = skip_spaces(text, at) if fresh else at
        if fresh and text[at : at + 1] in QUOTED:
            quote = Opened(text[at], at, column)
            end = find_quote_end(text, quote)
            if end is None:
                return quote, at
            at, fresh = end, False
        match = FLOW.search(text, at)
        if match is None:
            return inside[-1], at
        sign = match[0]
        fresh = sign in "[{,:" or (fresh and sign in "#\n" and match.start() == at)
        at = find_line_end(text, at) - 1 if sign == "#" else match.end()
        if (sign == "\n" and is_flow_end(text, at, column)) or CLOSES.get(
            sign, inside[-1].sign
        ) != inside[-1].sign:
            return inside[-1], at
        if sign in "[{":
            inside.append(Opened(sign, at - 1, column))
        elif sign in CLOSES:
            inside.pop()
    return None, find_line_end(text, at)


def is_flow_end(text: str, line: int, column: int) -> bool:
    """Whether a line that starts at `line` is indented too little to stand inside brackets."""
    words = skip_spaces(text, line)
    return text[words : words + 1] not in {"", "\n", "]", "}", "#"} and words - line <= column


def skip_spaces(text: str, at: int) -> int:
    """Return where the next sign stands that is no space."""
    found = SPACES.match(text, at)
    return found.end() if found else at


def find_line_end(text: str, at: int) -> int:
    """Return where the next line starts."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def find_text_end(text: str, at: int, column: int) -> int:
    """Return where the first line starts that is not indented beyond `column`.

    A text without quotes ends there.
    """
    at = find_line_end(text, at)
    while at < len(text):
        stop = find_line_end(text, at)
        line = text[at:stop]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
            break
        at = stop
    return at
