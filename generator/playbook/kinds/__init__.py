"""Every kind, in the order the site shows them."""

from playbook.kind import Kind
from playbook.kinds import experience_map, opportunity_tree, play, reading_guide

KINDS: tuple[Kind, ...] = (
    reading_guide.KIND,
    play.KIND,
    experience_map.KIND,
    opportunity_tree.KIND,
)
