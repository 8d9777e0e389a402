"""A built site as the tests read it: its files, its pages, what they link to and what they load."""

import re
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element, TreeBuilder

HOST = "https://site.test/"
CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")
LOADING = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "image": "href",
}


VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
    "track", "wbr"
}  # fmt: skip
ENDS_PARAGRAPH = {
    "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section",
    "table", "ul"
}  # fmt: skip


class TreeReader(HTMLParser):
    """Reads a page that needs none of a browser's leniency, in a quarter of html5lib's time.

    Where a browser would end an element that is open, or leave out an attribute, it fails.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tree, self.open_tags = TreeBuilder(), list[str]()
        self.feed(page)
        self.close()
        assert self.open_tags == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and close it where it can hold nothing."""
        self.handle_startendtag(tag, attrs) if tag in VOID else self.open_element(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element and close it."""
        self.open_element(tag, attrs)
        self.handle_endtag(tag)

    def open_element(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs), f"an attribute stands twice: {attrs}"
        ended = {"a"} if tag == "a" else {"p"} if tag in ENDS_PARAGRAPH else set()
        assert ended.isdisjoint(self.open_tags), f"<{tag}> ends {ended} at {self.getpos()}"
        self.tree.start(tag, attributes)
        self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        last = self.open_tags.pop()
        assert tag == last, f"</{tag}> ends <{last}> at {self.getpos()}"
        self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        """Add text to the element that is open."""
        self.tree.data(data)


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with what is in it."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


@dataclass(frozen=True)
class Page:
    """One HTML page of a site; its tags are bare names in small letters, inside an SVG too."""

    path: str
    text: str

    @property
    def url(self) -> str:
        """Its address, which ends in a slash for an index."""
        return urljoin(HOST, self.path.removesuffix("index.html"))

    @cached_property
    def elements(self) -> list[Element]:
        """Every element, in the order of the page."""
        return list(TreeReader(self.text).tree.close().iter())

    @property
    def ids(self) -> list[str]:
        """Every id, in the order of the page."""
        return [element.attrib["id"] for element in self.elements if "id" in element.attrib]

    @property
    def links(self) -> list[str]:
        """The whole address of each link, those on diagram cards too."""
        return [
            urljoin(self.url, e.attrib["href"])
            for e in self.elements
            if e.tag == "a" and "href" in e.attrib
        ]

    @property
    def loads(self) -> list[str]:
        """The whole address of each thing that a browser fetches for this page."""
        found = [
            e.attrib[LOADING[e.tag]] for e in self.elements if LOADING.get(e.tag, "-") in e.attrib
        ]
        for element in self.elements:
            said = element.text or "" if element.tag == "style" else element.attrib.get("style", "")
            found += CSS_ADDRESS.findall(said)
        return [urljoin(self.url, address) for address in found]

    @property
    def edit(self) -> str | None:
        """Where one edits it."""
        return next(
            (
                e.attrib["href"]
                for e in self.elements
                if e.tag == "a" and e.attrib.get("rel") == "edit"
            ),
            None,
        )


def pages(site: Path) -> list[Page]:
    """Return every page of a site."""
    return [
        Page(p.relative_to(site).as_posix(), p.read_text(encoding="utf-8"))
        for p in sorted(site.rglob("*.html"))
    ]


def on_site(address: str) -> bool:
    """Whether an address is one of the site's own."""
    return address.startswith(HOST)


def file_of(address: str) -> str:
    """Return the path of the file that a server would send for an address of the site."""
    path = unquote(urlsplit(address).path).removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def find_anchor(link: str) -> str:
    """Return the id of the piece of a page that a link leads to; a sheet to print has none."""
    fragment = unquote(urlsplit(link).fragment)
    return "" if file_of(link).endswith(".pdf") else fragment
