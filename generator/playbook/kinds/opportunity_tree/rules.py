"""What the method asks of an opportunity solution tree."""

from collections.abc import Iterator

from playbook.kind import Finding, rule
from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree
from playbook.problem import Severity
from playbook.source import Loc
from playbook.walk import walk


def opportunities(it: OpportunityTree) -> Iterator[tuple[Loc, Opportunity]]:
    """Yield every opportunity with its place, parents first."""
    return ((loc, value) for loc, value in walk(it) if isinstance(value, Opportunity))


@rule("OT001", "target-not-a-leaf")
def target_not_a_leaf(it: OpportunityTree) -> Iterator[Finding]:
    """The team works down to one small opportunity; a target with parts is still too large to solve (Torres, ch. 7)."""
    for loc, each in opportunities(it):
        if each.status == "target" and each.opportunities:
            parts = len(each.opportunities)
            yield Finding(
                (*loc, "status"), f"the target '{each.id}' has {parts} parts: choose one of them as the target"
            )


@rule("OT002", "single-child")
def single_child(it: OpportunityTree) -> Iterator[Finding]:
    """An only child says the same as its parent, or its siblings are still to be found (Torres, ch. 6)."""
    for loc, each in opportunities(it):
        if len(each.opportunities) == 1:
            child = each.opportunities[0].id
            message = f"'{child}' is the only part of '{each.id}': look for its siblings, or merge the two"
            yield Finding((*loc, "opportunities", 0), message)


@rule("OT003", "two-targets", Severity.ERROR)
def two_targets(it: OpportunityTree) -> Iterator[Finding]:
    """The team addresses one opportunity at a time (Torres, ch. 7)."""
    targets = [(loc, each) for loc, each in opportunities(it) if each.status == "target"]
    for loc, each in targets[1:]:
        first = targets[0][1].id
        message = f"'{each.id}' is a second target beside '{first}': keep one, and call the other 'exploring'"
        yield Finding((*loc, "status"), message)


RULES = (target_not_a_leaf, single_child, two_targets)
