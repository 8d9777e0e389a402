"""A checklist: things to tick off before or after."""

from pydantic import Field

from playbook.model.part import Part
from playbook.text.inline import Text


class Checklist(Part):
    """Things to tick off."""

    title: Text
    """What ticking them all off gets you."""
    items: tuple[Text, ...] = Field(min_length=1)
    """One thing each."""
