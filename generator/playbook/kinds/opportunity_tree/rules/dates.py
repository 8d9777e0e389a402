"""What the method asks of the days in a tree."""

from collections.abc import Iterator
from itertools import pairwise

from playbook.kinds.opportunity_tree.model import Decision, OpportunityTree
from playbook.kinds.opportunity_tree.rules.pieces import walk_pieces
from playbook.kinds.opportunity_tree.solution import AssumptionTest
from playbook.language import format_day
from playbook.rules.rule import Finding, rule


@rule("OT701", "older-than-its-news")
def older_than_its_news(it: OpportunityTree) -> Iterator[Finding]:
    """The tree's date tells a reader how fresh it is; a decision or a result after that day makes
    it a lie (ch. 13).

    Bad:
        date: 2026-03-02
        decisions: [{date: 2026-03-09, title: Build the films}]
    Good:
        date: 2026-03-09
        decisions: [{date: 2026-03-09, title: Build the films}]
    """
    days = [(loc, one.date) for loc, one in walk_pieces(Decision, it)]
    days += [(loc, one.date) for loc, one in walk_pieces(AssumptionTest, it) if one.date]
    for loc, day in days:
        if it.date and day > it.date:
            message = (
                f"the day {format_day(day)} is after the tree's own, {format_day(it.date)}: "
                "correct one of the two"
            )
            yield Finding((*loc, "date"), message)


@rule("OT702", "decisions-out-of-order")
def decisions_out_of_order(it: OpportunityTree) -> Iterator[Finding]:
    """Decisions build on each other; write them as they came, the latest last, and the file tells
    the story (ch. 13).

    Bad:
        decisions:
          - {date: 2026-03-09, title: Build the films}
          - {date: 2026-03-02, title: Compare three ideas}
    Good:
        decisions:
          - {date: 2026-03-02, title: Compare three ideas}
          - {date: 2026-03-09, title: Build the films}
    """
    for index, (before, after) in enumerate(pairwise(it.decisions), 1):
        if after.date < before.date:
            message = (
                f"the decision of {format_day(after.date)} stands below that of "
                f"{format_day(before.date)}: move it up"
            )
            yield Finding(("decisions", index, "date"), message)


RULES = (older_than_its_news, decisions_out_of_order)
