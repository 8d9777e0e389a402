"""What the method asks of the results of assumption tests."""

from collections.abc import Iterator

from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.kinds.opportunity_tree.rules.pieces import walk_pieces
from playbook.kinds.opportunity_tree.solution import AssumptionTest
from playbook.rules.rule import Finding, rule


@rule("OT604", "verdict-against-result")
def verdict_against_result(it: OpportunityTree) -> Iterator[Finding]:
    """The criterion was agreed so that the result decides; a verdict against it is the old opinion
    again (ch. 10).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests:
                      title: At a mock-up
                      criterion: {at_least: 6 of 10, who: open the map first}
                      result: 3 of 10
                      verdict: supported
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests:
                      title: At a mock-up
                      criterion: {at_least: 6 of 10, who: open the map first}
                      result: 3 of 10
                      verdict: refuted
    """
    for loc, one in walk_pieces(AssumptionTest, it):
        if (
            one.criterion is None
            or one.result is None
            or one.result.of != one.criterion.at_least.of
        ):
            continue
        reached = one.result.number >= one.criterion.at_least.number
        if one.verdict == ("refuted" if reached else "supported"):
            counts = f"{one.result}, and {one.criterion.at_least} were needed"
            should = "supported" if reached else "refuted"
            yield Finding(
                (*loc, "verdict"),
                f"'{one.verdict}' goes against the result ({counts}): it is '{should}'",
            )


@rule("OT605", "result-without-verdict")
def result_without_verdict(it: OpportunityTree) -> Iterator[Finding]:
    """A result that nobody judged changes nothing; say what it means, even if that is 'unclear'
    (Torres, ch. 10).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests:
                      title: At a mock-up
                      criterion: {at_least: 6 of 10, who: open the map first}
                      result: 8 of 10
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests:
                      title: At a mock-up
                      criterion: {at_least: 6 of 10, who: open the map first}
                      result: 8 of 10
                      verdict: supported
    """
    for loc, one in walk_pieces(AssumptionTest, it):
        if one.result and one.verdict is None:
            yield Finding(
                (*loc, "result"), f"'{one.id}' has a result but no verdict: add 'verdict:'"
            )
        if one.verdict and one.result is None:
            yield Finding(
                (*loc, "verdict"),
                f"'{one.id}' has a verdict but no result: add 'result:', such as '7 of 10'",
            )


@rule("OT606", "result-without-date")
def result_without_date(it: OpportunityTree) -> Iterator[Finding]:
    """Dates put the tests in order and tell how the team learned; a test without one drops
    out of the story (Torres, ch. 13).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests:
                      - {title: At a mock-up, date: 2026-03-02, criterion: {at_least: 6 of 10, who: open it}}
                      - title: At a better one
                        criterion: {at_least: 6 of 10, who: open it}
                        result: 8 of 10
                        verdict: supported
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests:
                      - {title: At a mock-up, date: 2026-03-02, criterion: {at_least: 6 of 10, who: open it}}
                      - title: At a better one
                        date: 2026-03-16
                        criterion: {at_least: 6 of 10, who: open it}
                        result: 8 of 10
                        verdict: supported
    """
    tests = list(walk_pieces(AssumptionTest, it))
    if any(one.date for _, one in tests):
        for loc, one in tests:
            if one.result and one.date is None:
                yield Finding(
                    (*loc, "result"),
                    f"'{one.id}' has a result but no date, and other tests have one: add 'date:'",
                )


@rule("OT607", "refuted-without-change")
def refuted_without_change(it: OpportunityTree) -> Iterator[Finding]:
    """A refuted assumption that changes nothing was not worth its test; say what you did because of
    it (ch. 12).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests:
                      title: At a mock-up
                      criterion: {at_least: 6 of 10, who: open the map first}
                      result: 3 of 10
                      verdict: refuted
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests:
                      title: At a mock-up
                      criterion: {at_least: 6 of 10, who: open the map first}
                      result: 3 of 10
                      verdict: refuted
                      changed: The list comes first now
    """
    for loc, one in walk_pieces(AssumptionTest, it):
        if one.verdict == "refuted" and one.changed is None:
            message = (
                f"'{one.id}' refuted its assumption and changed nothing: "
                "add 'changed:' with what you did"
            )
            yield Finding((*loc, "verdict"), message)


RULES = (
    verdict_against_result,
    result_without_verdict,
    result_without_date,
    refuted_without_change,
)
