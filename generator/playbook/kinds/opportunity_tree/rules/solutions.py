"""What the method asks of the solutions."""

from collections.abc import Iterator
from itertools import chain

from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree
from playbook.kinds.opportunity_tree.rules.pieces import walk_pieces
from playbook.kinds.opportunity_tree.solution import Solution
from playbook.rules.rule import Finding, rule

ABOUT_THREE = range(3, 6)
TYPES = ("desirability", "viability", "feasibility", "usability", "ethical")


@rule("OT401", "not-about-three-solutions")
def not_about_three_solutions(it: OpportunityTree) -> Iterator[Finding]:
    """Compare about three solutions for the target: with one you ask whether, with three you ask
    which (ch. 8).

    Bad:
        opportunities:
          - title: I can't find a teacher
            status: target
            because: Most told us so
            evidence: Interview 1
            solutions: [{title: A map of teachers}]
    Good:
        opportunities:
          - title: I can't find a teacher
            status: target
            because: Most told us so
            evidence: Interview 1
            solutions: [{title: A map of teachers}, {title: A call with a matchmaker}, {title: Open evenings}]
    """
    for loc, one in walk_pieces(Opportunity, it):
        count = len(one.solutions)
        if one.status == "target" and count and count not in ABOUT_THREE:
            message = (
                f"the target '{one.id}' has {count} solution{'s' if count > 1 else ''}: "
                "compare about three"
            )
            yield Finding((*loc, "solutions"), message)


@rule("OT402", "type-nobody-thought-of")
def type_nobody_thought_of(it: OpportunityTree) -> Iterator[Finding]:
    """Teams favour one type of assumption; the risk sits in the type that nobody thought of
    (Torres, ch. 9).

    Bad:
        opportunities:
          - title: I can't find a teacher
            status: target
            because: Most told us so
            evidence: Interview 1
            solutions:
              - {title: A map, assumptions: [{title: Adults open the map, type: desirability}]}
              - title: A call
              - title: Open evenings
    Good:
        opportunities:
          - title: I can't find a teacher
            status: target
            because: Most told us so
            evidence: Interview 1
            solutions:
              - title: A map
                assumptions:
                  - {title: Adults open the map, type: desirability}
                  - {title: Teachers pay for a place on it, type: viability}
                  - {title: We know where teachers live, type: feasibility}
                  - {title: Adults find their street, type: usability}
                  - {title: Teachers agree to show their street, type: ethical}
              - title: A call
              - title: Open evenings
    """
    for loc, one in walk_pieces(Opportunity, it):
        types = [
            belief.type
            for belief in chain.from_iterable(solution.assumptions for solution in one.solutions)
        ]
        missing = [name for name in TYPES if name not in types]
        if one.status == "target" and types and missing:
            message = (
                f"no assumption has the type {' or '.join(missing)}: ask what else must be true"
            )
            yield Finding((*loc, "solutions"), message)


@rule("OT403", "choice-without-a-test")
def choice_without_a_test(it: OpportunityTree) -> Iterator[Finding]:
    """A solution is chosen because its riskiest assumptions held in a test, not because it won a
    vote (ch. 10).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions: [{title: A map, status: chosen}]
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map
                status: chosen
                assumptions:
                  - title: Adults open the map
                    type: desirability
                    tests:
                      title: Ten adults at a mock-up
                      criterion: {at_least: 6 of 10, who: open the map first}
                      result: 8 of 10
                      verdict: supported
    """
    for loc, one in walk_pieces(Solution, it):
        verdicts = [trial.verdict for belief in one.assumptions for trial in belief.tests]
        if one.status in {"chosen", "shipped"} and "supported" not in verdicts:
            message = (
                f"'{one.id}' is {one.status} and no test supports it: test what it rests on, "
                "or call it 'candidate'"
            )
            yield Finding((*loc, "status"), message)


@rule("OT404", "step-of-another-solution")
def step_of_another_solution(it: OpportunityTree) -> Iterator[Finding]:
    """An assumption belongs to a step of its own solution's story map; at a step of another solution it
    would be tested at the wrong moment (ch. 9).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions: [{title: Adults pick an hour at once, type: usability, step: picks}]
              - {title: A call, steps: [{id: picks, title: An adult picks an hour}]}
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                steps: [{id: picks, title: An adult picks an hour}]
                assumptions: [{title: Adults pick an hour at once, type: usability, step: picks}]
    """
    for loc, one in walk_pieces(Solution, it):
        for index, belief in enumerate(one.assumptions):
            if belief.step and not one.find_step(belief):
                message = (
                    f"'{belief.step}' is a step of another solution: "
                    f"name one under 'steps:' of '{one.id}', or leave it out"
                )
                yield Finding((*loc, "assumptions", index, "step"), message)


@rule("OT405", "built-on-an-untested-leap")
def built_on_an_untested_leap(it: OpportunityTree) -> Iterator[Finding]:
    """What matters most and is known least can sink the idea; test each such leap of faith before
    anyone builds on it (ch. 9, 10).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map
                status: shipped
                assumptions: [{title: Adults open the map, type: desirability, importance: high, known: weak}]
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map
                status: candidate
                assumptions: [{title: Adults open the map, type: desirability, importance: high, known: weak}]
    """
    for loc, one in walk_pieces(Solution, it):
        if one.status in {"chosen", "shipped"}:
            for index, belief in enumerate(one.assumptions):
                if belief.is_leap and not any(trial.result for trial in belief.tests):
                    message = (
                        f"'{belief.id}' is important, hardly known and untested, and '{one.id}' is "
                        f"{one.status}: test it, or call the solution 'candidate'"
                    )
                    yield Finding((*loc, "assumptions", index), message)


RULES = (
    not_about_three_solutions,
    type_nobody_thought_of,
    choice_without_a_test,
    step_of_another_solution,
    built_on_an_untested_leap,
)
