"""Books: what a club reads, part by part and chapter by chapter."""

from playbook.kinds.book.model import Book
from playbook.kinds.book.rules import RULES
from playbook.language import N_
from playbook.library.kind import Kind

KIND = Kind(
    name="book",
    title=N_("Book"),
    plural=N_("Books"),
    folder="books",
    about=N_("What a club reads: its parts, its chapters, and how long each one takes."),
    group=N_("Book club"),
    model=Book,
    own_rules=RULES,
)
