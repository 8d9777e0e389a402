"""The union of what several people saw, moment by moment."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from playbook.kinds.experience_map.merging.matching import Group, arrange_groups, group_nodes
from playbook.kinds.experience_map.merging.view import Seen, View
from playbook.kinds.experience_map.model import ExperienceMap, Node
from playbook.parts.moment import Link
from playbook.text.inline import Text

Way = tuple[str, str, str]
"""A link of the union: from a moment to a moment, by their keys, and what kind of link."""


@dataclass(frozen=True, eq=False)
class Match:
    """One moment of the union.

    The nodes that stand for it, and its node on the shared map where there is one.
    """

    key: str
    """What tells it from every other moment."""
    title: Text
    seen: tuple[Seen, ...]
    node: Node | None = None
    is_proposed: bool = False
    """Whether nobody named these nodes, and only their ids or titles are alike."""

    @property
    def views(self) -> list[View]:
        """Who saw it."""
        return list(dict.fromkeys(each.view for each in self.seen))

    def find_nodes_of(self, view: View) -> list[Seen]:
        """Return the nodes of one person's map that stand for it."""
        return [each for each in self.seen if each.view is view]


@dataclass(frozen=True, eq=False)
class Union:
    """All moments that anybody saw, in the shared map's order, then what it does without."""

    views: Sequence[View]
    matches: Sequence[Match]

    @cached_property
    def homes(self) -> dict[str, list[Match]]:
        """The moments that each node stands for: one, or several where it is split."""
        homes: dict[str, list[Match]] = {seen.ref: [] for view in self.views for seen in view.seen}
        for match in self.matches:
            for seen in match.seen:
                homes[seen.ref].append(match)
        return homes

    @cached_property
    def ways(self) -> dict[Way, list[tuple[Seen, Link]]]:
        """The links of the union as each was drawn, with the node it leads on from.

        One within a moment is none.
        """
        ways: dict[Way, list[tuple[Seen, Link]]] = {}
        for seen in (seen for view in self.views for seen in view.seen):
            for link in seen.node.next:
                heads = self.homes.get(f"{seen.view.id}#{link.to}", [])
                ends = [(tail, head) for tail in reversed(self.homes[seen.ref]) for head in heads]
                apart = [
                    pair for pair in ends if pair[0] is not pair[1] or link.to == str(seen.node.id)
                ]
                if apart:
                    tail, head = next((pair for pair in apart if is_led_to(*pair)), apart[0])
                    ways.setdefault((tail.key, head.key, link.as_), []).append((seen, link))
        return ways

    def find_own_nodes(self, match: Match) -> list[Seen]:
        """Return the nodes that stand for a moment alone, or all of them where there is none."""
        return [seen for seen in match.seen if len(self.homes[seen.ref]) == 1] or list(match.seen)


def is_led_to(tail: Match, head: Match) -> bool:
    """Whether the shared map leads from one moment to the other.

    A moment that is split leads there from one of its parts.
    """
    return bool(
        tail.node and head.node and any(link.to == str(head.node.id) for link in tail.node.next)
    )


def unite_maps(views: Sequence[View], shared: ExperienceMap | None = None) -> Union:
    """Return what was seen.

    As the shared map says it, and where it says nothing, or is not there yet, by likeness.
    """
    maps = [view.seen for view in views]
    if shared is None:
        return Union(views, list(make_matches(arrange_groups(group_nodes(maps), maps), maps)))
    known = {seen.ref: seen for nodes in maps for seen in nodes}
    named = {str(ref) for node in shared.nodes for ref in node.from_}
    dropped = {str(omission.node) for omission in shared.left_out} - named
    own = [Seen(View("", shared, "", "", ""), node) for node in shared.nodes if not node.from_]
    open_ = [[seen for seen in nodes if seen.ref not in named | dropped] for nodes in maps]
    proposed: dict[str, list[Seen]] = {seen.node.id: [] for seen in own}
    lost: list[Group] = []
    for group in group_nodes([own, *open_]):
        homes = [seen.node.id for seen in (*group.whole, *group.split) if not seen.view.id]
        for home in homes:
            proposed[home] += (seen for seen in (*group.whole, *group.split) if seen.view.id)
        if not homes:
            lost.append(group)
    matches = []
    for node in shared.nodes:
        stated = [known[str(ref)] for ref in node.from_ if str(ref) in known]
        alike = proposed.get(node.id, [])
        seen = sort_nodes([*stated, *alike], maps)
        matches.append(Match(node.id, node.title, seen, node, is_proposed=bool(alike)))
    left = group_nodes([[seen for seen in nodes if seen.ref in dropped] for nodes in maps])
    return Union(views, [*matches, *make_matches([*left, *lost], maps)])


def make_matches(groups: Sequence[Group], maps: Sequence[Sequence[Seen]]) -> Iterator[Match]:
    """Yield moments that no shared map has, in the words of the first who drew each as one."""
    split = {seen.ref for group in groups for seen in group.split}
    for group in groups:
        seen = sort_nodes([*group.whole, *group.split], maps)
        first = next((node for node in seen if node.ref not in split), seen[0])
        key = sort_nodes(group.whole, maps)[0].ref.replace("#", "_")
        yield Match(key, first.node.title, seen, is_proposed=len(seen) > 1)


def sort_nodes(seen: Iterable[Seen], maps: Sequence[Sequence[Seen]]) -> tuple[Seen, ...]:
    """Return nodes in the order of the maps and their nodes, each once."""
    wanted = {each.ref for each in seen}
    return tuple(each for nodes in maps for each in nodes if each.ref in wanted)
