"""A checklist: things to tick off before or after."""

from playbook.parts.part import Part
from playbook.text import Text


class Checklist(Part):
    """Things to tick off."""

    title: Text
    """What ticking them all off gets you."""
    items: tuple[Text, ...]
    """One thing each."""
