"""Which nodes of several maps may stand for the same moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from playbook.kinds.experience_map.merging.similarity import measure_likeness, reduce_to_words
from playbook.kinds.experience_map.merging.view import Seen

Candidate = tuple[float, Seen, Seen, Seen | None]


@dataclass(eq=False)
class Group:
    """Nodes that stand for one moment; one that stands for the next moment as well is split."""

    whole: list[Seen] = field(default_factory=list)
    split: list[Seen] = field(default_factory=list)

    @property
    def views(self) -> set[str]:
        """The ids of the maps that have it."""
        return {each.view.id for each in (*self.whole, *self.split)}


def group_nodes(maps: Sequence[Sequence[Seen]]) -> list[Group]:
    """Return the moments of several maps.

    What is most alike goes together first, and never two nodes of one map. Nodes are alike when
    their ids are the same or their titles are. A node whose title is like those of two nodes that
    follow each other in another map stands for both.
    """
    groups = {seen.ref: Group([seen]) for nodes in maps for seen in nodes}
    place = {ref: number for number, ref in enumerate(groups)}
    candidates = [
        candidate
        for earlier, later in combinations(maps, 2)
        for candidate in find_candidates(earlier, later)
    ]
    candidates.sort(
        key=lambda candidate: (-candidate[0], *(place[seen.ref] for seen in candidate[1:] if seen))
    )
    for _, one, other, following in candidates:
        group, joined = groups[one.ref], groups[other.ref]
        if group.views & joined.views or (following and one.view.id in groups[following.ref].views):
            continue
        if following:
            groups[following.ref].split.append(one)
        group.whole += joined.whole
        group.split += joined.split
        groups.update({seen.ref: group for seen in joined.whole})
    return list({id(group): group for group in groups.values()}.values())


def find_candidates(earlier: Sequence[Seen], later: Sequence[Seen]) -> Iterator[Candidate]:
    """Yield how alike the nodes of two maps are, where they are.

    One to one, or one to two that follow each other.
    """
    for one in earlier:
        for other in later:
            score = 1.0
            if one.node.id != other.node.id:
                words = (
                    reduce_to_words(one.node.title.plain()),
                    reduce_to_words(other.node.title.plain()),
                )
                score = measure_likeness(*words)
            if score:
                yield score, one, other, None
    for some, others in ((earlier, later), (later, earlier)):
        for first, second in list_steps(others):
            both = " ".join(reduce_to_words(it.node.title.plain()) for it in (first, second))
            for one in some:
                if one.view.id and (
                    score := measure_likeness(reduce_to_words(one.node.title.plain()), both)
                ):
                    yield score, one, first, second


def list_steps(nodes: Sequence[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Yield each two nodes of one map of which the second follows the first."""
    place = {str(seen.node.id): number for number, seen in enumerate(nodes)}
    for number, seen in enumerate(nodes):
        for link in seen.node.next:
            if link.as_ != "loop" and place.get(str(link.to), -1) > number:
                yield seen, nodes[place[str(link.to)]]


def arrange_groups(groups: Sequence[Group], maps: Sequence[Sequence[Seen]]) -> list[Group]:
    """Return groups in the order of the first map.

    What another adds comes where it stands among what both have.
    """
    homes: dict[str, list[Group]] = {seen.ref: [group] for group in groups for seen in group.whole}
    for group in groups:
        for seen in group.split:
            homes[seen.ref].append(group)
    order: list[Group] = []
    for nodes in maps:
        ahead: list[Group] = []
        at: int | None = None
        for group in (group for seen in nodes for group in homes[seen.ref]):
            if group in order:
                at = order.index(group)
                order[at:at] = ahead
                at += len(ahead) + 1
                ahead = []
            elif at is None:
                ahead.append(group)
            else:
                order.insert(at, group)
                at += 1
        order += ahead
    return order
