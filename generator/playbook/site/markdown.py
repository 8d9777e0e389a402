"""Text and links -> Markdown that any engine reads the same way."""

import posixpath
from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import quote

from markdown_it.token import Token
from markupsafe import Markup

from playbook.library.entry import Entry, Target
from playbook.site.escape import escape
from playbook.text.inline import Text

TAGS = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
}
IN_URLS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "()<>[]\"'`{}|\\^ *_~$"})


class Writer:
    """Writes Markdown for one page, links relative to it."""

    def __init__(
        self, page: str, resolve: Callable[[Entry, str], Target], entry: Entry | None = None
    ) -> None:
        self.page = page
        self.resolve = resolve
        self.entry = entry

    def of(self, entry: Entry) -> "Writer":
        """Return a writer for the same page that reads references as an artifact wrote them."""
        return Writer(self.page, self.resolve, entry)

    def text(self, text: Text) -> Markup:
        """Return inline Markdown that is safe wherever text stands, even in a table or heading."""
        hrefs: list[str] = []
        return Markup("".join(self._token(token, hrefs) for token in text.tokens()))

    def literal(self, text: str) -> Markup:
        """Return Markdown that shows just this text."""
        return Markup(escape(text))

    def words(self, text: Text | str) -> Markup:
        """Return the text's words without emphasis and links."""
        return self.literal(text.plain() if isinstance(text, Text) else text)

    def link(self, entry: Entry, part: str = "", words: str = "") -> Markup:
        """Return a link to an artifact, or to a piece of one."""
        target = Target(entry, part)
        return Markup("[%s](%s)") % (
            self.literal(words or Text(target.title).plain()),
            Markup(self.to(entry.page, part)),
        )

    def ref(self, ref: str, words: str = "") -> Markup:
        """Return a link to what `ref` means on this page."""
        target = self._target(ref)
        return self.link(target.entry, target.part, words)

    def away(self, url: str, words: Text) -> Markup:
        """Return a link to another site."""
        return Markup("[%s](%s)") % (self.words(words), Markup(url.translate(IN_URLS)))

    def to(self, page: str, part: str = "") -> str:
        """Return the address of a page of this site as this page writes it."""
        anchor = f"#{part}" if part else ""
        if page == self.page and part:
            return anchor
        return find_way(page, posixpath.dirname(self.page)) + anchor

    def file(self, path: str) -> Markup:
        """Return the address of a file of the content as this page writes it."""
        return Markup(quote(self.to(path)))

    def targets(self, refs: Iterable[str]) -> list[Entry]:
        """Return the artifacts that references lead to."""
        return [self._target(ref).entry for ref in refs]

    def _target(self, ref: str) -> Target:
        if self.entry is None:
            raise LookupError(f"'{ref}' is written on a page that is no artifact's")
        return self.resolve(self.entry, ref)

    def _token(self, token: Token, hrefs: list[str]) -> str:
        match token.type:
            case "text":
                return "<br><br>".join(escape(part) for part in token.content.split("\n\n"))
            case "code_inline":
                return f"<code>{escape(token.content)}</code>"
            case "link_open":
                hrefs.append(str(token.attrs["href"]).translate(IN_URLS))
                return "["
            case "link_close":
                return f"]({hrefs.pop()})"
            case "reference":
                return str(self.ref(token.content, token.meta["words"]))
            case tag:
                return TAGS[tag]


@lru_cache(maxsize=10_000)
def find_way(page: str, folder: str) -> str:
    """Return the path of a page from a folder."""
    return posixpath.relpath(page, folder or ".")
