"""Which words of a text are gone, new, or the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, takewhile

import regex

from playbook.text.graphemes import split_graphemes

UNSPACED = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]"
)
"""Scripts that write sentences without spaces, where every character counts as a word."""
PUNCTUATION = regex.compile(r"\p{P}+")
APOSTROPHES = "'’"  # noqa: RUF001 - what joins two parts of a word
MOST_PAIRS = 1_000_000
"""Beyond this many pairs of words, two texts are not laid side by side."""
MOST_LETTERS = 50_000
"""Nor are they where one is longer than this, as no text is that people read word by word."""
LEAST_ALIKE = 0.25
"""The share of words that stay in a text that was reworded, and not written anew."""


class RunSort(StrEnum):
    """Where a run of words stands: in both texts, or in one."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Run:
    """Words of a text that follow each other, with the spaces around them."""

    sort: RunSort
    text: str


def compare_words(before: str, after: str) -> tuple[Run, ...]:
    """Return both texts in one: all but what is new is the first, all but what is gone the second.

    What was gone stands before what came in its place.
    """
    if before == after:
        return (Run(RunSort.SAME, before),) if before else ()
    if max(len(before), len(after)) > MOST_LETTERS:
        return tuple(list_runs(iter([(False, [before], [after])])))
    first, second = split_tokens(before), split_tokens(after)
    pairs = list(pair_tokens(first, second))
    same = sum(sum(map(is_word, gone)) for is_same, gone, _ in pairs if is_same)
    most = max(sum(map(is_word, first)), sum(map(is_word, second)))
    if same < LEAST_ALIKE * most:
        pairs = [(False, first, second)]
    return tuple(list_runs(join_changes(pairs)))


Pair = tuple[bool, Sequence[str], Sequence[str]]
"""Whether two stretches are the same, and both."""


def pair_tokens(first: Sequence[str], second: Sequence[str]) -> Iterator[Pair]:
    """Yield the stretches of two texts, side by side.

    Long ones are the same up to where they differ first and from where they differ last.
    """
    if len(first) * len(second) > MOST_PAIRS:
        start = count_same(first, second)
        rest = first[start:], second[start:]
        end = count_same(rest[0][::-1], rest[1][::-1])
        yield True, first[:start], second[:start]
        yield False, rest[0][: len(rest[0]) - end], rest[1][: len(rest[1]) - end]
        yield True, rest[0][len(rest[0]) - end :], rest[1][len(rest[1]) - end :]
        return
    matcher = SequenceMatcher(str.isspace, first, second)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        yield tag == "equal", first[start:end], second[other_start:other_end]


def count_same(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many words two texts begin with that are the same."""
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def join_changes(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield changes with only spaces or signs between them as one, since nobody reads those apart.

    A sign that stays at the start or the end of the text stays apart.
    """
    last = len(pairs) - 1

    def is_apart(numbered: tuple[int, Pair]) -> bool:
        place, (is_same, words, _) = numbered
        return is_same and (place in {0, last} or any(map(is_word, words)))

    for is_same, group in groupby(enumerate(pairs), is_apart):
        joined = [pair for _, pair in group]
        gone = [token for _, tokens, _ in joined for token in tokens]
        yield is_same, gone, [token for _, _, tokens in joined for token in tokens]


def list_runs(pairs: Iterator[Pair]) -> Iterator[Run]:
    """Yield the runs of stretches that stand side by side."""
    for is_same, first, second in pairs:
        gone, new = "".join(first), "".join(second)
        if is_same:
            yield Run(RunSort.SAME, gone)
            continue
        if gone:
            yield Run(RunSort.GONE, gone)
        if new:
            yield Run(RunSort.NEW, new)


def split_tokens(text: str) -> list[str]:
    """Return the words of a text, with each space and each sign between them; all of it is there.

    No character that readers see as one is cut.
    """
    tokens: list[str] = []
    graphemes = split_graphemes(text)
    sorts = [sort_grapheme(grapheme) for grapheme in graphemes]
    last = "sign"
    for grapheme, sort, following in zip(graphemes, sorts, [*sorts[1:], "sign"], strict=False):
        is_joining = last == following == "word" and grapheme in APOSTROPHES
        current = "word" if is_joining else sort
        if current == last != "sign":
            tokens[-1] += grapheme
        else:
            tokens.append(grapheme)
        last = current
    return tokens


def sort_grapheme(grapheme: str) -> str:
    """Return whether a character is a space, part of a word, or stands for itself."""
    if grapheme.isspace():
        return "space"
    return "word" if grapheme[0].isalnum() and not UNSPACED.match(grapheme) else "sign"


def is_word(token: str) -> bool:
    """Whether a token says something by itself; signs of punctuation don't, and pictures do."""
    return token.isalnum() or not (token.isspace() or PUNCTUATION.fullmatch(token))
