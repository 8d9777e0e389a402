"""What to ask when a tree changes."""

from collections.abc import Iterator, Sequence

from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree
from playbook.kinds.opportunity_tree.solution import AssumptionTest, Solution, SupportCriterion
from playbook.library.review import ChangedPieces, ReviewQuestion
from playbook.text.english import quoted

ON_THE_WAY: dict[type, Sequence[str]] = {
    Opportunity: ("open", "exploring", "target", "addressed"),
    Solution: ("candidate", "chosen", "shipped"),
}
"""The statuses that follow each other; any other is a stop on the way."""


def ask(
    before: OpportunityTree, after: OpportunityTree, changed: ChangedPieces
) -> Iterator[ReviewQuestion]:
    """Yield what to ask about a change."""
    if not has_new_reason(before, after):
        yield from ask_about_outcome(before, after)
        yield from ask_about_target(before, after)
    for old, new in changed:
        if isinstance(old, AssumptionTest) and isinstance(new, AssumptionTest):
            yield from ask_about_test(old, new)
        elif isinstance(old, Opportunity | Solution) and isinstance(new, Opportunity | Solution):
            yield from ask_about_status(old, new)


def has_new_reason(before: OpportunityTree, after: OpportunityTree) -> bool:
    """Whether a decision is new that says why."""
    return any(each.because and each not in before.decisions for each in after.decisions)


def ask_about_outcome(before: OpportunityTree, after: OpportunityTree) -> Iterator[ReviewQuestion]:
    """Yield a question when the outcome, its metric, its target or its day is another."""
    fields = {"title": "outcome", "metric": "metric", "to": "target", "by": "day of the target"}
    for field, noun in fields.items():
        old, new = getattr(before.outcome, field), getattr(after.outcome, field)
        if old and old != new:
            became = (
                f"changed from {quote(old)} to {quote(new)}" if new else f"{quote(old)} is gone"
            )
            message = (
                f"The {noun} {became}, and no new decision says why: who agreed to this, and what "
                "did they know that made them change it?"
            )
            yield ReviewQuestion("", "target-without-decision", message)


def ask_about_target(before: OpportunityTree, after: OpportunityTree) -> Iterator[ReviewQuestion]:
    """Yield a question when the team addresses another opportunity."""
    old, new = before.target_opportunity, after.target_opportunity
    if old and new and new.id != old.id and new.title != old.title:
        message = (
            f"The target opportunity is {quote(new.title)} now, and no new decision says why: what "
            f"did the team learn that made it leave {quote(old.title)}?"
        )
        yield ReviewQuestion(new.id, "target-without-decision", message)


def ask_about_test(old: AssumptionTest, new: AssumptionTest) -> Iterator[ReviewQuestion]:
    """Yield what to ask when what counts as support, or what it says, is another afterwards."""
    title = quote(new.title)
    if old.result and old.criterion and new.criterion != old.criterion:
        criterion = describe_criterion(new.criterion) if new.criterion else "nothing"
        message = (
            f"The result of {title} was {old.result} when its criterion changed from "
            f"{describe_criterion(old.criterion)} to {criterion}: does the verdict still follow "
            "what was agreed before the test?"
        )
        yield ReviewQuestion(new.id, "criterion-after-result", message)
    if old.verdict and new.verdict != old.verdict:
        message = (
            f"The verdict of {title} changed from {quote(old.verdict)} to "
            f"{quote(new.verdict) if new.verdict else 'none'}: what does the team know now that it "
            "didn't know then?"
        )
        yield ReviewQuestion(new.id, "verdict-changed", message)


def describe_criterion(criterion: SupportCriterion) -> str:
    """Return what counts as support, in a few words."""
    return quote(f"{criterion.at_least} {criterion.who.plain()}")


def ask_about_status(
    old: Opportunity | Solution, new: Opportunity | Solution
) -> Iterator[ReviewQuestion]:
    """Yield a question when something is less far than it was."""
    order = ON_THE_WAY[type(new)]
    if old.status == new.status or type(old) is not type(new) or new.status not in order:
        return
    if old.status not in order or order.index(new.status) < order.index(old.status):
        message = (
            f"{quote(new.title)} went from {quote(old.status)} back to {quote(new.status)}: what "
            "did the team learn that changed its mind?"
        )
        yield ReviewQuestion(new.id, "status-moved-back", message)


def quote(value: object) -> str:
    """Return a value in quotation marks, without any Markdown."""
    return quoted(value.plain() if hasattr(value, "plain") else str(value))
