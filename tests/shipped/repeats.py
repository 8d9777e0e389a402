"""What says the same in two plays or guides."""

import re
from collections.abc import Iterator

from playbook.text.inline import Text
from projects import ROOT

CONTENT = ROOT / "content"
PLAYS = sorted(path.stem for path in (CONTENT / "plays").glob("*.yml"))


SHARED = 8


WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*")  # noqa: RUF001 - an apostrophe as some type it


def stretches(text: Text) -> Iterator[str]:
    """Yield the words that an author wrote, cut where a link shows its target's own title."""
    stretch = ""
    for token in text.tokens():
        if token.type == "reference" and not token.meta["words"]:
            yield stretch
            stretch = ""
        else:
            stretch += token.meta.get("words") or token.content
    yield stretch
