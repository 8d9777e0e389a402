"""What a club needs of a reading guide."""

from collections.abc import Iterator

from playbook.kinds.reading_guide.model import ReadingGuide
from playbook.model.traverse import find_pieces
from playbook.parts.cadence import Reading
from playbook.parts.chapter import list_chapters
from playbook.rules.rule import Finding, Others, rule
from playbook.source.problem import Severity
from playbook.text.english import list_choices, quoted


@rule("RG001", "guide-nobody-reads", wants_all=True)
def guide_nobody_reads(it: ReadingGuide, others: Others) -> Iterator[Finding]:
    """A club reads together, so its schedule says when; a guide that no schedule names has no month
    and no readers.

    Bad:
        title: A guide that nobody reads
    Good:
        title: A guide that a club names under 'readings:'
    """
    readings = (part for other in others.naming(it) for _, part in find_pieces(other, Reading))
    if not any(others(reading.guide) is it for reading in readings):
        yield Finding(
            (),
            "no club reads this guide, so nobody knows when to read it: name it under 'readings:' of a club",
        )


@rule("RG002", "chapter-not-in-the-book", Severity.ERROR)
def chapter_not_in_the_book(it: ReadingGuide, others: Others) -> Iterator[Finding]:
    """A guide names chapters by their numbers; readers look them up in the book.

    Bad:
        book: the-book
        chapters: [9]
    Good:
        book: the-book
        chapters: [1]
    """
    known = [chapter.number for chapter in list_chapters(others(it.book))] if it.book else []
    if not known:
        return
    for index, number in enumerate(it.chapters):
        if number not in known:
            message = (
                f"{quoted(it.book)} has no chapter {number}: it has {list_choices(map(str, known))}"
            )
            yield Finding(("chapters", index), message)


@rule("RG003", "nothing-to-try")
def nothing_to_try(it: ReadingGuide) -> Iterator[Finding]:
    """Reading about a habit does not make it one; every part of the book is tried once with the
    team.

    Bad:
        exercises: []
    Good:
        exercises:
          - {title: Draw, purpose: To see, time: {team: 20}, who: The trio, steps: [Draw alone, Show it]}
    """
    if not it.exercises:
        yield Finding((), "the guide has nothing to try: add 'exercises:'")


@rule("RG004", "nothing-to-discuss")
def nothing_to_discuss(it: ReadingGuide) -> Iterator[Finding]:
    """What people ponder and discuss, they keep.

    Bad:
        questions: {}
    Good:
        questions: {individual: [When did you last draw something?], team: [What do you see?]}
    """
    if not it.questions.individual and not it.questions.team:
        yield Finding((), "the guide has nothing to discuss: add 'questions:'")


RULES = (guide_nobody_reads, chapter_not_in_the_book, nothing_to_try, nothing_to_discuss)
