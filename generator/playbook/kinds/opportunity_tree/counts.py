"""What walks through a tree count.

Who told of what, the way down to the target, what the tests say.
"""

from collections.abc import Iterable

from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree
from playbook.kinds.opportunity_tree.solution import Assumption, Solution
from playbook.language import _

VERDICTS = ("supported", "refuted", "unclear")


def count_evidence(opportunities: Iterable[Opportunity]) -> int:
    """Return how many interviews and observations stand behind opportunities, each counted once."""
    return len({str(each) for one in opportunities for each in (*one.heard_in, *one.evidence)})


def name_evidence(it: OpportunityTree) -> str:
    """Return what the evidence of a tree is called."""
    return (
        _("interviews and observations")
        if any(opportunity.evidence for opportunity in it.walk())
        else _("interviews")
    )


def describe_share(opportunities: Iterable[Opportunity], it: OpportunityTree) -> str:
    """Return in how much of a tree's evidence some opportunities were heard.

    Nothing when nobody told of them.
    """
    some, whole = count_evidence(opportunities), count_evidence(it.walk())
    if not some:
        return ""
    return (
        _("all %(number)s", number=whole)
        if some == whole > 1
        else _("%(number)s of %(of)s", number=some, of=whole)
    )


def find_most_heard(it: OpportunityTree) -> Opportunity:
    """Return the top-level opportunity with the most evidence behind it and its parts."""
    return max(it.opportunities, key=lambda each: count_evidence(each.walk()))


def find_way(it: OpportunityTree) -> tuple[tuple[Opportunity, tuple[Opportunity, ...]], ...]:
    """Return each opportunity from the top down to the target, with those that stand beside it."""
    steps: list[tuple[Opportunity, tuple[Opportunity, ...]]] = []
    target, row = it.target_opportunity, it.opportunities
    while taken := next(
        (opportunity for opportunity in row if target and target in opportunity.walk()), None
    ):
        steps.append((taken, tuple(opportunity for opportunity in row if opportunity is not taken)))
        row = taken.opportunities if taken is not target else ()
    return tuple(steps)


def find_verdict(belief: Assumption) -> str:
    """Return what the last test with a verdict says of an assumption.

    Nothing when there is none.
    """
    return next((trial.verdict for trial in reversed(belief.tests) if trial.verdict), "")


def group_by_verdict(solutions: Iterable[Solution]) -> dict[str, list[Assumption]]:
    """Return the assumptions behind solutions by what tests say of them.

    Under '' what no test has told.
    """
    groups: dict[str, list[Assumption]] = {word: [] for word in (*VERDICTS, "")}
    for solution in solutions:
        for belief in solution.assumptions:
            groups[find_verdict(belief)].append(belief)
    return groups


def find_solutions_in_hand(target: Opportunity | None) -> tuple[Solution, ...]:
    """Return the solutions that the team went for, or else those that it still compares."""
    solutions = target.solutions if target else ()
    chosen = tuple(each for each in solutions if each.status in {"chosen", "shipped"})
    return chosen or tuple(each for each in solutions if each.status == "candidate")
