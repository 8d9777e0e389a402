"""Opportunity solution trees: one outcome, what could move it, and how we find out."""

from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.kinds.opportunity_tree.rules import RULES
from playbook.language import N_
from playbook.library.kind import Kind

KIND = Kind(
    name="opportunity-tree",
    title=N_("Opportunity solution tree"),
    plural=N_("Opportunity trees"),
    folder="trees",
    about=N_(
        "One outcome at the top, the customer needs that could move it, "
        "and the solutions and tests below."
    ),
    group=N_("Maps and trees"),
    everyday_words=("outcome", "solution", "assumption", "experiment", "test"),
    model=OpportunityTree,
    own_rules=RULES,
    top_field="outcome",
    is_drawn=True,
    has_subpages=True,
    has_history=True,
    is_in_motion=True,
)
