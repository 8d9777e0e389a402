"""Nobody who told us a story can be found by it."""

import re
from collections.abc import Iterator

from playbook.kinds.interview_snapshot.model import InterviewSnapshot
from playbook.problem import Severity
from playbook.rule import Finding, rule
from playbook.source import Loc
from playbook.walk import walk

NAME = re.compile(r"[^\W\d_a-z](?:['’-]?[^\W\d_])+")  # noqa: RUF001 - as names are written
DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October"}
MONTHS |= {"November", "December"}


@rule("IS103", "full-name-of-a-customer", Severity.ERROR)
def full_name_of_a_customer(it: InterviewSnapshot) -> Iterator[Finding]:
    """A first name, or a made-up one, is enough for the team to remember the story.

    Bad:
        who: Ana Martins
    Good:
        who: Ana
    """
    words = it.who.name.plain().split()
    if len([word for word in words if NAME.fullmatch(word)]) > 1:
        yield Finding(
            ("who", "name"), f"'{it.who.name.plain()}' is a full name: use the first name alone, or a made-up one"
        )
        return
    first = next(iter(words), "")
    for loc, text in texts(it):
        for found in re.finditer(rf"\b{re.escape(first)} ({NAME.pattern})", text):
            if found[1] not in DAYS | MONTHS:
                yield Finding(loc, f"'{found[0]}' is a full name: leave '{found[1]}' out")
                break


def texts(it: InterviewSnapshot) -> Iterator[tuple[Loc, str]]:
    """Yield every text of a snapshot with its location."""
    return ((loc, value) for loc, value in walk(it) if isinstance(value, str))


RULES = (full_name_of_a_customer,)
