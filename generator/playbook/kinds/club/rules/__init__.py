"""What makes a club's schedule one that holds."""

from playbook.kinds.club.rules import reading, schedule, sessions

RULES = (*reading.RULES, *schedule.RULES, *sessions.RULES)
