"""Text -> runs of plain, emphasised, strong and code text, with addresses, for the templates."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import regex
from markdown_it.token import Token

from playbook.fonts.fonts import FONTS, Fonts
from playbook.library.entry import Entry, Target
from playbook.text.address import build_address
from playbook.text.direction import is_right_to_left
from playbook.text.graphemes import split_graphemes
from playbook.text.inline import Text

LONG = regex.compile(r"[^\s\p{Line_Break=ID}\p{Line_Break=CJ}\p{Line_Break=SA}]{21,}")
"""What typst would not break by itself, as it does Chinese, Japanese and Thai."""
LONGEST_URL = 8_000
"""The most signs of an address that typst links to."""
PIECE = 10
"""How many characters of a long word stay together."""


@dataclass(frozen=True)
class Run:
    """Characters that look the same, and lead to the same address."""

    text: str
    code: bool = False
    em: bool = False
    strong: bool = False
    url: str = ""
    rtl: bool = False
    """Whether the whole text reads from right to left; only its first run says so."""


Runs = tuple[Run, ...]


class RichText:
    """Sets the texts of one artifact, with links to pages where the site has an address."""

    def __init__(
        self,
        site_url: str,
        resolve: Callable[[Entry, str], Target],
        entry: Entry,
        fonts: Fonts = FONTS,
    ) -> None:
        self.site_url = site_url
        self.resolve = resolve
        self.entry = entry
        self.fonts = fonts

    def runs(self, text: Text | None) -> Runs:
        """Return the runs of a text, none for none."""
        runs: list[Run] = []
        look = Run("")
        for token in text.tokens() if text else ():
            match token.type:
                case "em_open" | "em_close":
                    look = replace(look, em=token.type == "em_open")
                case "strong_open" | "strong_close":
                    look = replace(look, strong=token.type == "strong_open")
                case "link_open":
                    href = str(token.attrs["href"])
                    look = replace(look, url=href if len(href) <= LONGEST_URL else "")
                case "link_close":
                    look = replace(look, url="")
                case "reference":
                    runs.append(self._reference(token, look))
                case _ if token.content:  # before a bold word there is a text of nothing
                    words, is_code = breakable(token.content), token.type == "code_inline"
                    runs.append(replace(look, text=words, code=is_code))
        return directed(runs)

    def address(self, entry: Entry, part: str = "") -> str:
        """Return the address of a page or of a piece of it; '' for a site without one."""
        return build_address(self.site_url, entry.page, part) if self.site_url else ""

    def _reference(self, token: Token, look: Run) -> Run:
        """Return the run of a link inside the playbook: its own words, or the title in italics."""
        target = self.resolve(self.entry, token.content)
        words = token.meta["words"]
        return replace(
            look,
            text=breakable(words or Text(target.title).plain()),
            em=look.em or not words,
            url=self.address(target.entry, target.part),
        )


def without_links(runs: Runs) -> Runs:
    """Return runs for a table's head: it is repeated on each page, where PDF/UA allows no link."""
    return tuple(replace(run, url="") for run in runs)


def plain(words: str) -> Runs:
    """Return one run of plain text."""
    return directed([Run(breakable(words))])


def breakable(words: str) -> str:
    """Return a text whose longest words may be broken, so that they stay on the paper."""
    return str(LONG.sub(lambda word: "\N{ZERO WIDTH SPACE}".join(split_word(word[0])), words))


def split_word(word: str) -> Iterator[str]:
    """Yield the parts of a long word, without cutting a character."""
    signs = split_graphemes(word)
    for start in range(0, len(signs), PIECE):
        yield "".join(signs[start : start + PIECE])


def directed(runs: Sequence[Run]) -> Runs:
    """Return runs of which the first says whether they read from right to left."""
    if not is_right_to_left("".join(run.text for run in runs)):
        return tuple(runs)
    return (replace(runs[0], rtl=True), *runs[1:])


def join_texts(texts: Sequence[Runs], between: str = "; ") -> Runs:
    """Return several texts as one, with something between them."""
    joined: list[Run] = []
    for index, runs in enumerate(texts):
        joined += [*(plain(between) if index else ()), *runs]
    return tuple(joined)
