"""Nobody who told us a story can be found by it."""

from collections.abc import Callable, Iterator
from typing import Any

from playbook.parts.part import Part
from playbook.parts.reference import Ref
from playbook.privacy.contacts import find_accounts, find_mail
from playbook.privacy.phones import find_phones
from playbook.privacy.trace import Trace
from playbook.problem import Severity
from playbook.rule import Finding, rule
from playbook.source import Loc
from playbook.walk import walk

ELSEWHERE = "take it out, and keep it where only the team can see it"


@rule("IS101", "mail-address-of-a-customer", Severity.ERROR)
def mail_address_of_a_customer(it: Any) -> Iterator[Finding]:
    """Who tells us a story trusts us with it; what they said is passed around, so nothing in it leads to the person.

    Bad:
        facts: [Write to ana@example.org]
    Good:
        facts: [Wants to hear when it is ready]
    """
    yield from traces(it, find_mail, f"is a mail address: {ELSEWHERE}")


@rule("IS102", "phone-number-of-a-customer", Severity.ERROR)
def phone_number_of_a_customer(it: Any) -> Iterator[Finding]:
    """A number to call leads to the person as surely as a name.

    Bad:
        facts: ["Call her on +44 20 7946 0123"]
    Good:
        facts: [We may call her again]
    """
    yield from traces(it, find_phones, f"looks like a phone number: {ELSEWHERE}")


@rule("IS105", "account-of-a-customer", Severity.ERROR)
def account_of_a_customer(it: Any) -> Iterator[Finding]:
    """A bank account, a payment card or a profile on a social network leads to one person.

    Bad:
        facts: [Works at a foundry (linkedin.com/in/ana-m)]
    Good:
        facts: [Works at a foundry]
    """
    yield from traces(it, find_accounts, f"is one person's account or profile: {ELSEWHERE}")


def traces(it: Any, find: Callable[[str], Iterator[Trace]], fault: str) -> Iterator[Finding]:
    """Yield each trace of one sort, once for each text."""
    for loc, text in customers_texts(it):
        for words in dict.fromkeys(trace.words for trace in find(text)):
            yield Finding(loc, f"'{words}' {fault}")


def customers_texts(it: Any) -> Iterator[tuple[Loc, str]]:
    """Yield each text of an artifact that may hold what a customer said, with its location."""
    quotes: dict[Loc, tuple[str, ...]] = {}
    for loc, value in walk(it):
        if isinstance(value, Part):
            quotes[loc] = value.quotes
            continue
        is_asked_for = it.tells_of_customers or loc[-1] in quotes.get(loc[:-1], ())
        if is_asked_for and isinstance(value, str) and not isinstance(value, Ref) and loc[0] != "sources":
            yield loc, value


RULES = (mail_address_of_a_customer, phone_number_of_a_customer, account_of_a_customer)
