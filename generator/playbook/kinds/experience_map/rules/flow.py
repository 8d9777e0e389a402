"""What the method asks of the ways through a map."""

from collections.abc import Iterable, Iterator, Mapping

from playbook.kinds.experience_map.model import ExperienceMap
from playbook.rules.rule import Finding, rule
from playbook.text.english import quoted


@rule("EM201", "dead-end")
def dead_end(it: ExperienceMap) -> Iterator[Finding]:
    """A story ends where it succeeds or where customers give up; anywhere else, we don't know what
    comes next (ch. 4).

    Bad:
        nodes:
          - {id: asks, title: Asks a friend, next: [hears-no, finds]}
          - {id: hears-no, title: Hears that nobody knows one}
          - {id: finds, title: Finds a teacher}
    Good:
        nodes:
          - {id: asks, title: Asks a friend, next: [{to: hears-no, as: abandon, because: nobody plays}, finds]}
          - {id: hears-no, title: Hears that nobody knows one}
          - {id: finds, title: Finds a teacher}
    """
    out = it.ways_out
    ends = [
        (index, node) for index, node in enumerate(it.nodes) if not node.next and node.id not in out
    ]
    for index, node in ends[:-1]:
        message = f"the story stops at '{node.id}': add 'next:', or lead there with 'as: abandon'"
        yield Finding(("nodes", index), message)


@rule("EM202", "unreachable-node")
def unreachable_node(it: ExperienceMap) -> Iterator[Finding]:
    """A moment that nothing leads to is a note that was never merged into the story (Torres, ch. 4).

    Bad:
        nodes:
          - {id: asks, title: Asks a friend, next: finds}
          - {id: finds, title: Finds a teacher}
          - {id: waits, title: Waits for an answer}
    Good:
        nodes:
          - {id: asks, title: Asks a friend, next: waits}
          - {id: waits, title: Waits for an answer, next: finds}
          - {id: finds, title: Finds a teacher}
    """
    nexts = {str(node.id): [str(link.to) for link in node.next] for node in it.nodes}
    if not nexts.keys() >= {name for leads in nexts.values() for name in leads}:
        # a way that leads nowhere is answered already, and may be the one that is missed here
        return
    entrances = [start for start in it.starts if nexts[start]]
    reached = set[str]()
    add_reachable([it.nodes[0].id, *entrances], nexts, reached)
    for index, node in enumerate(it.nodes):
        if node.id not in reached:
            message = (
                f"no path from the start leads to '{node.id}': add it to the 'next:' of the moment "
                "before it"
            )
            yield Finding(("nodes", index), message)
            add_reachable([node.id], nexts, reached)


def add_reachable(starts: Iterable[str], nexts: Mapping[str, list[str]], reached: set[str]) -> None:
    """Add the nodes that one comes to from any of these, and these, to those that are reached already."""
    ahead = list(starts)
    while ahead:
        node_id = ahead.pop()
        if node_id not in reached:
            reached.add(node_id)
            ahead += nexts.get(node_id, [])


@rule("EM203", "leaving-without-a-reason")
def leaving_without_a_reason(it: ExperienceMap) -> Iterator[Finding]:
    """Where customers give up or run into a problem, the reason is what matters; without it the line says
    nothing (ch. 4).

    Bad:
        nodes:
          - {id: asks, title: Asks a friend, next: {to: gives-up, as: abandon}}
          - {id: gives-up, title: Gives up}
    Good:
        nodes:
          - {id: asks, title: Asks a friend, next: {to: gives-up, as: abandon, because: nobody knows one}}
          - {id: gives-up, title: Gives up}
    """
    for index, node in enumerate(it.nodes):
        for number, link in enumerate(node.next):
            if link.as_ in {"abandon", "error"} and link.because is None:
                message = f"the link from '{node.id}' to {quoted(link.to)} gives no reason: add 'because:'"
                yield Finding(("nodes", index, "next", number), message)


RULES = (dead_end, unreachable_node, leaving_without_a_reason)
