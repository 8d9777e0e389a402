"""What says the same in two plays or guides."""

import re
from collections.abc import Iterator

from playbook.text.inline import Text
from projects import ROOT

CONTENT = ROOT / "content"
PLAYS = sorted(path.stem for path in (CONTENT / "plays").glob("*.yml"))


SHARED = 8


WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*")  # noqa: RUF001 - an apostrophe as some type it


STOCK = re.compile(
    r"an invented site (?:where adults find a music teacher|for music lessons)"
    r"|(?:from another team, )?who (?:leads the session and )?keeps the time"
    r"|person responsible for privacy"
    r"|tell me about the last time you"
    r"|we leave this target if",
    re.IGNORECASE,
)
"""What plays and guides say in the same words on purpose, so that readers know it again."""


def stretches(text: Text) -> Iterator[str]:
    """Yield the words that an author wrote, cut where a link shows its target's own title and
    at the phrases that are the same everywhere."""
    stretch = ""
    for token in text.tokens():
        if token.type == "reference" and not token.meta["words"]:
            yield from STOCK.split(stretch)
            stretch = ""
        else:
            stretch += token.meta.get("words") or token.content
    yield from STOCK.split(stretch)
