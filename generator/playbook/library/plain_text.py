"""Text -> words for calendars, feeds and messages, addresses behind them, and HTML for mail."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from playbook.library.entry import Entry, Target
from playbook.text.address import build_address
from playbook.text.inline import Text


class PlainLine(NamedTuple):
    """A line of a message, as plain text and as HTML."""

    plain: str
    html: Markup


@dataclass(frozen=True)
class PlainWriter:
    """Writes an artifact's texts on one line each, links with their whole addresses."""

    site_url: str
    resolve: Callable[[Entry, str], Target]
    entry: Entry

    def line(self, text: Text) -> PlainLine:
        """Return a text as a line of a message."""
        return PlainLine(self.words(text), self.html(text))

    def title(self, text: Text) -> str:
        """Return the words alone."""
        return join_lines("".join(words for words, _ in self.stretches(text)))

    def words(self, text: Text) -> str:
        """Return the words with addresses, such as `Our room (https://meet.example.org/a)`."""
        return join_lines("".join(append_address(*stretch) for stretch in self.stretches(text)))

    def html(self, text: Text) -> Markup:
        """Return the words as HTML, their addresses as links."""
        return Markup().join(make_link(*stretch) for stretch in self.stretches(text))

    def stretches(self, text: Text) -> Iterator[tuple[str, str]]:
        """Yield the words of a text, each stretch with the address that it leads to, or nothing."""
        words, address = "", ""
        for token in text.tokens():
            match token.type:
                case "link_open":
                    yield words, ""
                    words, address = "", str(token.attrs["href"])
                case "link_close":
                    yield words, address
                    words, address = "", ""
                case "reference":
                    target = self.resolve(self.entry, token.content)
                    yield words, address
                    page = (
                        build_address(self.site_url, target.entry.page, target.part)
                        if self.site_url
                        else ""
                    )
                    yield token.meta["words"] or Text(target.title).plain(), address or page
                    words = ""
                case _:
                    words += token.content
        yield words, address


def make_line(words: str) -> PlainLine:
    """Return words that hold no link as a line of a message."""
    return PlainLine(words, escape(words))


def make_link_line(address: str) -> PlainLine:
    """Return an address as a line of a message."""
    return PlainLine(address, make_link(address, address))


def append_address(words: str, address: str) -> str:
    """Return words with the address behind them, unless it says no more than they do."""
    if not words.strip():
        return words + address
    return words if address in {"", words, f"mailto:{words}"} else f"{words} ({address})"


def make_link(words: str, address: str) -> Markup:
    """Return words as a link in HTML; without an address, the words."""
    return (
        Markup('<a href="{}">{}</a>').format(address, words if words.strip() else address)
        if address
        else escape(words)
    )


def join_lines(words: str) -> str:
    """Return words without the breaks and the spaces between them that a writer's layout left."""
    return " ".join(words.split())
