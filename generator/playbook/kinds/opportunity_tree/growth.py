"""What of a tree is counted from one moment of its history to the next."""

from collections import Counter

from playbook.kinds.opportunity_tree.counts import VERDICTS, count_evidence
from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.kinds.opportunity_tree.solution import AssumptionTest
from playbook.language import N_
from playbook.model.traverse import find_pieces

STATUSES = ("target", "exploring", "addressed", "parked", "open")


def count_parts(it: OpportunityTree) -> dict[str, dict[str, int]]:
    """Return how many interviews, opportunities by status and tests by verdict there are."""
    statuses = Counter[str](opportunity.status for opportunity in it.walk())
    tests = (test for _, test in find_pieces(it, AssumptionTest))
    verdicts = Counter[str](test.verdict for test in tests if test.verdict)
    return {
        N_("Interviews"): {N_("Interviews"): count_evidence(it.walk())},
        N_("Opportunities"): {name: statuses[name] for name in STATUSES},
        N_("Tests"): {name: verdicts[name] for name in VERDICTS},
    }
