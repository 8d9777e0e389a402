"""A built site as the tests read it: its files, its pages, what they link to and what they load."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

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


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with what is in it."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


@dataclass(frozen=True)
class Page:
    """One HTML page of a site; its tags are bare names, those inside an SVG too."""

    path: str
    text: str

    @property
    def url(self) -> str:
        """Its address, which ends in a slash for an index."""
        return urljoin(HOST, self.path.removesuffix("index.html"))

    @cached_property
    def elements(self) -> list[Element]:
        """Every element, in the order of the page."""
        found = list(html5lib.parse(self.text, namespaceHTMLElements=False).iter())
        for element in found:
            element.tag = str(element.tag).rpartition("}")[2]
        return found

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


MKDOCS_WITHOUT_US = (
    "import sys; sys.modules['playbook'] = None; from mkdocs.__main__ import cli; cli()"
)
