"""Books: what a club reads, part by part and chapter by chapter."""

from playbook.kind import Kind
from playbook.kinds.book.model import Book
from playbook.kinds.book.rules import RULES

KIND = Kind(
    name="book",
    title="Book",
    plural="Books",
    folder="books",
    about="What a club reads: its parts, its chapters, and how long each one takes.",
    model=Book,
    own_rules=RULES,
)
