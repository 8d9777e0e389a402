"""What we ask of the parts, in whatever kind they stand."""

from playbook.parts.rules import anti_pattern, exercise, question

RULES = (*exercise.RULES, *question.RULES, *anti_pattern.RULES)
