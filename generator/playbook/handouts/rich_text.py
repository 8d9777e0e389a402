"""Text -> runs of plain, emphasised, strong and code text, with addresses, as the sheets' templates set them."""

from collections.abc import Callable, Iterator
from typing import Any

import regex

from playbook.fonts.fonts import FONTS, Fonts
from playbook.library.entry import Entry, Target
from playbook.text.address import page_address
from playbook.text.direction import reads_from_right
from playbook.text.graphemes import graphemes
from playbook.text.inline import Text

Runs = list[dict[str, Any]]
LONG = regex.compile(r"[^\s\p{Line_Break=ID}\p{Line_Break=CJ}\p{Line_Break=SA}]{21,}")
"""What typst would not break by itself, as it does Chinese, Japanese and Thai."""
LONGEST_URL = 8_000
"""The most signs of an address that typst links to."""
PIECE = 10
"""How many characters of a long word stay together."""
MARKS = {
    "em_open": ("em", True),
    "em_close": ("em", False),
    "strong_open": ("strong", True),
    "strong_close": ("strong", False),
}


class RichText:
    """Sets the texts of one artifact, with links to the site's pages where the site has an address."""

    def __init__(
        self, site_url: str, resolve: Callable[[Entry, str], Target], entry: Entry, fonts: Fonts = FONTS
    ) -> None:
        self.site_url = site_url
        self.resolve = resolve
        self.entry = entry
        self.fonts = fonts

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


def without_links(runs: Runs) -> Runs:
    """Return runs for the head of a table: it is repeated on each page, where PDF/UA allows no link."""
    return [{name: value for name, value in run.items() if name != "url"} for run in runs]


def plain(words: str) -> Runs:
    """Return one run of plain text."""
    return directed([{"text": breakable(words)}])


def breakable(words: str) -> str:
    """Return a text whose longest words may be broken, so that they stay on the paper."""
    return str(LONG.sub(lambda word: "\N{ZERO WIDTH SPACE}".join(parts(word[0])), words))


def parts(word: str) -> Iterator[str]:
    """Yield the parts of a long word, without cutting a character."""
    signs = graphemes(word)
    for start in range(0, len(signs), PIECE):
        yield "".join(signs[start : start + PIECE])


def directed(runs: Runs) -> Runs:
    """Mark runs that read from right to left, by the first letter that has a direction."""
    if reads_from_right("".join(run["text"] for run in runs)):
        runs[0]["rtl"] = True
    return runs


def joined(many: list[Runs], between: str = "; ") -> Runs:
    """Return several texts as one, with something between them."""
    return [run for index, runs in enumerate(many) for run in (*(plain(between) if index else ()), *runs)]
