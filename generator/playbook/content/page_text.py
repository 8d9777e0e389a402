"""A handwritten page's text -> what it refers to outside code and comments, and where."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playbook.text.inline import REFERENCE

ADDRESS = re.compile(
    r"\]\([ \t]*<(?P<in_angles>[^<>\n]*)>"  # [words](<an address>)
    r"|\]\(\s*(?P<inline>[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)"  # [words](address)
    # [words]: address
    r"|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*(?:<(?P<defined_in_angles>[^<>\n]*)>|(?P<defined>\S+))"
    r"|<(?P<automatic>https?://[^<>\n]*)>"  # <address>
    r"|\b(?:src|href|poster|srcset)[ \t]*=[ \t]*"
    r"(?:\"(?P<html_double>[^\"]*)\"|'(?P<html_single>[^']*)'|(?P<html_bare>[^\s\"'>]+))",
    re.IGNORECASE | re.MULTILINE,
)
"""Where Markdown, and HTML in it, can refer to a file."""
FENCE = re.compile(r"^[> \t]*(?P<marks>`{3,}|~{3,})(?P<rest>[^\n]*)$", re.MULTILINE)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
TICKS = re.compile(r"(?<!\\)`+|\n[ \t]*\n")
NOT_BREAK = re.compile(r"[^\n]")


@dataclass(frozen=True)
class Address:
    """An address as a page's text has it, the index of its start, and whether it is in HTML."""

    text: str
    index: int
    is_html: bool


def find_addresses(text: str) -> Iterator[Address]:
    """Yield each address in a text of Markdown, in order."""
    for match in ADDRESS.finditer(mask_code(text)):
        if name := match.lastgroup:
            yield Address(match[name], match.start(name), name.startswith("html"))


def find_references(text: str) -> Iterator[re.Match[str]]:
    """Yield each `[[id]]` or `[[id|words]]` in a text of Markdown, in order."""
    masked = mask_code(text)
    for match in REFERENCE.finditer(masked):
        if not masked.endswith("\\", 0, match.start()):
            yield match


def replace_references(text: str, replacement: Callable[[re.Match[str]], str]) -> str:
    """Return a text of Markdown with something else for each reference in it."""
    pieces, end = [], 0
    for match in find_references(text):
        pieces += [text[end : match.start()], replacement(match)]
        end = match.end()
    return "".join([*pieces, text[end:]])


def mask_code(text: str) -> str:
    """Return a text of the same length with spaces for code and for HTML comments."""
    text = mask(text, find_fences(text))
    text = mask(text, (match.span() for match in COMMENT.finditer(text)))
    return mask(text, find_code_spans(text))


def mask(text: str, spans: Iterator[tuple[int, int]]) -> str:
    """Return a text with spaces for these spans, which follow each other; line breaks stay."""
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], NOT_BREAK.sub(" ", text[start:stop])]
        end = stop
    return "".join([*pieces, text[end:]])


def find_fences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each fenced block.

    One that is never closed goes on to the end.
    """
    opened: re.Match[str] | None = None
    for line in FENCE.finditer(text):
        marks, rest = line["marks"], line["rest"]
        if opened is None:
            opened = None if marks[0] == "`" and "`" in rest else line
        elif marks.startswith(opened["marks"]) and not rest.strip():
            yield opened.start(), line.end()
            opened = None
    if opened:
        yield opened.start(), len(text)


def find_code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each code span.

    Backticks, up to as many again in the same paragraph.
    """
    paragraph: list[tuple[int, int]] = []
    for match in TICKS.finditer(text):
        if match[0].startswith("`"):
            paragraph.append(match.span())
        else:
            yield from pair_backticks(paragraph)
            paragraph = []
    yield from pair_backticks(paragraph)


def pair_backticks(runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the code spans that runs of backticks in one paragraph make.

    Each run is their start and end.
    """
    places: dict[int, list[int]] = defaultdict(list)
    for number, (start, stop) in reversed(list(enumerate(runs))):
        places[stop - start].append(number)
    number = 0
    while number < len(runs):
        start, stop = runs[number]
        same = places[stop - start]
        while same and same[-1] <= number:
            same.pop()
        if same:
            yield start, runs[same[-1]][1]
            number = same[-1]
        number += 1
