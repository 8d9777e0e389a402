"""A ritual: something that comes round at a fixed time, and what it brings."""

from typing import Literal, get_args

from playbook.parts.part import Part
from playbook.parts.written import Minutes
from playbook.text import Text

Rhythm = Literal["daily", "weekly", "every two weeks", "monthly", "quarterly", "yearly"]
RHYTHMS: tuple[str, ...] = get_args(Rhythm)
"""How often a ritual may come round, most often first."""


class Ritual(Part):
    """What a team does again and again."""

    every: Rhythm
    """How often it comes round."""
    title: Text
    """What it is called."""
    who: Text | None = None
    """Who takes part."""
    minutes: Minutes | None = None
    """How long it takes."""
    brings: Text
    """What there is afterwards that was not there before."""
