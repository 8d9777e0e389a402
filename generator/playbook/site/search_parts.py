"""The pages of a site -> the index of its search in small parts, of which a reader loads few.

`search/index.js` says of each page what kind it is and how much it counts, and with which term each
part of the vocabulary begins. `search/terms/` has those parts: stems, the forms they stand in, and
the pages. `search/tails/` has the forms in the order of what follows their first letter, for words
that lack it. `search/pages/` has what a page says, by sections. All are scripts, since a page that
was opened from a folder may load nothing else.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from math import ceil
from typing import Any
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
Section = tuple[str, int, str, str]
"""Its id, the number of its kind, its title and what is shown of it."""


@dataclass
class SearchPage:
    """A page as a search knows it."""

    url: str
    title: str = ""
    kind: int = 0
    weight: float = 1
    sections: list[Section] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def count(self, text: str, weight: int) -> None:
        """Count the terms of a text."""
        for term in split_terms(text):
            self.counts[term] += weight


def count_pages(pages: Iterable[PageText], kinds: dict[str, int]) -> list[SearchPage]:
    """Return the pages in the order of their addresses; a kind gets a number when it is met."""
    counted = []
    for text in sorted(pages, key=lambda page: page.url):
        kind = kinds.setdefault(text.tags[0], len(kinds))
        page = SearchPage(text.url, text.sections[0].title, kind, text.boost)
        page.count(f"{unquote(text.url).removesuffix('.html')} {' '.join(text.tags)}", IN_TITLE)
        for section in text.sections:
            own = kinds.setdefault(section.kind, len(kinds)) if section.kind else kind
            page.count(section.title, IN_TITLE if page.sections else IN_PAGE_TITLE)
            page.count("\n".join((*section.blocks, *section.loose)), IN_TEXT)
            page.sections.append((section.id, own, section.title, section.sentences))
        counted.append(page)
    return counted


def weigh_terms(pages: Sequence[SearchPage]) -> dict[str, list[tuple[int, int]]]:
    """Return the pages with each term, by their numbers, and how much each is about it."""
    lengths = [sum(page.counts.values()) for page in pages]
    average = sum(lengths) / max(len(lengths), 1)
    postings_of: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (page, length) in enumerate(zip(pages, lengths, strict=True)):
        late = SOON * (0.5 + 0.5 * length / average)
        for term, count in page.counts.items():
            postings_of[term].append((number, ceil((LEVELS - 1) * count / (count + late))))
    return postings_of


def join_stems(
    postings_of: Mapping[str, list[tuple[int, int]]], stem: Stemmer
) -> dict[str, dict[int, int]]:
    """Return for each stem the pages that say one of its forms, and the highest of its levels."""
    stems: dict[str, dict[int, int]] = defaultdict(dict)
    for term, postings in postings_of.items():
        levels = stems[stem(term)]
        for number, level in postings:
            levels[number] = max(level, levels.get(number, 0))
    return stems


def make_parts(
    postings_of: Mapping[str, list[tuple[int, int]]], language: str
) -> Iterator[list[list[str]]]:
    """Yield the parts of the vocabulary, in the order in which scripts sort its terms.

    An entry is the forms of a stem in this part, with a space between them, and its pages.
    """
    stem = make_stemmer(language)
    stems = join_stems(postings_of, stem)
    size, part = 0, dict[str, list[str]]()
    for term in sorted(postings_of, key=lambda term: term.encode("utf-16-be")):
        if size > PART_SIZE:
            yield write_part(part, stems)
            size, part = 0, {}
        root = stem(term)
        size += len(term) + (0 if root in part else BYTES_A_PAGE * len(stems[root]))
        part.setdefault(root, []).append(term)
    if part:
        yield write_part(part, stems)


def write_part(
    part: Mapping[str, list[str]], stems: Mapping[str, dict[int, int]]
) -> list[list[str]]:
    """Return a part as its file has it."""
    return [[" ".join(forms), write_pages(stems[root])] for root, forms in part.items()]


def make_tails(terms: Iterable[str]) -> Iterator[list[str]]:
    """Yield the terms in parts, in the order in which scripts sort what follows their first sign.

    Those only that somebody could write without it.
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


def write_pages(levels: Mapping[int, int]) -> str:
    """Return pages as a text: how far each is from the one before, and a letter for its level."""
    numbers = sorted(levels)
    return "".join(
        f"{number - last}{chr(ord('A') + levels[number])}"
        for last, number in zip((0, *numbers), numbers, strict=False)
    )


def make_search_files(
    texts: Iterable[PageText], also: Sequence[Sequence[str]], language: str
) -> dict[str, str]:
    """Return the files of a search, by their paths in the site.

    `also` has groups of words that mean the same.
    """
    kinds: dict[str, int] = {}
    pages = count_pages(texts, kinds)
    postings_of = weigh_terms(pages)
    parts, tails = list(make_parts(postings_of, language)), list(make_tails(postings_of))
    lists: dict[str, list[Any]] = {
        "pages": [[page.url, page.title, page.sections] for page in pages],
        "terms": parts,
        "tails": tails,
    }
    files = {
        f"{folder}/{number}.js": content
        for folder, contents in lists.items()
        for number, content in enumerate(contents)
    }
    classes: dict[tuple[int, float], int] = {}
    classed = "".join(
        chr(FIRST_SIGN + classes.setdefault((page.kind, page.weight), len(classes)))
        for page in pages
    )
    index = {
        "kinds": list(kinds),
        "classes": [[kind, weight, int(weight <= ASIDE)] for kind, weight in classes],
        "pages": classed,
        "parts": [part[0][0].partition(" ")[0] for part in parts],
        "tails": [tail[0][1:] for tail in tails],
        "also": also,
    }
    written = {path: write_json(content) for path, content in files.items()}
    index["version"] = blake2b("".join(written.values()).encode(), digest_size=6).hexdigest()
    written["index.js"] = write_json(index)
    return {
        f"{FOLDER}/{path}": f'keepPart("{path.removesuffix(".js")}", {text});\n'
        for path, text in written.items()
    }


def write_json(content: object) -> str:
    """Return a script's words for a value."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
