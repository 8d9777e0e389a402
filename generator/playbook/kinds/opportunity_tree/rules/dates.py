"""What the method asks of the days in a tree."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from playbook.kinds.opportunity_tree.model import Decision, Opportunity, OpportunityTree
from playbook.kinds.opportunity_tree.outcome import MeasuredValue
from playbook.kinds.opportunity_tree.rules.pieces import walk_pieces
from playbook.kinds.opportunity_tree.solution import AssumptionTest, Solution
from playbook.language import format_day
from playbook.rules.rule import Finding, Others, rule

LONGEST_UNCOUNTED = timedelta(days=62)
STALE = timedelta(days=28)
"""Four weeks: interviews are meant to be weekly, and a holiday may come between."""


@rule("OT701", "older-than-its-news")
def older_than_its_news(it: OpportunityTree) -> Iterator[Finding]:
    """The tree's date tells a reader how fresh it is; a decision, a result or a value after that day
    makes it a lie (ch. 13).

    Bad:
        date: 2026-03-02
        decisions: [{date: 2026-03-09, title: Build the films}]
    Good:
        date: 2026-03-09
        decisions: [{date: 2026-03-09, title: Build the films}]
    """
    days = [(loc, one.date) for loc, one in walk_pieces(Decision, it)]
    days += [(loc, one.date) for loc, one in walk_pieces(AssumptionTest, it) if one.date]
    days += [(loc, one.date) for loc, one in walk_pieces(MeasuredValue, it)]
    for loc, day in days:
        if it.date and day > it.date:
            message = (
                f"the date, {format_day(day)}, is later than the tree's own, {format_day(it.date)}: "
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
                f"the decision of {format_day(after.date)} comes below that of "
                f"{format_day(before.date)}: move it up"
            )
            yield Finding(("decisions", index, "date"), message)


@rule("OT703", "values-out-of-order")
def values_out_of_order(it: OpportunityTree) -> Iterator[Finding]:
    """Values tell how a metric went; write at most one for each day, the latest last, and the
    file tells the story (ch. 3).

    Bad:
        outcome:
          title: Learners come back
          type: product
          values: [{date: 2026-04-30, value: 22%}, {date: 2026-03-31, value: 19%}]
    Good:
        outcome:
          title: Learners come back
          type: product
          values: [{date: 2026-03-31, value: 19%}, {date: 2026-04-30, value: 22%}]
    """
    for index, (before, after) in enumerate(pairwise(it.outcome.values), 1):
        if after.date <= before.date:
            message = (
                f"the value of {format_day(after.date)} comes below that of "
                f"{format_day(before.date)}: keep at most one for each day, the latest last"
            )
            yield Finding(("outcome", "values", index, "date"), message)


@rule("OT704", "outcome-past-its-day")
def outcome_past_its_day(it: OpportunityTree) -> Iterator[Finding]:
    """On the day it is due, an outcome is reached or missed, and the team agrees with its leader on the
    next one; counting on puts that off (ch. 3).

    Bad:
        outcome:
          title: Learners come back
          type: product
          by: 2026-06-30
          values: [{date: 2026-07-01, value: 22%}, {date: 2026-08-01, value: 23%}]
    Good:
        outcome:
          title: Learners come back
          type: product
          by: 2026-09-30
          values: [{date: 2026-07-01, value: 22%}, {date: 2026-08-01, value: 23%}]
    """
    due = it.outcome.by
    after = [index for index, one in enumerate(it.outcome.values) if due and one.date >= due]
    if due and len(after) > 1:
        message = (
            f"this was counted after the outcome was due, on {format_day(due)}, and so was the "
            "value before it: agree on a new day for 'by:', or on a new outcome"
        )
        yield Finding(("outcome", "values", after[1], "date"), message)


@rule("OT705", "metric-not-counted-for-long")
def metric_not_counted_for_long(it: OpportunityTree) -> Iterator[Finding]:
    """A team that decides on an old number can't see whether its work moves the outcome; count at
    least every two months (ch. 3).

    Bad:
        date: 2026-06-18
        outcome: {title: Learners come back, type: product, values: [{date: 2026-03-31, value: 19%}]}
    Good:
        date: 2026-06-18
        outcome: {title: Learners come back, type: product, values: [{date: 2026-06-10, value: 22%}]}
    """
    days = [one.date for _, one in walk_pieces(Decision, it)]
    days += [one.date for _, one in walk_pieces(AssumptionTest, it) if one.date]
    news = max([*days, *([it.date] if it.date else [])], default=None)
    latest = it.outcome.latest
    if latest and news and news - latest.date > LONGEST_UNCOUNTED:
        message = (
            f"the latest value is from {format_day(latest.date)}, and the tree has news from "
            f"{format_day(news)}: count again, and add the value"
        )
        index = it.outcome.values.index(latest)
        yield Finding(("outcome", "values", index, "date"), message)


@rule("OT706", "decision-on-old-interviews", wants_all=True)
def decision_on_old_interviews(it: OpportunityTree, others: Others) -> Iterator[Finding]:
    """Interview every week, and each decision rests on what customers do now (ch. 5, 13). This finds a
    decision more than four weeks after the last snapshot cited, where most evidence is in snapshots.

    Bad:
        opportunities: [{id: all-alike, title: They all sound the same, heard_in: ana-cello}]  # on 10 February
        decisions: [{date: 2026-06-18, title: Build the films}]
    Good:
        opportunities: [{id: all-alike, title: They all sound the same, heard_in: ana-cello}]  # on 10 February
        decisions: [{date: 2026-02-17, title: Build the films}]
    """
    cited = {ref for _, one in walk_pieces(Opportunity, it) for ref in one.heard_in}
    undated = {text for _, one in walk_pieces(Opportunity, it) for text in one.evidence}
    if len(undated) > len(cited):
        return
    days = [snapshot.date for ref in cited if (snapshot := others(ref))]
    complained_of: date | None = None
    for index, one in enumerate(it.decisions):
        last = max((day for day in days if day <= one.date), default=None)
        if last and one.date - last > STALE and last != complained_of:
            complained_of = last
            message = (
                f"the last interview before this decision was on {format_day(last)}: "
                "hear another story first, or cite the one that you heard"
            )
            yield Finding(("decisions", index, "date"), message)


@rule("OT707", "decision-before-its-test")
def decision_before_its_test(it: OpportunityTree) -> Iterator[Finding]:
    """A test whose result comes after the decision can only confirm it; wait for each leap of faith (ch.
    10, 12). This compares the latest decision about a solution that was chosen with the first result.

    Bad:
        opportunities:
          - title: I can't find a teacher
            solutions:
              - id: a-map
                title: A map
                status: chosen
                assumptions:
                  - title: Adults open the map
                    importance: high
                    known: weak
                    tests: [{title: At a mock-up, date: 2026-06-02, result: 8 of 10, verdict: supported}]
        decisions: [{date: 2026-05-28, title: Build the map, about: a-map}]
    Good:
        opportunities:
          - title: I can't find a teacher
            solutions:
              - id: a-map
                title: A map
                status: chosen
                assumptions:
                  - title: Adults open the map
                    importance: high
                    known: weak
                    tests: [{title: At a mock-up, date: 2026-05-26, result: 8 of 10, verdict: supported}]
        decisions: [{date: 2026-05-28, title: Build the map, about: a-map}]
    """
    for _, idea in walk_pieces(Solution, it):
        about = [index for index, one in enumerate(it.decisions) if str(one.about) == idea.id]
        if about and idea.status in {"chosen", "shipped"}:
            decided = it.decisions[about[-1]].date
            for belief in idea.assumptions:
                days = [trial.date for trial in belief.tests if trial.date and trial.result]
                if belief.is_leap and days and min(days) > decided:
                    message = (
                        f"the first result on '{belief.id}', which matters most and is known least, "
                        f"came after this, on {format_day(min(days))}: correct one of the dates, or "
                        "add the decision that followed the result"
                    )
                    yield Finding(("decisions", about[-1], "date"), message)


RULES = (
    older_than_its_news,
    decisions_out_of_order,
    values_out_of_order,
    outcome_past_its_day,
    metric_not_counted_for_long,
    decision_on_old_interviews,
    decision_before_its_test,
)
