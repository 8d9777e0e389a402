"""Text -> the terms that a search knows it by; `theme/scripts/search-terms.js` splits the same way.

Words without accents and capitals, words joined by a hyphen also as one, and what is written
without spaces in pairs of signs.
"""

from collections.abc import Callable, Iterator
from unicodedata import normalize

import regex
import snowballstemmer

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー"
ACCENTS = regex.compile(r"[\u0300-\u036f]")
APOSTROPHES = regex.compile(r"(?<=\p{L})['\u2019](?=\p{L})")
HYPHENS = regex.compile(r"[-\u2010\u2011]")
SIGNS = r"[\p{L}\p{N}\p{M}\u30fc]+"
"""The last is the mark of a long vowel."""
WORDS = regex.compile(rf"{SIGNS}(?:{HYPHENS.pattern}{SIGNS})*")
RUNS = regex.compile(rf"[{UNSPACED}]+|[^{UNSPACED}]+")
MOST_SIGNS = 40
"""A longer word is an address or a key, and nobody types it."""
BRITISH = (
    (regex.compile(r"(?<=\w{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)"), "iz"),
    (regex.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|al|able|ite|ites)?$)"), "or"),
)
Stemmer = Callable[[str], str]


def fold(text: str) -> str:
    """Return a text without accents, capitals and apostrophes."""
    if text.isascii():  # most texts are, and need no more
        return APOSTROPHES.sub("", text.lower()) if "'" in text else text.lower()
    plain = normalize("NFC", ACCENTS.sub("", normalize("NFKD", text)))
    return APOSTROPHES.sub("", plain.lower().replace("ß", "ss"))


def split_terms(text: str) -> Iterator[str]:
    """Yield the terms of a text."""
    for match in WORDS.finditer(fold(text)):
        word = match[0]
        if word.isalnum() and word.isascii():
            yield word[:MOST_SIGNS]
            continue
        parts = HYPHENS.split(word)
        for part in parts:
            if part.isascii():
                yield part[:MOST_SIGNS]
            else:
                for run in RUNS.findall(part):
                    yield from split_run(run)
        if len(parts) > 1 and len(word) <= MOST_SIGNS and word.isascii():
            yield "".join(parts)


def split_run(run: str) -> Iterator[str]:
    """Yield a word, or the pairs of signs of a text without spaces."""
    if len(run) > 1 and regex.match(rf"[{UNSPACED}]", run):
        yield from (run[at : at + 2] for at in range(len(run) - 1))
    else:
        yield run[:MOST_SIGNS]


def make_stemmer(language: str, stems: dict[str, str]) -> Stemmer:
    """Return what finds the stem of an English word, and of one in the language of the site.

    The interface may speak another language than what a team writes. `stems` has those that are
    known, and gets the others.
    """
    names = ["english"]
    own = LANGUAGES.get(language.partition("-")[0])
    if own and own in snowballstemmer.algorithms():
        names.append(own)
    stemmers = [snowballstemmer.stemmer(name) for name in names]

    def stem(term: str) -> str:
        if term not in stems:
            root = term
            for ending, american in BRITISH:
                root = ending.sub(american, root)
            for stemmer in stemmers:
                root = stemmer.stemWord(root)
            stems[term] = root
        return stems[term]

    return stem


LANGUAGES = {
    "da": "danish",
    "de": "german",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
"""Which of snowball's algorithms is for which of Material's languages."""
