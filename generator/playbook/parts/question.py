"""Questions: to ponder alone, and to discuss with the team."""

from playbook.model.part import Part
from playbook.text.inline import Text


class Question(Part):
    """One open question."""

    short_for = "ask"

    ask: Text
    """The question."""
    listen_for: Text | None = None
    """What a good answer has in it."""


class Questions(Part):
    """Questions in two groups."""

    individual: tuple[Question, ...] = ()
    """To think about on your own."""
    team: tuple[Question, ...] = ()
    """To talk about with your team."""
