"""What the method asks of a map that was merged from several."""

from collections.abc import Iterator

from playbook.kinds.experience_map.model import ExperienceMap
from playbook.problem import Severity
from playbook.rule import Finding, Others, rule

FEWEST = 2


@rule("EM401", "merged-from-one")
def merged_from_one(it: ExperienceMap) -> Iterator[Finding]:
    """Merging is for several views that differ; a map made from one map has lost the others (Torres, ch. 4).

    Bad:
        drawn_by:
        merges: [designer]
    Good:
        drawn_by:
        merges: [designer, engineer]
    """
    if it.merges and len(set(it.merges)) < FEWEST:
        yield Finding(("merges",), "only one map is merged: name the others, or say 'drawn_by:' instead")


@rule("EM402", "lost-node", Severity.ERROR)
def lost_node(it: ExperienceMap, others: Others) -> Iterator[Finding]:
    """What one person saw and the shared map left out without a word is lost; differences are the find (ch. 4).

    Bad:
        drawn_by:
        merges: [designer, engineer]
        nodes: [{title: Asks a friend, from: designer#asks}, {title: Waits, from: engineer#waits}]
    Good:
        drawn_by:
        merges: [designer, engineer]
        nodes: [{title: Asks a friend, from: designer#asks}, {title: Waits, from: engineer#waits}]
        left_out:
          - {node: designer#too-old, because: nobody else heard it}
    """
    named = {str(ref) for node in it.nodes for ref in node.from_} | {str(each.node) for each in it.left_out}
    alike = {key for node in it.nodes if not node.from_ for key in (str(node.id), node.title.plain().casefold())}
    for index, ref in enumerate(it.merges):
        merged = others(ref)
        for node in merged.nodes if isinstance(merged, ExperienceMap) else ():
            name = f"{ref}#{node.id}"
            if name not in named and not alike & {str(node.id), node.title.plain().casefold()}:
                message = f"'{name}' is lost: add it to a node's 'from:', or to 'left_out:' with a reason"
                yield Finding(("merges", index), message)


RULES = (merged_from_one, lost_node)
