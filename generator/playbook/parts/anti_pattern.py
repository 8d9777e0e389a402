"""An anti-pattern: how to notice it, what it costs, what to do instead."""

from typing import Literal, get_args

from playbook.language import N_
from playbook.model.part import Anchored
from playbook.text.inline import Text

Theme = Literal[
    "learning from customers",
    "deciding",
    "working together",
    "telling others",
    "owning",
    "measuring",
    "automating",
]
THEMES: tuple[str, ...] = get_args(Theme)
"""What a habit may be about, in the order in which the catalogue shows them."""


class AntiPattern(Anchored):
    """A habit that looks like discovery and isn't."""

    word = N_("anti-pattern")

    title: Text
    """Its name."""
    theme: Theme | None = None
    """What it is about, for the catalogue of all anti-patterns."""
    smell: Text
    """What you would notice in the room."""
    harm: Text
    """What it costs."""
    fix: Text | None = None
    """The smallest thing to do instead."""
