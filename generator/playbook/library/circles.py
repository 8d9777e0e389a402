"""References that, followed on and on, come back to where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from playbook.library.entry import Entry
from playbook.source.document import Loc
from playbook.source.problem import Problem


@dataclass(frozen=True)
class Bond:
    """An artifact, one that it is made from, and where it says so."""

    entry: Entry
    target: str
    loc: Loc


def find_circles(bonds: Iterable[Bond]) -> Iterator[Problem]:
    """Yield each reference of the site's own artifacts that comes back to where it stands."""
    bonds, made_of = list(bonds), defaultdict[str, set[str]](set)
    for bond in bonds:
        made_of[bond.entry.id].add(bond.target)
    if not has_circle(made_of):
        return
    reached = {name: find_origins(name, made_of) for name in [*made_of]}
    for bond in bonds:
        is_own = bond.entry.shelf is None
        if is_own and bond.entry.id in reached.get(bond.target, ()):
            message = (
                f"'{bond.target}' is itself made from '{bond.entry.id}', a loop: "
                "remove one of the two"
            )
            yield Problem(
                bond.entry.source.path, bond.entry.source.find_mark(bond.loc), "REF006", message
            )


def has_circle(made_of: Mapping[str, set[str]]) -> bool:
    """Whether something is made from itself, directly or not."""
    try:
        TopologicalSorter(made_of).prepare()
    except CycleError:
        return True
    return False


def find_origins(name: str, made_of: Mapping[str, set[str]]) -> set[str]:
    """Return all that something is made from, directly or not."""
    reached, ahead = set[str](), [name]
    while ahead:
        for origin in made_of.get(ahead.pop(), set()) - reached:
            reached.add(origin)
            ahead.append(origin)
    return reached
