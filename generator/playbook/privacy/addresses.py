"""An id, a file's name or a web address -> the full names in it, words joined by signs."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from playbook.privacy.eastern import find_eastern
from playbook.privacy.names import is_known
from playbook.privacy.trace import URL, Trace
from playbook.privacy.words import look_up_word

PART = re.compile(r"[^\W\d_A-Z]++|[A-Z]++[^\W\d_A-Z]*+")
TARGET = re.compile(
    r"\]\([ ]?<?([^\s)>]++)|\b(?:src|href)=[\"']?([^\s\"'>]++)|^\[[^\]\n]{1,99}\]:[ ]*+(\S++)",
    re.MULTILINE,
)
WIDEST_JOINT = 3
HOST = re.compile(r"^[a-z][a-z0-9+.-]{1,15}://[^/?#]*+", re.IGNORECASE)


def find_joined(words: str) -> Iterator[Trace]:
    """Yield each full name in words joined by signs or capitals, as in `maura-halloran.png`."""
    parts = [(match[0], match.start(), match.end()) for match in PART.finditer(words)]
    for (one, start, end), (two, next_start, stop) in pairwise(parts):
        first, last = look_up_word(one), look_up_word(two)
        is_next = next_start - end < WIDEST_JOINT
        is_fit = (first.is_given and last.is_family) or (first.is_family and last.is_given)
        is_long = min(len(one), len(two)) > 1 or not words.isascii()
        is_other = first.is_ordinary or last.is_ordinary or is_known(f"{one} {two}")
        if is_next and is_fit and is_long and not is_other:
            yield Trace(words[start:stop], start)
    for start, stop, is_sure in find_eastern(words):
        if is_sure:
            yield Trace(words[start:stop], start)


def find_addresses(text: str) -> Iterator[Trace]:
    """Yield each web address and each target of a link or a picture in a text."""
    for form in (
        (TARGET, URL)
        if "](" in text or "://" in text or "=" in text or "]:" in text or "www" in text
        else ()
    ):
        for match in form.finditer(text):
            group = next((at for at in range(1, form.groups + 1) if match[at]), 0)
            yield Trace(match[group], match.start(group))


def find_in_addresses(text: str) -> Iterator[Trace]:
    """Yield each full name in the addresses of a text."""
    for address in find_addresses(text):
        path = HOST.sub("", unquote(address.words))
        for name in find_joined(path):
            yield Trace(name.words, address.start)
