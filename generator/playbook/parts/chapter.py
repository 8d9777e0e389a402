"""A chapter of a book."""

from typing import Any

from pydantic import Field

from playbook.parts.part import Part
from playbook.text import Text


class Chapter(Part):
    """A chapter to read."""

    number: int = Field(ge=0, le=999)
    """Its number in the book."""
    title: Text
    """Its title."""
    minutes: int | None = Field(default=None, ge=1, le=999)
    """How long it takes to read, where somebody has said so."""


def chapters_of(book: Any) -> list[Chapter]:
    """Return the chapters of what should be a book; none when it isn't one, or can't be read."""
    return [each for each in getattr(book, "chapters", ()) if isinstance(each, Chapter)]
