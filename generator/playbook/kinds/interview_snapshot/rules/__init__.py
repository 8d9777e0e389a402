"""What a snapshot is for."""

from playbook.kinds.interview_snapshot.rules import use

RULES = use.RULES
