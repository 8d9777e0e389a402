"""Sentences about a change, before a channel such as a terminal writes them in its own signs."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from playbook.changes.words import Run, RunSort

WHITE_SPACE = re.compile(r"\s+")
NEAR = 8
"""How many words stay around what differs in a long text."""


class Look(StrEnum):
    """How a stretch of a sentence is meant."""

    PLAIN = "plain"
    NAME = "name"
    """What something is called."""
    CODE = "code"
    """An id or a path."""
    GONE = "gone"
    NEW = "new"


class Span(NamedTuple):
    """A stretch of a sentence; its text may come from anyone, and is not escaped."""

    text: str
    look: Look = Look.PLAIN


Sentence = tuple[Span, ...]
LOOKS = {RunSort.SAME: Look.PLAIN, RunSort.GONE: Look.GONE, RunSort.NEW: Look.NEW}


def say(*parts: str | Span | Sentence) -> Sentence:
    """Return a sentence of plain words, spans and other sentences."""
    spans: list[Span] = []
    for part in parts:
        if isinstance(part, Span):
            spans.append(part)
        elif isinstance(part, str):
            spans.append(Span(part))
        else:
            spans += part
    return tuple(span for span in spans if span.text)


def join(sentences: Iterable[Sentence], between: str = ", ") -> Sentence:
    """Return sentences as one, with words between them."""
    spans: list[Span] = []
    for sentence in sentences:
        spans += [Span(between), *sentence] if spans else sentence
    return tuple(spans)


def capitalize_sentence(sentence: Sentence) -> Sentence:
    """Return a sentence that begins with a capital letter, unless a name stands there."""
    if not sentence or sentence[0].look is not Look.PLAIN:
        return sentence
    first = sentence[0].text
    return (Span(first[:1].upper() + first[1:]), *sentence[1:])


def mark_runs(runs: Iterable[Run]) -> Sentence:
    """Return a text with what is gone and new in it; of what stays, the words near to that."""
    listed = list(runs)
    last = len(listed) - 1
    spans: list[Span] = []
    for place, run in enumerate(listed):
        text = run.text
        if run.sort is RunSort.SAME:
            text = cut_same(text, is_first=place == 0, is_last=place == last)
        spans.append(Span(text, LOOKS[run.sort]))
    return tuple(spans)


def cut_same(text: str, *, is_first: bool, is_last: bool) -> str:
    """Return words that stay, without those far from any that differ."""
    words = text.split()
    if len(words) <= NEAR * (1 if is_first or is_last else 2) + 2:
        return text
    start = "" if is_first else " ".join(words[:NEAR])
    end = "" if is_last else " ".join(words[-NEAR:])
    before = " " if text[:1].isspace() and start else ""
    after = " " if text[-1:].isspace() and end else ""
    return f"{before}{start}{' ' if start else ''}…{' ' if end else ''}{end}{after}"


def cut_text(text: str, most: int) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    start = line[:most].rpartition(" ")[0] or line[:most]
    return f"{start} …"


def keep_on_line(text: str) -> str:
    """Return a text with a space for each run of white space, also at its ends."""
    return WHITE_SPACE.sub(" ", text)


def join_details(head: Sentence, details: list[Sentence]) -> tuple[Sentence, list[Sentence]]:
    """Return a change with its only detail on one line; several stay below it."""
    if len(details) != 1:
        return head, details
    between = "; " if any(": " in span.text for span in head) else ": "
    return say(head, between, details[0]), []
