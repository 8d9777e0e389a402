"""What the method asks of a map that was merged from several."""

from collections.abc import Iterator

from playbook.kinds.experience_map.merging.comparison import unite_merged_maps
from playbook.kinds.experience_map.merging.coverage import find_lost
from playbook.kinds.experience_map.merging.similarity import measure_likeness, reduce_to_words
from playbook.kinds.experience_map.model import ExperienceMap
from playbook.rules.rule import Finding, Others, rule
from playbook.source.problem import Severity
from playbook.text.english import quoted

FEWEST = 2


@rule("EM401", "merged-from-one")
def merged_from_one(it: ExperienceMap) -> Iterator[Finding]:
    """Merging is for several views that differ; a map made from one map has lost the others
    (Torres, ch. 4).

    Bad:
        drawn_by:
        merges: [designer]
    Good:
        drawn_by:
        merges: [designer, engineer]
    """
    if it.merges and len(set(it.merges)) < FEWEST:
        yield Finding(
            ("merges",), "only one map is merged: name the others, or say 'drawn_by:' instead"
        )


@rule("EM402", "lost-node", Severity.ERROR)
def lost_node(it: ExperienceMap, others: Others) -> Iterator[Finding]:
    """What one person saw and the shared map left out without a word is lost; differences are
    what you are after (ch. 4).

    A node without 'from:' is assumed to come from those with its id or nearly the same title.

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
    place = {str(ref): index for index, ref in enumerate(it.merges)}
    for seen in find_lost(unite_merged_maps(it, others), it):
        words = reduce_to_words(seen.node.title.plain())
        close = [
            node.id
            for node in it.nodes
            if measure_likeness(words, reduce_to_words(node.title.plain()))
        ]
        home = f"to the 'from:' of '{close[0]}'" if close else "to a node's 'from:'"
        message = f"{quoted(seen.ref)} is lost: add it {home}, or to 'left_out:' with a reason"
        yield Finding(("merges", place[seen.view.id]), message)


RULES = (merged_from_one, lost_node)
