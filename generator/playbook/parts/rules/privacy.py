"""Nobody who told us a story can be found by it."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from playbook.model.part import Part
from playbook.model.ref import Ref
from playbook.model.scalars import Slug
from playbook.model.traverse import find_pieces, remember
from playbook.privacy.addresses import find_in_addresses, find_joined
from playbook.privacy.code_names import suggest_code_name
from playbook.privacy.contacts import find_accounts, find_mail
from playbook.privacy.names import Name, find_after, find_names, is_full_name
from playbook.privacy.phones import find_phones
from playbook.privacy.spelling import fold
from playbook.privacy.trace import Trace
from playbook.rules.rule import Finding, Others, rule
from playbook.source.document import Loc
from playbook.source.problem import Severity
from playbook.text.inline import Text
from playbook.text.slug import make_slug

ELSEWHERE = "take it out, and keep it where only the team can see it"


@rule("IS101", "mail-address-of-a-customer", Severity.ERROR)
def mail_address_of_a_customer(it: Any) -> Iterator[Finding]:
    """People who tell us a story trust us with it; what they said is passed around, so nothing in it
    may lead to the person.

    Bad:
        facts: [Write to ana@example.org]
    Good:
        facts: [Wants to hear when it is ready]
    """
    yield from report_traces(it, find_mail, f"is an email address: {ELSEWHERE}")


@rule("IS102", "phone-number-of-a-customer", Severity.ERROR)
def phone_number_of_a_customer(it: Any) -> Iterator[Finding]:
    """A number to call leads to the person as surely as a name.

    Bad:
        facts: ["Call her on +44 20 7946 0123"]
    Good:
        facts: [We may call her again]
    """
    yield from report_traces(it, find_phones, f"looks like a phone number: {ELSEWHERE}")


@rule("IS103", "full-name-of-a-customer", Severity.ERROR)
def full_name_of_a_customer(it: Any, others: Others) -> Iterator[Finding]:
    """A first name, or a code name, is enough for the team to remember the story; a full name leads
    to the person.

    Bad:
        who: Ana Martins
        quote: Ask Maura Halloran, she will tell you the same
    Good:
        who: Ana
        quote: Ask Robin, she will tell you the same
    """
    for loc, name in walk_names(it):
        if name.is_sure:
            code = suggest_code_name(name.words)
            waiver = "waive it with '# playbook: allow IS103 because …'"
            remedy = (
                f"write the first name alone, or a code name such as '{code}'; "
                f"if it isn't a customer's, {waiver}"
            )
            yield Finding(loc, f"'{name.words}' is a full name: {remedy}")
    for trace in find_joined(others.id_of(it)) if it.tells_of_customers else ():
        code = suggest_code_name(trace.words).lower()
        message = (
            f"the file's name, '{trace.words}', names a person: rename it, for example to "
            f"'{code}.yml'"
        )
        yield Finding((), message)
    for loc, words in find_joined_names(it):
        code = suggest_code_name(words).lower()
        yield Finding(loc, f"'{words}' names a person: call it something else, such as '{code}'")


@rule("IS104", "possible-name-of-a-customer")
def possible_name_of_a_customer(it: Any) -> Iterator[Finding]:
    """What reads like a full name is worth a second look, since nobody can tell for certain from
    the words alone.

    Bad:
        facts: [Shares a desk with Mrs Halloran]
    Good:
        facts: [Shares a desk with her manager]
    """
    for loc, name in walk_names(it):
        if not name.is_sure:
            waiver = "waive it with '# playbook: allow IS104 because …'"
            remedy = f"write a code name such as '{suggest_code_name(name.words)}', or {waiver}"
            yield Finding(loc, f"'{name.words}' may be a person's name: {remedy}")


@rule("IS105", "account-of-a-customer", Severity.ERROR)
def account_of_a_customer(it: Any) -> Iterator[Finding]:
    """A bank account, a payment card or a profile on a social network leads to one person.

    Bad:
        facts: [Works at a foundry (linkedin.com/in/ana-m)]
    Good:
        facts: [Works at a foundry]
    """
    yield from report_traces(it, find_accounts, f"is one person's account or profile: {ELSEWHERE}")


def walk_names(it: Any) -> Iterator[tuple[Loc, Name]]:
    """Yield each full name in what a customer may have said.

    The team's own people are no customers.
    """
    fields = {
        (*loc, part.names_customer) for loc, part in find_pieces(it, Part) if part.names_customer
    }
    texts = [(loc, text) for loc, text in walk_customer_texts(it) if isinstance(text, Text)]
    authors = [
        text.plain() for source in it.sources for text in (source.by, source.inspired_by) if text
    ]
    exempt = frozenset(fold(name.words) for text in authors for name in find_names(text))
    called = [text.plain() for loc, text in texts if loc in fields]
    for loc, text in texts:
        plain = text.plain()
        names = (
            {}
            if loc[0] in it.of_the_team
            else {name.words: name for name in find_unexempt_names(plain, exempt)}
        )
        is_sure = any(name.is_sure for name in names.values())
        if loc in fields and not is_sure and is_full_name(plain):
            names = {plain: Name(plain, 0, is_sure=True)}
        for first in called:
            names |= {name.words: name for name in find_after(first, plain) if loc not in fields}
        yield from ((loc, name) for name in names.values())


@lru_cache(maxsize=10_000)
def find_unexempt_names(text: str, exempt: frozenset[str]) -> tuple[Name, ...]:
    """Return the full names in a text, for the rule of the sure ones and that of the others."""
    return tuple(find_names(text, exempt))


def find_joined_names(it: Any) -> Iterator[tuple[Loc, str]]:
    """Yield each full name in an id that its author chose, or in an address in a text."""
    parts: dict[Loc, Part] = {}
    for loc, text in walk_customer_texts(it):
        if isinstance(text, Slug):
            if names := list(find_joined(text)):
                parts = parts or dict(find_pieces(it, Part))
                words = make_slug(str(getattr(parts.get(loc[:-1]), "title", ""))).split("-")
                names = [name for name in names if not set(name.words.split("-")) <= set(words)]
        else:
            names = list(find_in_addresses(text))
        yield from ((loc, words) for words in dict.fromkeys(name.words for name in names))


def report_traces(it: Any, find: Callable[[str], Iterator[Trace]], fault: str) -> Iterator[Finding]:
    """Yield each trace of one sort, once for each text."""
    for loc, text in walk_customer_texts(it):
        for words in dict.fromkeys(trace.words for trace in find(text)):
            yield Finding(loc, f"'{words}' {fault}")


def walk_customer_texts(it: Any) -> Sequence[tuple[Loc, str]]:
    """Return each text of an artifact that may hold what a customer said, with its location."""
    return remember(it, find_customer_texts)


def find_customer_texts(it: Any) -> Sequence[tuple[Loc, str]]:
    """Find these texts anew."""
    if it.tells_of_customers:
        return [
            (loc, text)
            for loc, text in find_pieces(it, str)
            if loc[0] != "sources" and not isinstance(text, Ref)
        ]
    return [
        found
        for loc, part in find_pieces(it, Part)
        for field in part.quotes
        for found in list_texts((*loc, field), getattr(part, field))
    ]


def list_texts(loc: Loc, value: str | tuple[str, ...] | None) -> list[tuple[Loc, str]]:
    """Return the texts of a field, which holds one, several or none."""
    if isinstance(value, tuple):
        return [((*loc, index), text) for index, text in enumerate(value)]
    return [(loc, value)] if value else []


RULES = (
    mail_address_of_a_customer,
    phone_number_of_a_customer,
    full_name_of_a_customer,
    possible_name_of_a_customer,
    account_of_a_customer,
)
