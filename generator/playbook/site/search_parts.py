"""The pages of a site -> the index of its search in small parts, of which a reader loads few.

`search/index.js` says of each page what kind it is and how much it counts, and with which term each
part of the vocabulary begins. `search/terms/` has those parts: stems, the forms they stand in, and
the pages. `search/tails/` has the forms in the order of what follows their first letter, for words
that lack it. `search/pages/` has what a page says, by sections. All are scripts, since a page that
was opened from a folder may load nothing else.
"""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import ceil
from typing import Self
from urllib.parse import unquote

from playbook.site.search import PageText
from playbook.site.search_terms import Stemmer, make_stemmer, split_terms

FOLDER = "search"
ASIDE = 0.1
"""What counts no more than this is for contributors, and shown when it is asked for."""
IN_PAGE_TITLE, IN_TITLE, IN_TEXT = 12, 4, 1
SOON = 4.0
"""How soon a word that is said again counts no more; see BM25."""
LEVELS = 26
"""How much a page is about a word: a letter."""
PART_SIZE = 12_000
SHORTEST = 4
"""How long a word is at least that is found with a slip; see `findNear`."""
BYTES_A_PAGE = 3
FIRST_SIGN = 0x100
"""Each kind of page is a letter beyond those that a script has to escape."""
MOST = 1 << 20
"""More than a page can say a word; a number of a page and such a count make one number."""
Section = tuple[str, str, str, str]
"""Its id, its kind, its title and what is shown of it."""
Postings = Mapping[str, "array[int]"]
"""The pages that say each term, by their numbers, and how often."""


@dataclass
class SearchPage:
    """A page as a search knows it: what it shows of each section, and its terms."""

    url: str
    title: str
    kind: str
    weight: float
    sections: list[Section]
    counts: dict[str, int]

    @classmethod
    def load(cls, kept: bytes) -> Self:
        return cls(**json.loads(kept))

    def dump(self) -> bytes:
        return json.dumps(vars(self)).encode()


def count_terms(text: PageText) -> SearchPage:
    """Return a page with its sections as they are shown, and how much each term counts."""
    counts: dict[str, int] = defaultdict(int)

    def count(words: str, weight: int) -> None:
        for term in split_terms(words):
            counts[term] += weight

    kind, sections = text.tags[0], list[Section]()
    count(f"{unquote(text.url).removesuffix('.html')} {' '.join(text.tags)}", IN_TITLE)
    for section in text.sections:
        count(section.title, IN_TITLE if sections else IN_PAGE_TITLE)
        count("\n".join((*section.blocks, *section.loose)), IN_TEXT)
        sections.append((section.id, section.kind or kind, section.title, section.sentences))
    return SearchPage(text.url, text.sections[0].title, kind, text.boost, sections, dict(counts))


class SearchIndex:
    """The index of a search, which takes one page after the other in the order of their addresses.

    It remembers of each only what it counts.
    """

    def __init__(self) -> None:
        self.kinds: dict[str, int] = {}
        self.classes: dict[tuple[int, float], int] = {}
        self.signs: list[str] = []
        self.lengths: list[int] = []
        self.postings: dict[str, array[int]] = defaultdict(lambda: array("Q"))
        self.total = blake2b(digest_size=6)

    def add(self, page: SearchPage) -> tuple[str, str]:
        """Count a page, and return its file."""
        number, kind = len(self.lengths), self._number(page.kind)
        sections = [[id_, self._number(kind), *rest] for id_, kind, *rest in page.sections]
        self.signs.append(
            chr(FIRST_SIGN + self.classes.setdefault((kind, page.weight), len(self.classes)))
        )
        self.lengths.append(sum(page.counts.values()))
        for term, count in page.counts.items():
            self.postings[term].append(number * MOST + min(count, MOST - 1))
        return self._write(f"pages/{number}", [page.url, page.title, sections])

    def finish(
        self, also: Sequence[Sequence[str]], language: str, stems: dict[str, str]
    ) -> Iterator[tuple[str, str]]:
        """Yield the files of the vocabulary, and that which says where everything is.

        `also` has groups of words that mean the same, and `stems` those that are known already.
        """
        firsts: list[str] = []
        for part in make_parts(self.postings, self.lengths, make_stemmer(language, stems)):
            yield self._write(f"terms/{len(firsts)}", part)
            firsts.append(part[0][0].partition(" ")[0])
        tails: list[str] = []
        for tail in make_tails(self.postings):
            yield self._write(f"tails/{len(tails)}", tail)
            tails.append(tail[0][1:])
        index = {
            "kinds": list(self.kinds),
            "classes": [[kind, weight, int(weight <= ASIDE)] for kind, weight in self.classes],
            "pages": "".join(self.signs),
            "parts": firsts,
            "tails": tails,
            "also": also,
            "version": self.total.hexdigest(),
        }
        yield self._write("index", index)

    def _number(self, kind: str) -> int:
        return self.kinds.setdefault(kind, len(self.kinds))

    def _write(self, name: str, content: object) -> tuple[str, str]:
        """Return a script that keeps a value, by its path in the site."""
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        self.total.update(text.encode())
        return f"{FOLDER}/{name}.js", f'keepPart("{name}", {text});\n'


