"""The words and the length of sentences that our texts do without."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from playbook.rules.word_lists import count_words

INSTEAD: Final = {
    "a talk": "a conversation",
    "apart for": "except for",
    "by which of them": "who, or which one",
    "game-changer": "what it changes",
    "have a look again": "look at it again",
    "leverage": "use",
    "mend": "fix",
    "mended": "fixed",
    "mending": "fixing",
    "mends": "fixes",
    "of which": "which",
    "seamless": "what works, and where",
    "seamlessly": "what works, and where",
    "somebody": "someone",
    "somebody's": "someone's",
    "the talk": "the conversation",
    "synergies": "what each gains",
    "synergy": "what each gains",
    "trouble": "problem",
    "troubles": "problems",
    "utilise": "use",
    "utilize": "use",
    "whoever": "anyone who, or the person who",
    "wish": "request, or want",
    "wished": "wanted",
    "wishes": "requests, or wants",
}
"""What is not said, and what to say instead."""
RULED_OUT = re.compile(
    rf"(?i)(?<![\w-])(?<!them )(?:{'|'.join(sorted(map(re.escape, INSTEAD), key=len, reverse=True))})(?![\w-])"
)
QUOTATION = re.compile('"[^"]*"|“[^”]*”|„[^“”]*[“”]')
"""What someone else said, in their words."""
MOST_WORDS = 25
ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[A-Za-z]\.[A-Za-z]|Mrs?|Ms|Dr|vs|No|ch|St|etc|cf)\.$")
END = re.compile(r"[.!?…]+[\"”’')\]*_]*\s+(?=[^a-z\s])|(?<=[。！？])\s*")  # noqa: RUF001 - full stops elsewhere


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, where it starts in its text, and how many words it has."""

    start: int
    words: str
    count: int


def find_ruled_out(text: str) -> Iterator[re.Match[str]]:
    """Yield each place where a text says what INSTEAD has better words for; not in a quotation."""
    own = QUOTATION.sub(lambda quotation: " " * len(quotation[0]), text)
    return RULED_OUT.finditer(own)


def find_long_sentences(text: str) -> Iterator[Sentence]:
    """Yield each sentence with more than MOST_WORDS words."""
    ends = (
        end for end in END.finditer(text) if not ABBREVIATION.search(text[: end.end()].rstrip())
    )
    starts = [0, *(end.end() for end in ends)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        words = text[start:end].strip()
        count = count_words(words)
        if count > MOST_WORDS:
            yield Sentence(start, words, count)
