"""What a page offers to print."""

from collections import defaultdict
from collections.abc import Iterable

from playbook.handouts.printing import NAMES, Print
from playbook.language import N_

WORDS = {
    ("pack", "long"): N_("Everything for the session"),
    ("facilitator", "long"): N_("Facilitator's sheet"),
    ("worksheet", "long"): N_("Worksheet"),
    ("question-cards", "long"): N_("Question cards"),
    ("question-cards", "short"): N_("Question cards, flipped on the short edge"),
    ("anti-pattern-cards", "long"): N_("Anti-pattern cards"),
    ("anti-pattern-cards", "short"): N_("Anti-pattern cards, flipped on the short edge"),
    ("poster", "long"): N_("Poster on one large sheet"),
    ("tiles", "long"): N_("Poster over several sheets, to be joined"),
}
"""What each handout is called on its page."""

Offers = dict[str, dict[str, list[tuple[str, Print]]]]
"""By the id of a piece of an artifact, or none: on each paper, what is offered and what it is called."""


def offers(printed: Iterable[Print]) -> dict[str, Offers]:
    """Return what the page of each artifact offers, by the artifact's id."""
    found: dict[str, Offers] = defaultdict(dict)
    for each in printed:
        made = each.handout
        on_paper = found[made.of].setdefault(made.part, {}).setdefault(NAMES[each.paper], [])
        on_paper.append((WORDS[made.use, made.flip], each))
    return found
