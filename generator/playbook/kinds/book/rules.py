"""What makes a book one that a club can read."""

from collections.abc import Iterator

from playbook.kinds.book.model import Book
from playbook.rules.rule import Finding, rule
from playbook.source.problem import Severity


@rule("BK001", "chapter-number-twice", Severity.ERROR)
def chapter_number_twice(it: Book) -> Iterator[Finding]:
    """Guides name chapters by their numbers, so no two chapters can have the same one.

    Bad:
        parts: [{chapters: [{number: 1, title: Listening}, {number: 1, title: Drawing}]}]
    Good:
        parts: [{chapters: [{number: 1, title: Listening}, {number: 2, title: Drawing}]}]
    """
    seen: set[int] = set()
    for index, part in enumerate(it.parts):
        for place, chapter in enumerate(part.chapters):
            if chapter.number in seen:
                message = f"another chapter already has the number '{chapter.number}': give this one its own"
                yield Finding(("parts", index, "chapters", place, "number"), message)
            seen.add(chapter.number)


RULES = (chapter_number_twice,)
