"""What we ask of the parts, in whatever kind they stand."""

from playbook.parts.rules import (
    anti_pattern,
    call,
    definition,
    example_sheet,
    exercise,
    flow,
    paper,
    privacy,
    question,
    scenario,
    scorecard,
    session,
    tag,
    voice,
)

RULES = (
    *exercise.RULES,
    *question.RULES,
    *anti_pattern.RULES,
    *flow.RULES,
    *call.RULES,
    *scenario.RULES,
    *scorecard.RULES,
    *example_sheet.RULES,
    *paper.RULES,
    *session.RULES,
    *definition.RULES,
    *tag.RULES,
    *privacy.RULES,
    *voice.RULES,
)
