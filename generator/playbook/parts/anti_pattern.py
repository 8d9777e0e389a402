"""An anti-pattern: how to notice it, what it costs, what to do instead."""

from playbook.parts.part import Anchored
from playbook.text import Text


class AntiPattern(Anchored):
    """A habit that looks like discovery and isn't."""

    word = "anti-pattern"

    title: Text
    """Its name."""
    smell: Text
    """What you would notice in the room."""
    harm: Text
    """What it costs."""
    fix: Text | None = None
    """The smallest thing to do instead."""
