"""What a club needs of a reading guide."""

from collections.abc import Iterator

from playbook.kinds.reading_guide.model import ReadingGuide
from playbook.problem import Severity
from playbook.rule import Finding, rule


@rule("RG001", "guide-without-date", Severity.ERROR)
def guide_without_date(it: ReadingGuide) -> Iterator[Finding]:
    """A club reads together, so a guide says when: in which month, or in which week.

    Bad:
        month:
        week:
    Good:
        month: 2026-03
    """
    if it.month is None and it.week is None:
        yield Finding((), "the guide does not say when it is read: add 'month: 2026-03' or 'week: 5'")


@rule("RG002", "chapter-without-minutes")
def chapter_without_minutes(it: ReadingGuide) -> Iterator[Finding]:
    """People find the time to read when they know how much it is.

    Bad:
        chapters: [{number: 4, title: A chapter}]
    Good:
        chapters: [{number: 4, title: A chapter, minutes: 14}]
    """
    for index, chapter in enumerate(it.chapters):
        if chapter.minutes is None:
            message = f"chapter {chapter.number} does not say how long it takes to read: add 'minutes:'"
            yield Finding(("chapters", index), message)


@rule("RG003", "nothing-to-try")
def nothing_to_try(it: ReadingGuide) -> Iterator[Finding]:
    """Reading about a habit does not make it one; every part of the book is tried once with the team.

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


RULES = (guide_without_date, chapter_without_minutes, nothing_to_try, nothing_to_discuss)
