"""How much alike two pieces or artifacts are, by their words; rare words weigh more."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log
from typing import Any

from playbook.changes.words import UNSPACED, is_word, split_tokens
from playbook.text.inline import Referring

MOST_WORDS = 400
"""How many words of a piece are looked at."""
ENOUGH_WORDS = 10
BODY_ALONE = 0.8
"""How much what stands below a title tells, where the title was written anew: from this many words
on."""
MOST_SHARING = 150
"""Words that more of them have in common than this are not looked up: they tell little."""
MOST_CANDIDATES = 12
"""How many others a piece is compared with, those first that share the rarest words."""


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What a piece or an artifact is recognized by when its id is another."""

    name: str
    sort: str
    """Only what is of one sort can be the same."""
    content: str
    """All that it says itself; its own ids and references to them left out."""
    title: frozenset[str]
    body: frozenset[str]
    """The words of its other texts."""

    @property
    def words(self) -> frozenset[str]:
        """All its words."""
        return self.title | self.body


def make_profile(name: str, sort: str, title: str, value: Any, own: Iterable[str]) -> Profile:
    """Return the profile of what says `value`; `own` are ids that may change with its own."""
    texts = (text for text in list_texts(value) if text != title)
    return Profile(
        name=name,
        sort=sort,
        content=repr(blank_references(value, frozenset(own))),
        title=frozenset(list_words(title)),
        body=frozenset(chain.from_iterable(map(list_words, texts))),
    )


def blank_references(value: Any, own: frozenset[str]) -> Any:
    """Return a value without its references to some pieces."""
    if isinstance(value, Mapping):
        return {key: blank_references(inner, own) for key, inner in value.items()}
    if isinstance(value, list):
        return [blank_references(inner, own) for inner in value]
    if isinstance(value, Referring):
        text = str(value)
        for reference in value.references():
            if reference.rpartition("#")[2] in own:
                text = text.replace(reference, "")
        return text
    return value


def list_texts(value: Any) -> Iterator[str]:
    """Yield each text and reference in a value; not its settings, such as a status."""
    if isinstance(value, Referring):
        yield value
    elif isinstance(value, Mapping | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from list_texts(inner)


def list_words(text: str) -> list[str]:
    """Return the words of a text, folded; of scripts without spaces each two characters."""
    tokens = [token.casefold() for token in split_tokens(text) if is_word(token)][:MOST_WORDS]
    pairs = [first + second for first, second in pairwise(tokens) if UNSPACED.match(first)]
    return [token for token in tokens if not UNSPACED.match(token)] + pairs or tokens


class Likeness:
    """Compares profiles of two states; what many of them say tells them apart less."""

    def __init__(self, before: Sequence[Profile], after: Sequence[Profile]) -> None:
        self.before, self.after = before, after
        counts = Counter(word for profile in (*before, *after) for word in profile.words)
        total = len(before) + len(after)
        self.weights = {word: log(1 + total / count) for word, count in counts.items()}

    def measure(self, one: Profile, other: Profile) -> float:
        """Return how much alike two are, from 0 to 1."""
        title = self._share(one.title, other.title)
        if not one.body and not other.body:
            return title
        both = (title + self._share(one.words, other.words)) / 2
        if min(len(one.body), len(other.body)) < ENOUGH_WORDS:
            return both
        return max(both, BODY_ALONE * self._share(one.body, other.body))

    def find_candidates(self) -> Iterator[tuple[Profile, Profile]]:
        """Yield the pairs of one sort that share words, for each the likeliest few."""
        by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, profile in enumerate(self.after):
            for word in sorted(profile.words):
                by_word[profile.sort, word].append(place)
        for profile in self.before:
            shared: dict[int, float] = defaultdict(float)
            for word in sorted(profile.words):
                places = by_word.get((profile.sort, word), ())
                for place in places if len(places) <= MOST_SHARING else ():
                    shared[place] += self.weights[word]
            likeliest = sorted(shared, key=lambda place: (-shared[place], place))
            for place in likeliest[:MOST_CANDIDATES]:
                yield profile, self.after[place]

    def _share(self, one: frozenset[str], other: frozenset[str]) -> float:
        both = self._weigh(one & other)
        return 2 * both / ((self._weigh(one) + self._weigh(other)) or 1)

    def _weigh(self, words: Iterable[str]) -> float:
        return sum(self.weights[word] for word in sorted(words))
