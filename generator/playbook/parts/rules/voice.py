"""How our texts sound; off unless a site switches it on."""

from collections.abc import Iterator
from typing import Any

from playbook.model.traverse import find_pieces
from playbook.rules.rule import Finding, rule
from playbook.rules.voice import INSTEAD, MOST_WORDS, Sentence, find_long_sentences, find_ruled_out
from playbook.source.document import Loc
from playbook.text.english import quoted
from playbook.text.inline import Text

OF_OTHERS = {"quote", "sources", "thinking", "videos"}
"""Where others speak: customers in their own words, and the titles of what others wrote."""


@rule("VO001", "word-we-do-without", is_optional=True)
def word_we_do_without(it: Any) -> Iterator[Finding]:
    """Write what a colleague would say aloud in a meeting. This finds words that sound like a book, a
    translation or an advertisement, and leaves quotations alone.

    Bad:
        summary: Whoever reads it finds the trouble
    Good:
        summary: Anyone who reads it finds the problem
    """
    for loc, text in list_own_texts(it):
        for word in dict.fromkeys(match[0] for match in find_ruled_out(text.plain())):
            yield Finding(loc, describe_word(word), word)


@rule("VO002", "sentence-too-long", is_optional=True)
def sentence_too_long(it: Any) -> Iterator[Finding]:
    """What has to be read twice loses the reader; most sentences of more than 25 words are two.

    Bad:
        summary: >-
          Read one short chapter of the book before you meet, draw your customer's experience alone and without looking
          at what the others draw, and then merge the three drawings into one map that you can test
    Good:
        summary: Read one short chapter. Draw your customer's experience alone, then merge the drawings into one map.
    """
    for loc, text in list_own_texts(it):
        for sentence in find_long_sentences(text.plain()):
            yield Finding(loc, describe_long_sentence(sentence), sentence.words)


def describe_word(word: str) -> str:
    """Return what to write in place of a word that is ruled out."""
    return f"{quoted(word)} is a word we do without: write {quoted(INSTEAD[word.lower()])}"


def describe_long_sentence(sentence: Sentence) -> str:
    """Return how long a sentence is, and what to do about it."""
    most = f"make it two sentences of at most {MOST_WORDS} words each"
    return f"{quoted(sentence.words)} has {sentence.count} words: {most}"


def list_own_texts(it: Any) -> Iterator[tuple[Loc, Text]]:
    """Yield the texts in which its authors speak."""
    return ((loc, text) for loc, text in find_pieces(it, Text) if OF_OTHERS.isdisjoint(loc))


RULES = (word_we_do_without, sentence_too_long)
