"""What a book says."""

from pydantic import Field

from playbook.language import _, ngettext
from playbook.library.kind import Artifact
from playbook.model.part import Part
from playbook.model.scalars import Isbn
from playbook.parts.chapter import Chapter
from playbook.text.inline import Text


class BookPart(Part):
    """A part of the book, with its chapters."""

    title: Text | None = None
    """Its title; left out where the book has no parts."""
    chapters: tuple[Chapter, ...] = Field(min_length=1)
    """Its chapters."""


class Book(Artifact):
    """A book that clubs read and guides go with."""

    tells_of_customers = False

    by: Text
    """Its author."""
    year: int | None = None
    """When it came out."""
    publisher: Text | None = None
    """Who published it."""
    isbn: Isbn | None = None
    """Its ISBN."""
    parts: tuple[BookPart, ...] = Field(min_length=1)
    """Its parts, in order."""

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All chapters, in order."""
        return tuple(chapter for part in self.parts for chapter in part.chapters)

    @property
    def at_a_glance(self) -> tuple[str, ...]:
        """Who wrote it."""
        return (_("by %(author)s", author=self.by.plain()),)

    @property
    def cover(self) -> tuple[str, str]:
        """How many chapters it has."""
        return (str(len(self.chapters)), ngettext("chapter", "chapters", len(self.chapters)))
