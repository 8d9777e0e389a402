"""A shared map beside the maps it was made from."""

from dataclasses import dataclass

from playbook.kinds.experience_map.merging import coverage, differences
from playbook.kinds.experience_map.merging.differences import Difference
from playbook.kinds.experience_map.merging.union import Union, union
from playbook.kinds.experience_map.merging.view import Seen, views
from playbook.kinds.experience_map.model import ExperienceMap
from playbook.rules.rule import Lookup
from playbook.text.inline import Text


@dataclass(frozen=True)
class Comparison:
    """What everyone saw, where they differ, and what became of it."""

    union: Union
    proposals: tuple[Difference, ...]
    alone: tuple[Difference, ...]
    moods: tuple[Difference, ...]
    links: tuple[Difference, ...]
    collapsed: tuple[Difference, ...]
    split: tuple[Difference, ...]
    added: tuple[Difference, ...]
    left_out: tuple[tuple[Seen, Text], ...]
    lost: tuple[Seen, ...]

    @property
    def apart(self) -> int:
        """How many links that only one drew lie between moments that nobody else saw."""
        return len(list(differences.drawn_once(self.union))) - len(self.links)


def together(shared: ExperienceMap, others: Lookup) -> Union:
    """Return the union of what a shared map merges, as far as that can be read."""
    maps = ((str(ref), others(ref)) for ref in dict.fromkeys(shared.merges))
    return union(views((name, each) for name, each in maps if isinstance(each, ExperienceMap)), shared)


def compare(shared: ExperienceMap, others: Lookup) -> Comparison:
    """Return the comparison of a shared map with those that it merges."""
    all_ = together(shared, others)
    return Comparison(
        union=all_,
        proposals=tuple(differences.proposals(all_)),
        alone=tuple(differences.alone(all_)),
        moods=tuple(differences.moods(all_)),
        links=tuple(differences.links(all_)),
        collapsed=tuple(coverage.collapsed(all_)),
        split=tuple(coverage.split(all_)),
        added=tuple(coverage.added(all_)),
        left_out=tuple(coverage.left_out(all_, shared)),
        lost=tuple(coverage.lost(all_, shared)),
    )
