"""A measure: what to watch, how it is worked out, what is good, and where the number comes from."""

from pydantic import Field

from playbook.model.part import Part
from playbook.text.inline import Text


class Measure(Part):
    """A number that a team watches."""

    title: Text
    """What it is called."""
    stage: Text | None = None
    """The stage at which it counts, where that matters."""
    how: Text
    """How it is worked out."""
    good: Text
    """What a good figure looks like, or how to find out."""
    from_: Text = Field(alias="from")
    """Where the number comes from: the tool, the list, the count by hand."""
