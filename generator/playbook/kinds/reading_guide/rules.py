"""What a club needs of a reading guide."""

from collections.abc import Iterator

from playbook.kind import Finding, rule
from playbook.kinds.reading_guide.model import ReadingGuide
from playbook.problem import Severity


@rule("RG001", "no-date", Severity.ERROR)
def no_date(it: ReadingGuide) -> Iterator[Finding]:
    """A club reads together, so a guide says when: in which month, or in which week."""
    if it.month is None and it.week is None:
        yield Finding((), "say when it is read: add 'month: 2026-03' or 'week: 5'")


RULES = (no_date,)
