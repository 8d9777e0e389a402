"""A point: a few words and what there is to say about them."""

from playbook.language import N_
from playbook.model.part import Anchored, Part
from playbook.text.inline import Text


class Point(Part):
    """A titled remark; a plain text is a title with nothing more to say."""

    short_for = "title"

    title: Text
    """The point in a few words."""
    text: Text | None = None
    """More about it."""


class Panel(Anchored):
    """Several points under one heading."""

    word = N_("panel")

    title: Text
    """What they have in common."""
    intro: Text | None = None
    """A sentence to open with."""
    items: tuple[Point, ...]
    """The points."""