def make_parts(
    postings: Postings, lengths: Sequence[int], stem: Stemmer
) -> Iterator[list[list[str]]]:
    """Yield the parts of the vocabulary, in the order in which scripts sort its terms.

    An entry is the forms of a stem in this part, with a space between them, and the pages that say
    any form of it. `lengths` says how much each page counts, by their numbers.
    """
    pages_of = dict(write_stems(postings, lengths, stem))
    size, part = 0, dict[str, list[str]]()
    for term in sorted(postings, key=lambda term: term.encode("utf-16-be")):
        if size > PART_SIZE:
            yield [[" ".join(forms), pages_of[root][1]] for root, forms in part.items()]
            size, part = 0, {}
        root = stem(term)
        size += len(term) + (0 if root in part else BYTES_A_PAGE * pages_of[root][0])
        part.setdefault(root, []).append(term)
    if part:
        yield [[" ".join(forms), pages_of[root][1]] for root, forms in part.items()]


def write_stems(
    postings: Postings, lengths: Sequence[int], stem: Stemmer
) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield each stem with how many pages say one of its forms, and these as a text.

    That has of each page how far it is from the one before, and a letter for how much it is about
    the word.
    """
    average = sum(lengths) / max(len(lengths), 1)
    late = [SOON * (0.5 + 0.5 * length / average) for length in lengths]
    forms_of: dict[str, list[str]] = defaultdict(list)
    for term in postings:
        forms_of[stem(term)].append(term)
    for root, forms in forms_of.items():
        counts: dict[int, int] = {}
        for form in forms:
            for entry in postings[form]:
                number, count = divmod(entry, MOST)
                counts[number] = max(count, counts.get(number, 0))
        text, last = [], 0
        for number in sorted(counts) if len(forms) > 1 else counts:
            count = counts[number]
            level = ceil((LEVELS - 1) * count / (count + late[number]))
            text.append(f"{number - last}{chr(ord('A') + level)}")
            last = number
        yield root, (len(counts), "".join(text))


def make_tails(terms: Iterable[str]) -> Iterator[list[str]]:
    """Yield the terms in parts, in the order in which scripts sort what follows their first sign.

    Those only that someone could write without it.
    """
    size, part = 0, list[str]()
    written = (term for term in terms if len(term) >= SHORTEST and term[0].isalpha())
    for term in sorted(written, key=lambda term: (term[1:].encode("utf-16-be"), term)):
        if size > PART_SIZE:
            yield part
            size, part = 0, []
        size += len(term)
        part.append(term)
    if part:
        yield part


def make_search_files(
    texts: Iterable[PageText], also: Sequence[Sequence[str]], language: str
) -> dict[str, str]:
    """Return the files of a search, by their paths in the site.

    `also` has groups of words that mean the same.
    """
    index = SearchIndex()
    pages = sorted(texts, key=lambda page: page.url)
    files = dict(index.add(count_terms(page)) for page in pages)
    return files | dict(index.finish(also, language, {}))
