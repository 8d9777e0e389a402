"""A page written by hand -> the same with words for what leads to what is removed."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from playbook.content.handwritten import HandwrittenPage
from playbook.content.page_text import find_references, mask_code
from playbook.text.inline import REFERENCE
from playbook.visibility.leaks import find_pages
from playbook.visibility.pruning import Lost, make_replacer

LINK = re.compile(
    r"(?<![!\\])\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])++)\]"
    r"\(\s*+<?(?P<address>[^\s()<>]++)>?(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?\s*+\)"
)
"""A link of Markdown that is no picture, `[words](address "title")`."""


@dataclass(frozen=True)
class Rewording:
    """A place of a page, and what is written there instead."""

    start: int
    before: str
    after: str


def find_rewordings(
    page: HandwrittenPage, lost: Lost, stems: Collection[str]
) -> Iterator[Rewording]:
    """Yield each reference and each link outside code that leads to what is removed, in order.

    `stems` are the addresses of the pages of that.
    """
    yield from sorted(
        [*find_lost_references(page, lost), *find_lost_links(page, stems)],
        key=lambda rewording: rewording.start,
    )


def find_lost_references(page: HandwrittenPage, lost: Lost) -> Iterator[Rewording]:
    """Yield each `[[id]]` that leads to what is removed."""
    replace, text = make_replacer(lost), page.text
    for masked in find_references(page.body):
        match = REFERENCE.match(text, page.head.end + masked.start())
        if match and (after := replace(match)) != match[0]:
            yield Rewording(match.start(), match[0], after)


def find_lost_links(page: HandwrittenPage, stems: Collection[str]) -> Iterator[Rewording]:
    """Yield each `[words](address)` that leads to the page of what is removed."""
    for match in LINK.finditer(mask_code(page.body)):
        address = match["address"]
        if "://" not in address and any(find_pages(address, page.path, stems)):
            start, text = page.head.end, page.text
            before = text[start + match.start() : start + match.end()]
            after = text[start + match.start("words") : start + match.end("words")]
            yield Rewording(start + match.start(), before, after)


def reword(text: str, rewordings: Collection[Rewording]) -> str:
    """Return a page's text with other words at some places."""
    parts, done = [], 0
    for rewording in rewordings:
        parts += [text[done : rewording.start], rewording.after]
        done = rewording.start + len(rewording.before)
    return "".join([*parts, text[done:]])
