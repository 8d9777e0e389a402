"""A shared map beside the maps it was made from."""

from dataclasses import dataclass

from playbook.kinds.experience_map.merging import coverage, differences
from playbook.kinds.experience_map.merging.differences import Difference
from playbook.kinds.experience_map.merging.union import Union, unite_maps
from playbook.kinds.experience_map.merging.view import Seen, make_views
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
        return len(list(differences.find_links_drawn_once(self.union))) - len(self.links)


def unite_merged_maps(shared: ExperienceMap, others: Lookup) -> Union:
    """Return the union of what a shared map merges, as far as that can be read."""
    maps = ((str(ref), others(ref)) for ref in dict.fromkeys(shared.merges))
    return unite_maps(
        make_views((name, view) for name, view in maps if isinstance(view, ExperienceMap)), shared
    )


def compare_maps(shared: ExperienceMap, others: Lookup) -> Comparison:
    """Return the comparison of a shared map with those that it merges."""
    all_ = unite_merged_maps(shared, others)
    return Comparison(
        union=all_,
        proposals=tuple(differences.find_proposals(all_)),
        alone=tuple(differences.find_lone_moments(all_)),
        moods=tuple(differences.find_torn_moods(all_)),
        links=tuple(differences.find_lone_links(all_)),
        collapsed=tuple(coverage.find_collapsed(all_)),
        split=tuple(coverage.find_split(all_)),
        added=tuple(coverage.find_added(all_)),
        left_out=tuple(coverage.list_left_out(all_, shared)),
        lost=tuple(coverage.find_lost(all_, shared)),
    )
