"""A message: a template to fill in, and the same message finished."""

from pydantic import Field

from playbook.language import N_
from playbook.model.part import Anchored, Part
from playbook.text.inline import Text


class Line(Part):
    """One sentence of a message."""

    quotes = ("example",)

    title: Text
    """What the sentence is for."""
    template: Text
    """The sentence to fill in, its blanks written as three dots or in brackets."""
    example: Text
    """The sentence as someone filled it in."""


class Message(Anchored):
    """Something to say or send, line by line."""

    word = N_("message")

    title: Text
    """What it is called."""
    to: Text
    """Whom it is for, and where it is said or sent."""
    lines: tuple[Line, ...] = Field(min_length=1)
    """Its sentences, in order."""
    tip: Text | None = None
    """What makes it work."""
