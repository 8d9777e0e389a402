"""Opportunity solution trees: one outcome, what could move it, and how we find out."""

from playbook.kind import Kind
from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.kinds.opportunity_tree.rules import RULES

KIND = Kind(
    name="opportunity-tree",
    title="Opportunity solution tree",
    plural="Opportunity trees",
    folder="trees",
    about="One outcome at the top, the customer needs that could move it, and the solutions and tests below.",
    model=OpportunityTree,
    own_rules=RULES,
    is_drawn=True,
    goes_further=True,
)
