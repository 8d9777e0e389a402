"""Experience maps: what customers go through, as nodes and links."""

from playbook.kinds.experience_map.model import ExperienceMap
from playbook.kinds.experience_map.rules import RULES
from playbook.language import N_
from playbook.library.kind import Kind

KIND = Kind(
    name="experience-map",
    title=N_("Experience map"),
    plural=N_("Experience maps"),
    folder="maps",
    about=N_(
        "What customers go through, moment by moment: the path they intend to take, "
        "the loops, the problems, the ways out."
    ),
    group=N_("Maps and trees"),
    everyday_words=("journey", "moment"),
    model=ExperienceMap,
    own_rules=RULES,
    is_drawn=True,
    has_subpages=True,
    has_history=True,
    is_in_motion=True,
)
