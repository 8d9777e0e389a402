"""A text -> the mail addresses, profiles and accounts in it, in time linear in its length."""

import re
from collections.abc import Iterator

from playbook.privacy.digits import is_account
from playbook.privacy.trace import Trace, blank_urls

MAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%'-]{1,64}+@(?:[\w-]{1,63}\.){1,9}(?:xn--[\w-]{2,59}|[^\W\d_]{2,63})"
)
SPELLED = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}+ ?[(\[{] ?(?:at|@) ?[)\]}] ?[\w-]{1,63}"
    r"(?: ?(?:\.|[(\[{] ?dot ?[)\]}]| dot ) ?[\w-]{1,63}){1,9}",
    re.IGNORECASE,
)
PROFILE = re.compile(
    r"\b(?:linkedin\.com/in/|xing\.com/profile/|facebook\.com/(?:profile\.php\?id=|people/)"
    r"|wa\.me/\+?\d|t\.me/\+)[^\s<>\"')\]]++",
    re.IGNORECASE,
)
ACCOUNT = re.compile(
    r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b|(?<![\w.])\d(?:[ -]?\d){12,18}(?![\w.]\w)(?!\w)"
)


def find_mail(text: str) -> Iterator[Trace]:
    """Yield each mail address, also where its signs are spelled out."""
    for form in [MAIL] * ("@" in text) + [SPELLED] * ("(" in text or "[" in text or "{" in text):
        for match in form.finditer(text):
            yield Trace(match[0], match.start())


def find_accounts(text: str) -> Iterator[Trace]:
    """Yield each bank account, payment card and profile of a person on a social network."""
    if "/" in text:
        for match in PROFILE.finditer(text):
            yield Trace(match[0], match.start())
    for match in ACCOUNT.finditer(blank_urls(text)):
        if is_account(match[0]):
            yield Trace(match[0], match.start())
