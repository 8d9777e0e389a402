"""What a club reads: every chapter of its book once, in the time that members have."""

from collections.abc import Iterator

from playbook.kinds.club.model import Club
from playbook.parts.chapter import list_chapters
from playbook.rules.rule import Finding, Others, rule
from playbook.source.document import Loc
from playbook.source.problem import Severity
from playbook.text.english import list_choices, quoted


def list_chapters_read(it: Club, others: Others) -> Iterator[tuple[Loc, int]]:
    """Yield each chapter's number that a reading's guide covers, with the reading's location."""
    for index, reading in enumerate(it.readings):
        guide = others(reading.guide)
        for number in getattr(guide, "chapters", ()):
            if isinstance(number, int):
                yield ("readings", index), number


@rule("CL101", "chapter-nobody-reads")
def chapter_nobody_reads(it: Club, others: Others) -> Iterator[Finding]:
    """A club that reads a book reads all of it; a chapter left out is left out on purpose, with a
    reason.

    Bad:
        book: the-book
        readings: [chapter-one]
    Good:
        book: the-book
        readings: [chapter-one, chapter-two]
    """
    known = all(others(reading.guide) for reading in it.readings)
    read = {number for _, number in list_chapters_read(it, others)}
    left = [
        str(chapter.number)
        for chapter in list_chapters(others(it.book))
        if chapter.number not in read
    ]
    if known and left:
        yield Finding(
            ("readings",), f"nobody reads chapter {list_choices(left)}: add a guide for it"
        )


@rule("CL102", "chapter-read-twice")
def chapter_read_twice(it: Club, others: Others) -> Iterator[Finding]:
    """A chapter in two guides is read twice; more likely, one of them should name another chapter.

    Bad:
        book: the-book
        readings: [chapter-one, both-chapters]
    Good:
        book: the-book
        readings: [chapter-one, chapter-two]
    """
    seen: set[int] = set()
    for loc, number in list_chapters_read(it, others):
        if number in seen:
            yield Finding(
                loc,
                f"chapter '{number}' is in an earlier guide, too: take it out of one of the two",
            )
        seen.add(number)


@rule("CL103", "more-reading-than-time")
def more_reading_than_time(it: Club, others: Others) -> Iterator[Finding]:
    """A club that asks for more reading than its members have time for loses them that very month.

    Bad:
        book: the-book
        minutes: 10
        readings: [chapter-one]
    Good:
        book: the-book
        minutes: 60
        readings: [chapter-one]
    """
    minutes = {chapter.number: chapter.minutes or 0 for chapter in list_chapters(others(it.book))}
    for index, reading in enumerate(it.readings):
        total = sum(
            minutes.get(number, 0) for number in getattr(others(reading.guide), "chapters", ())
        )
        if it.minutes and total > it.minutes:
            message = (
                f"{quoted(reading.guide)} is {total} minutes of reading, "
                f"more than the {it.minutes} of 'minutes:'"
            )
            yield Finding(("readings", index), f"{message}: split it, or allow more")


@rule("CL104", "guide-of-another-book", Severity.ERROR)
def guide_of_another_book(it: Club, others: Others) -> Iterator[Finding]:
    """A guide names chapters by their numbers in its own book; a club that reads another book would
    read the wrong ones.

    Bad:
        book: the-book
        readings: [a-guide-of-another-book]
    Good:
        book: the-book
        readings: [chapter-one]
    """
    for index, reading in enumerate(it.readings):
        book = getattr(others(reading.guide), "book", None)
        if book and book != it.book and others(it.book):
            message = (
                f"{quoted(reading.guide)} is about '{book}', and the club reads {quoted(it.book)}"
            )
            yield Finding(("readings", index), f"{message}: choose a guide of the same book")


RULES = (
    chapter_nobody_reads,
    chapter_read_twice,
    more_reading_than_time,
    guide_of_another_book,
)
