"""Experience maps: what customers go through, as nodes and links."""

from playbook.kind import Kind
from playbook.kinds.experience_map.model import ExperienceMap
from playbook.kinds.experience_map.rules import RULES

KIND = Kind(
    name="experience-map",
    title="Experience map",
    plural="Experience maps",
    folder="maps",
    about="What customers go through, moment by moment: the way they mean to go, the loops, the trouble, the ways out.",
    model=ExperienceMap,
    own_rules=RULES,
    is_drawn=True,
    goes_further=True,
)
