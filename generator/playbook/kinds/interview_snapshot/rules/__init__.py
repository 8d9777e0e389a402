"""What a snapshot must not say, and what it is for."""

from playbook.kinds.interview_snapshot.rules import privacy, use

RULES = (*privacy.RULES, *use.RULES)
