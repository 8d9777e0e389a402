"""What of a map is counted from one moment of its history to the next."""

from playbook.kinds.experience_map.model import ExperienceMap
from playbook.language import N_


def count_parts(it: ExperienceMap) -> dict[str, dict[str, int]]:
    """Return how many moments, links and interviews there are."""
    interviews = {str(each) for node in it.nodes for each in (*node.heard_in, *node.evidence)}
    return {
        N_("Moments"): {N_("Moments"): len(it.nodes)},
        N_("Links"): {N_("Links"): sum(len(node.next) for node in it.nodes)},
        N_("Interviews"): {N_("Interviews"): len(interviews)},
    }
