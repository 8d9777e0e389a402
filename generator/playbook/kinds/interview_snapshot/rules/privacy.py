"""Nobody who told us a story can be found by it."""

import re
from collections.abc import Iterator

from playbook.kinds.interview_snapshot.model import InterviewSnapshot
from playbook.problem import Severity
from playbook.rule import Finding, rule
from playbook.source import Loc
from playbook.walk import walk

MAIL = re.compile(r"[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.\w{2,}")
DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")
PHONE = re.compile(r"(?<![\w.,])[+(]?\d[\d ()./-]{5,}\d(?!\w)")
FEWEST_DIGITS, SURELY = 7, 10
NAME = re.compile(r"[^\W\d_a-z](?:['’-]?[^\W\d_])+")  # noqa: RUF001 - as names are written
DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October"}
MONTHS |= {"November", "December"}


@rule("IS101", "mail-address-of-a-customer", Severity.ERROR)
def mail_address_of_a_customer(it: InterviewSnapshot) -> Iterator[Finding]:
    """Who tells us a story trusts us with it; a snapshot is passed around, so nothing in it leads to the person.

    Bad:
        facts: [Write to ana@example.org]
    Good:
        facts: [Wants to hear when it is ready]
    """
    for loc, text in texts(it):
        if found := MAIL.search(text):
            yield Finding(
                loc, f"'{found[0]}' is a mail address: take it out, and keep it where only the team can see it"
            )


@rule("IS102", "phone-number-of-a-customer", Severity.ERROR)
def phone_number_of_a_customer(it: InterviewSnapshot) -> Iterator[Finding]:
    """A number to call leads to the person as surely as a name.

    Bad:
        facts: ["Call her on +44 20 7946 0123"]
    Good:
        facts: [We may call her again]
    """
    for loc, text in texts(it):
        for found in PHONE.finditer(DATE.sub("", text)):
            digits = sum(sign.isdigit() for sign in found[0])
            if digits >= SURELY or (digits >= FEWEST_DIGITS and found[0][0] in "+(0"):
                yield Finding(
                    loc, f"'{found[0]}' looks like a phone number: take it out, and keep it where only the team sees it"
                )
                break


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


RULES = (mail_address_of_a_customer, phone_number_of_a_customer, full_name_of_a_customer)
