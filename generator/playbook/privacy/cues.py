"""The words before and after a name that say it is a person's."""

import re
from enum import IntEnum

from playbook.privacy.word_sets import build_alternatives

NEAR = 40
SPACE = "[ \u00a0]"
ADDRESSED = re.compile(
    rf"(?<!\w)(?:{build_alternatives('titles')})\.?{SPACE}(?:(?:{build_alternatives('titles')})\.?{SPACE})?$",
    re.IGNORECASE,
)
RELATED = re.compile(
    rf"\b(?:(?:my|her|his|their|our|your) (?:\w+[ -]){{0,2}}(?:{build_alternatives('relations')})"
    rf"|{build_alternatives('introductions')}),?{SPACE}$",
    re.IGNORECASE,
)
DOING = re.compile(
    rf"\b(?:{build_alternatives('deeds-before')}|interview \d{{1,3}}),?:?{SPACE}$", re.IGNORECASE
)
SPOKEN_OF = re.compile(
    rf",? (?:{build_alternatives('pronouns')})\b|,? \((?:she|he|they)[/)]|, (?:aged? )?[1-9]\d\b"
    r"|['\u2019]s (?:phone|mail|desk|wife|husband|kids)\b",
    re.IGNORECASE,
)
DONE = re.compile(rf",? (?:{build_alternatives('deeds-after')})\b", re.IGNORECASE)


class Cue(IntEnum):
    """How surely the words around speak of a person."""

    NONE = 0
    DEED = 1
    """Something is done that people do, and companies as well: `ask X`, `X says`."""
    PERSON = 2
    """Only a person is called that: `Mrs X`, `my colleague X`, `X, she`."""


def find_title(text: str, start: int) -> int:
    """Return where the titles before a name start, which is at the name where there are none."""
    window = max(0, start - NEAR)
    found = ADDRESSED.search(text[window:start])
    return window + found.start() if found else start


def find_cue(text: str, start: int, end: int) -> Cue:
    """Return what the words around a stretch of a text say of it."""
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    if find_title(text, start) < start or RELATED.search(before) or SPOKEN_OF.match(after):
        return Cue.PERSON
    return Cue.DEED if DOING.search(before) or DONE.match(after) else Cue.NONE
