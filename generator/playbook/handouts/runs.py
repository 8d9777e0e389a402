"""Text -> runs of plain, emphasised, strong and code text, with addresses, as the sheets' templates set them."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from playbook.address import page_address
from playbook.entry import Entry, Target
from playbook.text import Text

Runs = list[dict[str, Any]]
LONG = re.compile(r"\S{21,}")
LONGEST_URL = 8_000
"""The most signs of an address that typst links to."""
PIECES = re.compile(r"\S{1,10}[\u0300-\u036f\u200d]*")
MARKS = {
    "em_open": ("em", True),
    "em_close": ("em", False),
    "strong_open": ("strong", True),
    "strong_close": ("strong", False),
}


class Typist:
    """Sets the texts of one artifact, with links to the site's pages where the site has an address."""

    def __init__(self, site_url: str, resolve: Callable[[Entry, str], Target], entry: Entry) -> None:
        self.site_url = site_url
        self.resolve = resolve
        self.entry = entry

    def runs(self, text: Text | None) -> Runs:
        """Return the runs of a text, none for none."""
        made: Runs = []
        look: dict[str, Any] = {}
        for token in text.tokens() if text else ():
            match token.type:
                case "em_open" | "em_close" | "strong_open" | "strong_close":
                    name, is_on = MARKS[token.type]
                    look[name] = is_on
                case "link_open":
                    href = str(token.attrs["href"])
                    look["url"] = href if len(href) <= LONGEST_URL else ""
                case "link_close":
                    look["url"] = ""
                case kind if token.content:  # before a bold word there is a text of nothing
                    run = {"text": token.content, "code": kind == "code_inline", **look}
                    if kind == "reference":
                        target = self.resolve(self.entry, token.content)
                        run["text"] = token.meta["words"] or Text(target.title).plain()
                        run["em"] = run.get("em", False) or not token.meta["words"]
                        run["url"] = self.address(target.entry, target.part)
                    run["text"] = breakable(run["text"])
                    made.append({name: value for name, value in run.items() if value})
        return directed(made)

    def address(self, entry: Entry, part: str = "") -> str:
        """Return the address of an artifact's page, or of a piece of it; nothing for a site that has none."""
        return page_address(self.site_url, entry.page, part) if self.site_url else ""


def plain(words: str) -> Runs:
    """Return one run of plain text."""
    return directed([{"text": breakable(words)}])


def breakable(words: str) -> str:
    """Return a text whose longest words may be broken, so that they stay on the paper."""
    return LONG.sub(lambda word: "\N{ZERO WIDTH SPACE}".join(PIECES.findall(word[0])), words)


def directed(runs: Runs) -> Runs:
    """Mark runs that read from right to left, by the first letter that has a direction."""
    strong = (unicodedata.bidirectional(sign) for run in runs for sign in run["text"])
    if next((way for way in strong if way in {"L", "R", "AL"}), "L") != "L":
        runs[0]["rtl"] = True
    return runs


def joined(many: list[Runs], between: str = "; ") -> Runs:
    """Return several texts as one, with something between them."""
    return [run for index, runs in enumerate(many) for run in (*(plain(between) if index else ()), *runs)]
