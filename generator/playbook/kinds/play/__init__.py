"""Plays: things a team does together, and how to run them."""

from playbook.kinds.play.model import Play
from playbook.kinds.play.rules import RULES
from playbook.language import N_
from playbook.library.kind import Kind

KIND = Kind(
    name="play",
    title=N_("Play"),
    plural=N_("Plays"),
    folder="plays",
    about=N_(
        "Things a team does together, ready to run: when, with whom, step by step, "
        "and what tends to go wrong."
    ),
    everyday_words=("exercise", "workshop", "method", "recipe"),
    model=Play,
    own_rules=RULES,
    has_subpages=True,
    is_drawn=True,
)
