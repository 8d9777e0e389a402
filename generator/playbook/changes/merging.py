"""Which pieces were made from several that are gone, and which artifacts.

Rather too few than a false one: what isn't sure stays removed and added. Of what was split, the
same is asked with the two states swapped.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from playbook.changes.likeness import list_texts
from playbook.changes.outline import Outline, Piece
from playbook.model.ref import Ref

MOST_PAIRS = 20_000
"""Where more pairs would have to be looked at, nearly all is new, and nobody asks for merges."""
MOST_OF_IT, SOME_OF_IT = 0.6, 0.3
"""The share of a title's words that go over to another piece."""
SEVERAL = 2

Takeovers = dict[str, tuple[str, ...]]
"""By the name of a piece or artifact those that it was made from, itself among them."""


@dataclass(frozen=True)
class Merging:
    """Looks for pieces that took over what is gone."""

    before: Outline
    after: Outline
    matches: Mapping[str, str]
    """The names of pieces in the newer state by those in the older one."""

    def find(self) -> Takeovers:
        """Return the pieces of the newer state that were made from several."""
        gone = [piece for name, piece in self.before.pieces.items() if name not in self.matches]
        takers = [piece for piece in self.after.pieces.values() if self._may_take(piece)]
        if not gone or len(gone) * len(takers) > MOST_PAIRS:
            return {}
        taken: dict[str, list[str]] = defaultdict(list)
        for piece in gone:
            shares = [(self._rate(piece, taker), taker.name) for taker in takers]
            share, name = max(shares, key=lambda rated: rated[0], default=(0.0, ""))
            if share:
                taken[name].append(piece.name)
        return complete_takeovers(taken, self._earlier)

    @cached_property
    def _earlier(self) -> Mapping[str, str]:
        return {later: name for name, later in self.matches.items()}

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        pieces = [*self.before.pieces.values(), *self.after.pieces.values()]
        counts = Counter(word for piece in pieces for word in piece.title_words)
        return {word: log(1 + len(pieces) / count) for word, count in counts.items()}

    def _may_take(self, taker: Piece) -> bool:
        name = self._earlier.get(taker.name)
        return name is None or self.before.pieces[name].value != taker.value

    def _rate(self, gone: Piece, taker: Piece) -> float:
        """Return how much of a piece another one took over; 0 where that is not sure."""
        if gone.noun != taker.noun:
            return 0.0
        former = self.before.pieces.get(self._earlier.get(taker.name, ""))
        if former and self._weigh_title(former, taker.words) < SOME_OF_IT:
            return 0.0  # nothing of it is left: its id is another's now
        gained = taker.words - (former.words if former else frozenset())
        words = self._weigh_title(gone, gained)
        children = self.before.children[gone.name]
        adopted = {*self.after.children[taker.name]}
        moved = sum(self.matches.get(child) in adopted for child in children)
        moved += len(gone.items & (taker.items - (former.items if former else frozenset())))
        is_moved = moved > 0 and 2 * moved >= len(children) + len(gone.items)
        is_sure = words >= MOST_OF_IT or (is_moved and words >= SOME_OF_IT)
        is_likely = not former and is_moved and moved >= SEVERAL
        return words + moved if is_sure or is_likely else 0.0

    def _weigh_title(self, piece: Piece, words: frozenset[str]) -> float:
        """Return which share of a title is among words; a title of one word is not enough."""
        title = piece.title_words
        if len(title) < SEVERAL:
            return 0.0
        whole = sum(self._weights[word] for word in sorted(title))
        return sum(self._weights[word] for word in sorted(title & words)) / whole


def complete_takeovers(taken: Mapping[str, Sequence[str]], earlier: Mapping[str, str]) -> Takeovers:
    """Return what was made from several; what was there before was made from itself as well."""
    whole = {
        name: tuple(dict.fromkeys([*([earlier[name]] if name in earlier else []), *names]))
        for name, names in taken.items()
    }
    return {name: names for name, names in whole.items() if len(names) >= SEVERAL}


def find_merged_artifacts(
    before: Mapping[str, Outline], after: Mapping[str, Outline], matches: Mapping[str, str]
) -> Takeovers:
    """Return the artifacts that took over the pieces of those that are gone."""
    earlier = {later: name for name, later in matches.items()}
    gone = {name: list_titles(outline) for name, outline in before.items() if name not in matches}
    takers = {
        name: (outline.entry.kind.name, gain_titles(outline, before.get(earlier.get(name, ""))))
        for name, outline in after.items()
    }
    taken: dict[str, list[str]] = defaultdict(list)
    for name, titles in gone.items():
        kind = before[name].entry.kind.name
        shares = [
            (len(titles & gained), taker)
            for taker, (taker_kind, gained) in takers.items()
            if taker_kind == kind
        ]
        share, taker = max(shares, key=lambda rated: rated[0], default=(0, ""))
        if share >= SEVERAL and 2 * share >= len(titles):
            taken[taker].append(name)
    return complete_takeovers(taken, earlier)


def list_titles(outline: Outline) -> set[tuple[str, str]]:
    """Return what an artifact's pieces are called."""
    return {(piece.noun, piece.title.casefold()) for piece in outline.pieces.values()}


def gain_titles(after: Outline, before: Outline | None) -> set[tuple[str, str]]:
    """Return what the pieces are called that are new in an artifact."""
    return list_titles(after) - (list_titles(before) if before else set())


def list_origins(outline: Outline) -> Iterator[str]:
    """Yield the artifacts that an artifact itself names as what it was made from."""
    for value in outline.leaves.values():
        for text in list_texts(value):
            if isinstance(text, Ref) and text.acyclic:
                yield str(text)
