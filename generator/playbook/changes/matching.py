"""Which piece of one state is which piece of the other, and which artifact which."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence

from playbook.changes.likeness import Likeness, Profile, make_profile
from playbook.changes.outline import Outline, get_title

LEAST_ALIKE = 0.6
"""How much alike two must be to be taken for the same: rather two too many than a false one."""
SAME_HOME = 0.1
ONE_CHILD, ALL_CHILDREN = 0.35, 0.6
"""What of the doubt is gone when two stand in the same list, and when they have the same children,
one or more."""
ROUNDS = 3
"""Pieces that are recognized help to recognize those around them."""


def match_pieces(before: Outline, after: Outline) -> dict[str, str]:
    """Return the names of the pieces that both states have: the later by the earlier one."""
    matches = {
        name: name
        for name, piece in before.pieces.items()
        if name in after.pieces and after.pieces[name].noun == piece.noun
    }
    for _ in range(ROUNDS):
        gone = [name for name in before.pieces if name not in matches]
        known = set(matches.values())
        new = [name for name in after.pieces if name not in known]
        recognized = recognize_pieces(before, after, matches, (gone, new)) if gone and new else {}
        if not recognized:
            break
        matches |= recognized
    return matches


def recognize_pieces(
    before: Outline,
    after: Outline,
    matches: Mapping[str, str],
    unmatched: tuple[Sequence[str], Sequence[str]],
) -> dict[str, str]:
    """Return which of the unmatched pieces are the same under another id."""
    first = make_piece_profiles(before, unmatched[0])
    second = make_piece_profiles(after, unmatched[1])

    def has_same_home(name: str, other: str) -> bool:
        parent, field = before.pieces[name].home
        return (matches.get(parent) if parent else "", field) == after.pieces[other].home

    def clear_doubt(name: str, other: str) -> float:
        doubt = 1 - weigh_children(before.children[name], after.children[other], matches)
        return doubt * (1 - SAME_HOME) if has_same_home(name, other) else doubt

    def get_home(name: str) -> Hashable:
        parent, field = before.pieces[name].home
        return (matches.get(parent, None) if parent else "", field)

    same = match_contents(first, second, get_home, lambda name: after.pieces[name].home)
    rest = [profile for profile in first if profile.name not in same]
    known = set(same.values())
    likeness = Likeness(rest, [profile for profile in second if profile.name not in known])
    around = find_parents_of_same_children(before, after, matches)
    return same | match_alike(likeness, clear_doubt, around)


def make_piece_profiles(outline: Outline, names: Sequence[str]) -> list[Profile]:
    """Return what these pieces of an artifact are recognized by."""
    pieces = [outline.pieces[name] for name in names]
    return [
        make_profile(piece.name, piece.noun, piece.title, piece.value, outline.pieces)
        for piece in pieces
    ]


def weigh_children(
    children: Collection[str], others: Collection[str], matches: Mapping[str, str]
) -> float:
    """Return what of the doubt is gone when two have these children."""
    shared = len({matches[name] for name in children if name in matches} & set(others))
    most = max(len(children), len(others), 1)
    return (ONE_CHILD if shared == 1 else ALL_CHILDREN) * shared / most


def find_parents_of_same_children(
    before: Outline, after: Outline, matches: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return the pairs of pieces that have a child in common, whatever they say."""
    pairs = {
        (before.pieces[name].parent, after.pieces[other].parent): None
        for name, other in matches.items()
    }
    return list(pairs)


def match_contents(
    before: Sequence[Profile],
    after: Sequence[Profile],
    get_home: Callable[[str], Hashable],
    get_other_home: Callable[[str], Hashable],
) -> dict[str, str]:
    """Return which say exactly the same, those at the same place first."""
    matches: dict[str, str] = {}
    for is_strict in (True, False):
        free: dict[Hashable, list[str]] = defaultdict(list)
        taken = set(matches.values())
        for profile in reversed(after):
            if profile.name not in taken:
                home = get_other_home(profile.name) if is_strict else None
                free[profile.sort, profile.content, home].append(profile.name)
        for profile in before:
            if profile.name not in matches:
                home = get_home(profile.name) if is_strict else None
                if names := free.get((profile.sort, profile.content, home)):
                    matches[profile.name] = names.pop()
    return matches


def match_alike(
    likeness: Likeness,
    clear_doubt: Callable[[str, str], float],
    around: Iterable[tuple[str, str]] = (),
) -> dict[str, str]:
    """Return which are alike enough to be the same, the likeliest first.

    `clear_doubt` says what share of the doubt is left by where two stand and what stands in them,
    `around` has more pairs to be looked at.
    """
    firsts = {profile.name: profile for profile in likeness.before}
    seconds = {profile.name: profile for profile in likeness.after}
    candidates = {(one.name, other.name): None for one, other in likeness.find_candidates()}
    candidates |= dict.fromkeys(pair for pair in around if pair[0] in firsts and pair[1] in seconds)
    scores = [
        (1 - (1 - likeness.measure(firsts[one], seconds[other])) * clear_doubt(one, other), pair)
        for pair in candidates
        for one, other in [pair]
        if firsts[one].sort == seconds[other].sort
    ]
    matches: dict[str, str] = {}
    taken: set[str] = set()
    for score, (one, other) in sorted(scores, key=lambda scored: -scored[0]):
        if score >= LEAST_ALIKE and one not in matches and other not in taken:
            matches[one] = other
            taken.add(other)
    return matches


def match_artifacts(before: Mapping[str, Outline], after: Mapping[str, Outline]) -> dict[str, str]:
    """Return the ids of the artifacts that both states have: the later by the earlier one."""
    matches = {
        name: name
        for name, outline in before.items()
        if name in after and after[name].entry.kind.name == outline.entry.kind.name
    }
    known = set(matches.values())
    first = list(make_artifact_profiles(before, matches))
    second = list(make_artifact_profiles(after, known))
    if not first or not second:
        return matches
    same = match_contents(first, second, str, str)
    rest = [profile for profile in first if profile.name not in same]
    others = [profile for profile in second if profile.name not in set(same.values())]

    def clear_doubt(name: str, other: str) -> float:
        ids, other_ids = set(before[name].pieces), set(after[other].pieces)
        return 1 - ALL_CHILDREN * len(ids & other_ids) / max(len(ids), len(other_ids), 1)

    return matches | same | match_alike(Likeness(rest, others), clear_doubt)


def make_artifact_profiles(
    outlines: Mapping[str, Outline], known: Collection[str]
) -> Iterator[Profile]:
    """Yield what artifacts are recognized by, but for those that are known already."""
    for name, outline in outlines.items():
        if name in known:
            continue
        value = [outline.value, *([key, piece.value] for key, piece in outline.pieces.items())]
        title = get_title(outline.entry.artifact)
        kind = outline.entry.kind.name
        yield make_profile(name, kind, title, value, [name, *outline.pieces])
