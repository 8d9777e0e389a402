"""A ritual: something that comes round at a fixed time, and what it brings."""

from playbook.model.part import Part
from playbook.model.scalars import Minutes, Rhythm
from playbook.text.inline import Text


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
