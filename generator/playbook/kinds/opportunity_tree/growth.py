"""What of a tree is counted from one moment of its history to the next, and what happened when."""

from collections import Counter
from collections.abc import Iterator

from playbook.kinds.opportunity_tree.changes import list_changes
from playbook.kinds.opportunity_tree.counts import VERDICTS, count_evidence
from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.kinds.opportunity_tree.solution import AssumptionTest
from playbook.language import N_
from playbook.library.entry import Entry
from playbook.library.event import Event
from playbook.library.library import Library
from playbook.model.traverse import find_pieces

COUNTED = {"Decided": N_("Decisions"), "Tested": N_("Tests"), "Heard": N_("Interviews")}
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


def list_events(entry: Entry, library: Library) -> Iterator[Event]:
    """Yield each decision, each test with a result, and each interview, on its day."""
    for change in list_changes(entry, library):
        yield Event(
            day=change.day,
            sort=change.sort,
            title=" ".join(change.title.plain().split()),
            counts_as=COUNTED[change.sort],
            part=change.part,
            is_headline=change.sort == "Decided",
        )
