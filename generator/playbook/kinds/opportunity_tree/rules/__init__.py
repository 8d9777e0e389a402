"""What the method asks of an opportunity solution tree, from the top of the tree down."""

from playbook.kinds.opportunity_tree.rules import (
    assumptions,
    dates,
    durations,
    evidence,
    opportunities,
    outcome,
    results,
    solutions,
    structure,
    tests,
)

RULES = (
    *outcome.RULES,
    *structure.RULES,
    *opportunities.RULES,
    *evidence.RULES,
    *solutions.RULES,
    *assumptions.RULES,
    *tests.RULES,
    *results.RULES,
    *durations.RULES,
    *dates.RULES,
)
