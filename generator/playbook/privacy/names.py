"""A text -> the full names in it, in time linear in its length.

A guess from lists and from the words around.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from playbook.privacy.cues import Cue, find_cue, find_title
from playbook.privacy.eastern import find_eastern
from playbook.privacy.spelling import fold
from playbook.privacy.trace import Trace, blank_urls
from playbook.privacy.word_sets import load_word_set
from playbook.privacy.words import WORD, Word, look_up_word

LOOSE = " \u00a0\t*_\n"
BOUNDARY = re.compile(r"\b")
WIDEST_GAP = 4
MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place in the text."""

    word: Word
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name(Trace):
    """A full name, and whether it is one beyond doubt."""

    is_sure: bool


def find_names(text: str, exempt: Collection[str] = ()) -> Iterator[Name]:
    """Yield each full name; those in `exempt`, folded, are of people who aren't customers."""
    text = blank_urls(text)
    for run in find_runs(text):
        pair = find_best_pair(run, text)
        if pair and fold(pair.words) not in exempt and not is_known(pair.words):
            yield pair
    for start, end, is_sure in find_eastern(text):
        yield Name(text[start:end], start, is_sure)


def find_after(first: str, text: str) -> Iterator[Name]:
    """Yield each name that goes on after a first name that is known to be a customer's."""
    opening, end = f"{first.split(maxsplit=1)[0]} ", 0
    while (start := text.find(opening, end)) >= 0:
        match = BOUNDARY.match(text, start) and WORD.match(text, start + len(opening))
        end = match.end() if match else start + 1
        if not match:
            continue
        word = look_up_word(match[0])
        is_other = word.folded in load_word_set("months") or (
            word.is_ordinary and not word.is_family
        )
        if word.is_written_as_name and len(word.folded) > 1 and not is_other:
            yield Name(text[start:end], start, is_sure=True)


def is_full_name(words: str) -> bool:
    """Whether what stands where a customer is named is more than a first name and an initial."""
    words_found = [look_up_word(word[0]) for word in WORD.finditer(words)]
    written = [word for word in words_found if word.is_written_as_name and len(word.folded) > 1]
    return len(written) > 1 and any(word.is_name or not word.is_ordinary for word in written[1:])


def is_known(words: str) -> bool:
    """Whether a name is one that everybody knows: of a company, an author, a star."""
    folded = fold(words).replace("-", " ").split()
    return any(
        " ".join(folded[:end]) in load_word_set("known") for end in range(2, len(folded) + 1)
    )


def find_runs(text: str) -> Iterator[list[Token]]:
    """Yield each run of words that are written as names are, with only space between them."""
    run: list[Token] = []
    end = 0
    for match in WORD.finditer(text):
        if not run and match[0][0].islower():
            end = match.end()
            continue
        token = Token(look_up_word(match[0]), match.start(), match.end())
        gap = text[end : token.start] if token.start - end <= WIDEST_GAP else ","
        is_joined = bool(gap) and not is_gap_wide(gap, run)
        end = token.end
        if run and not is_joined:
            yield run
            run = []
        word = token.word
        if word.is_written_as_name or (run and word.is_particle):
            run.append(token)
        else:
            if run and not (word.is_institution and is_joined):
                yield run
            run = []
    if run:
        yield run


def is_gap_wide(gap: str, run: list[Token]) -> bool:
    """Whether what stands between two words parts them: a full stop does, save after an initial."""
    is_initial = bool(run) and len(run[-1].word.folded) == 1
    return bool(gap.strip(LOOSE + "." * is_initial)) or gap.count("\n") > 1


def find_best_pair(run: list[Token], text: str) -> Name | None:
    """Return the part of a run that is most likely a full name."""
    while run and run[-1].word.is_particle and not run[-1].word.is_written_as_name:
        run.pop()
    names = [at for at, token in enumerate(run) if not token.word.is_particle]
    if not names or len(names) > MOST_WORDS + 2:
        return None
    first, last = run[0].word, run[-1].word
    if len(run) > 1 and (last.is_institution or (first.is_institution and not first.is_name)):
        return None
    candidates = [pair for pair in weigh_pairs(run, names, text) if pair]
    candidates.sort(key=lambda name: (not name.is_sure, -len(name.words)))
    return candidates[0] if candidates else None


def weigh_pairs(run: list[Token], names: list[int], text: str) -> Iterator[Name | None]:
    """Yield what each two words of a run may be together."""
    if len(names) == 1:
        yield find_titled(run[names[0]], text)
        return
    for at, first in enumerate(names):
        for ahead, last in enumerate(names[at + 1 : at + MOST_WORDS]):
            yield weigh_pair(run[first], run[last], text, is_next=ahead == 0)


def find_titled(token: Token, text: str) -> Name | None:
    """Return a family name that follows a title, as in `Mrs Halloran`."""
    start = find_title(text, token.start)
    if start == token.start or (token.word.is_ordinary and not token.word.is_family):
        return None
    return Name(text[start : token.end], start, is_sure=False)


def weigh_pair(first: Token, last: Token, text: str, *, is_next: bool) -> Name | None:
    """Return two words as a name, as surely as the lists and the words around say it; else None."""
    one, two = first.word, last.word
    cue = find_cue(text, first.start, last.end)
    words = text[first.start : last.end]
    is_fit = (one.is_given and two.is_family) or (is_next and one.is_family and two.is_given)
    if len(one.folded) == 1 or len(two.folded) == 1:
        is_surname = len(one.folded) == 1 and two.is_family and not two.is_ordinary
        return Name(words, first.start, is_sure=False) if is_surname and cue else None
    if is_fit:
        doubts = one.is_ordinary + two.is_ordinary
        if doubts + 1 <= cue or doubts == 0:
            return Name(words, first.start, is_sure=True)
        return Name(words, first.start, is_sure=False) if doubts <= max(cue, 1) else None
    if one.is_ordinary or two.is_ordinary or not is_next:
        return None
    if one.is_given and not two.is_name:
        return Name(words, first.start, is_sure=cue > Cue.NONE)
    is_likely = cue >= (Cue.DEED if one.is_name or two.is_name else Cue.PERSON)
    return Name(words, first.start, is_sure=False) if is_likely else None
