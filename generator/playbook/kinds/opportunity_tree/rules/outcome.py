"""What the method asks of the outcome."""

from collections.abc import Iterator

from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.rules.rule import Finding, rule
from playbook.rules.word_lists import find_opening_word


@rule("OT101", "outcome-without-metric")
def outcome_without_metric(it: OpportunityTree) -> Iterator[Finding]:
    """An outcome that nobody counts can't be reached or missed; agree on the number with your
    leader (Torres, ch. 3).

    Bad:
        outcome:
          title: Learners come back for a second lesson
          type: product
    Good:
        outcome:
          title: Learners come back for a second lesson
          type: product
          metric: Share of first lessons that are followed by a second within a month
          from: 40%
          to: 50%
    """
    if it.outcome.metric is None:
        yield Finding(("outcome",), "the outcome has no metric: add 'metric:' with what you count")


@rule("OT102", "metric-without-numbers")
def metric_without_numbers(it: OpportunityTree) -> Iterator[Finding]:
    """A metric needs to say where it stands and where it should stand, or any movement can be called
    a success (ch. 3).

    Bad:
        outcome: {title: Learners come back, type: product, metric: Share with a second lesson in a month}
    Good:
        outcome: {title: Learners come back, type: product, metric: Share with a second lesson, from: 40%, to: 50%}
    """
    outcome = it.outcome
    missing = " and ".join(
        f"'{key}:'" for key, value in (("from", outcome.from_), ("to", outcome.to)) if value is None
    )
    if outcome.metric is not None and missing:
        yield Finding(
            ("outcome", "metric"),
            f"the metric has no {missing}: say where it stands and where it should stand",
        )


@rule("OT103", "output-as-outcome")
def output_as_outcome(it: OpportunityTree) -> Iterator[Finding]:
    """An outcome is a change in what customers do; a thing to build is an output, and may change
    nothing (ch. 3).

    Bad:
        outcome: {title: Launch the teachers' app, type: product, metric: Downloads, from: "0", to: "100"}
    Good:
        outcome: {title: Teachers answer within a day, type: product, metric: Answers in a day, from: 30%, to: 60%}
    """
    if verb := find_opening_word(it.outcome.title.plain(), "outputs"):
        message = (
            f"the outcome begins with '{verb}', which is about building something: "
            "say what customers will do differently"
        )
        yield Finding(("outcome", "title"), message)


RULES = (outcome_without_metric, metric_without_numbers, output_as_outcome)
