"""A pattern: how to tell that you are in it, what it risks, and the smallest move out of it."""

from playbook.language import N_
from playbook.model.part import Anchored
from playbook.text.inline import Text


class Pattern(Anchored):
    """Something that happens to teams again and again, by a name."""

    word = N_("pattern")

    title: Text
    """Its name."""
    text: Text | None = None
    """What it is, in a sentence or two."""
    sign: Text
    """How you can tell."""
    risk: Text
    """What it may cost, and when it is right all the same."""
    move: Text
    """The smallest thing to do, this week."""
