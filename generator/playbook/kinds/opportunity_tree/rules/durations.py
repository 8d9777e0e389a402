"""What the method asks of how long an assumption test takes."""

import re
from collections.abc import Iterator

from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.kinds.opportunity_tree.rules.pieces import walk_pieces
from playbook.kinds.opportunity_tree.solution import AssumptionTest
from playbook.rules.durations import find_durations
from playbook.rules.rule import Finding, rule
from playbook.source.document import Loc
from playbook.text.inline import Text

LONGEST = 14 * 24 * 60
"""In minutes."""
LASTS = re.compile(
    r"(?i)\b(?:for|over|during|within|lasts?|takes?|runs?|in)(?: (?:about|all|another|at least|"
    r"the(?: (?:first|next|following))?|the whole|up to))*\s*$"
)
HAS_BEEN = re.compile(r"(?i)\b(?:has|have|had|who|been|was|were)\b[^.;:]*$")
"""Who is asked may have been with us for months, and a record goes back years."""
RECORDED = re.compile(r"(?i)\b(?:records?|logs?|history|archive|last year|past)\b")


@rule("OT608", "test-longer-than-two-weeks")
def test_longer_than_two_weeks(it: OpportunityTree) -> Iterator[Finding]:
    """A small test takes days, so a wrong idea costs little (ch. 10). This looks in 'title:', 'how:' and
    'who:' for a length of time, such as 'for four weeks', and leaves past records alone.

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A call
                assumptions:
                  - title: Teachers keep up two calls a week
                    type: viability
                    tests: [{title: At the phone, criterion: {at_least: 6 of 8, who: make both calls for four weeks}}]
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A call
                assumptions:
                  - title: Teachers keep up two calls a week
                    type: viability
                    tests: [{title: At the phone, criterion: {at_least: 6 of 8, who: make both calls for two weeks}}]
    """
    for loc, one in walk_pieces(AssumptionTest, it):
        for place, text in list_texts(one):
            if words := find_long_time(text.plain(), is_title=place == ("title",)):
                message = (
                    f"'{one.id}' takes longer than two weeks ('{words}'): make it smaller, such as "
                    "one moment with fewer people"
                )
                yield Finding((*loc, *place), message)
                break


def list_texts(test: AssumptionTest) -> Iterator[tuple[Loc, Text]]:
    """Yield the texts that may say how long a test takes."""
    yield ("title",), test.title
    if test.how:
        yield ("how",), test.how
    if test.criterion:
        yield ("criterion", "who"), test.criterion.who


def find_long_time(text: str, *, is_title: bool) -> str:
    """Return how long a test takes as its text says it; nothing where it is short, or not said."""
    if RECORDED.search(text):
        return ""
    for duration in find_durations(text):
        before = text[: duration.start]
        after = text[duration.start + len(duration.words) :]
        lasts = LASTS.search(before) and not HAS_BEEN.search(before)
        names_it = "-" in duration.words or (is_title and re.match(r" of\b", after))
        if duration.minutes > LONGEST and (lasts or names_it):
            return duration.words
    return ""


RULES = (test_longer_than_two_weeks,)
