"""What of a club is counted from one moment of its history to the next."""

from playbook.kinds.club.model import Club
from playbook.language import N_


def count_parts(it: Club) -> dict[str, dict[str, int]]:
    """Return how many guides are read and how many sessions are held or called off."""
    off = sum(bool(session.cancelled) for session in it.sessions)
    return {
        N_("Guides"): {N_("Guides"): len(it.readings)},
        N_("Live sessions"): {N_("held"): len(it.sessions) - off, N_("cancelled"): off},
    }
