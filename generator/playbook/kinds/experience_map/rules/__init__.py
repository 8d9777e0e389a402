"""What the method asks of an experience map."""

from playbook.kinds.experience_map.rules import flow, merge, nodes, whole

RULES = (*whole.RULES, *flow.RULES, *nodes.RULES, *merge.RULES)
