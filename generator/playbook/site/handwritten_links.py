"""Handwritten pages -> their text as published, and their links that lead nowhere."""

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape as escape_html
from html.parser import HTMLParser
from itertools import chain, islice
from urllib.parse import unquote, urlsplit

from playbook.content.front_matter import VISIBILITY, find_mark, keep_known
from playbook.content.handwritten import HandwrittenPage, normalize_address
from playbook.content.page_text import Address, find_addresses, find_references, replace_references
from playbook.library.library import Library
from playbook.library.references import Dangling, Unread, resolve
from playbook.site.markdown import Writer
from playbook.site.paths import SitePaths
from playbook.source.emit import emit_front_matter
from playbook.source.problem import Problem
from playbook.text.address import is_address
from playbook.text.english import quoted

SCHEMES = {"http", "https", "mailto", "tel"}
EXTENSIONS = (
    "attr_list",
    "md_in_html",
    "tables",
    "admonition",
    "pymdownx.details",
    "pymdownx.superfences",
)
LARGEST_CONVERTED = 100_000
"""How many characters a page may have to be converted only to see whether an address in it is a
link."""
MOST_SHOWN = 50
"""How many problems of one page are worth telling at once."""
UNUSUAL_HOST = re.compile(r"//[^/?#\s]*(?:[\[\]]|[^\x00-\x7f])")
"""What stands before an address that MkDocs may be unable to take apart."""
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def publish_text(page: HandwrittenPage, library: Library) -> str:
    """Return a handwritten page as it is published.

    What it says of itself, its references as links.
    """
    meta = {key: value for key, value in keep_known(page.head.meta).items() if key != VISIBILITY}
    for key in ("title", "description"):
        if key in meta:
            meta[key] = escape_html(meta[key])  # themes print both as HTML
    write = Writer(page.path, library.resolve)
    body = replace_references(page.body, lambda match: link_reference(match, write, library))
    return f"{emit_front_matter(meta)}\n{body}"


def link_reference(match: re.Match[str], write: Writer, library: Library) -> str:
    """Return a reference as a link of Markdown; one that leads nowhere stays as it is."""
    try:
        target = resolve(match[1], None, library.entries, library.unread)
    except (Dangling, Unread):
        return match[0]
    return str(write.link(target.entry, target.part, match[2] or ""))


def find_page_problems(
    library: Library, *, has_reference: bool = True, is_guest: bool = False
) -> Iterator[Problem]:
    """Yield each reference and each link of a handwritten page that leads nowhere.

    What of a site isn't ours, MkDocs looks after.
    """
    paths = SitePaths(library, has_reference=has_reference, is_guest=is_guest)
    for page in library.handwritten.values():
        start = len(page.text) - len(page.body)
        faults = chain(find_dangling_references(page, library), find_dead_links(page, paths))
        for index, code, message in sorted(islice(faults, MOST_SHOWN)):
            yield Problem(
                library.content / page.path, find_mark(page.text, start + index), code, message
            )


def find_dangling_references(
    page: HandwrittenPage, library: Library
) -> Iterator[tuple[int, str, str]]:
    """Yield the place of each reference in a body that leads nowhere, a code and a message."""
    for match in find_references(page.body):
        try:
            resolve(match[1], None, library.entries, library.unread)
        except Unread:
            continue
        except Dangling as dangling:
            if not library.may_lack(None, match[1]):
                yield match.start(), dangling.code, str(dangling)


def find_dead_links(page: HandwrittenPage, paths: SitePaths) -> Iterator[tuple[int, str, str]]:
    """Yield the place of each address in a page's body that leads nowhere, a code and a message."""
    for address in find_addresses(page.body):
        if (
            fault := explain_dead_address(address, page, paths)
        ) and address.text.strip() in find_links(page.body):
            yield address.index, "REF008", fault
    if UNUSUAL_HOST.search(page.body):
        spelt = {address.text.strip() for address in find_addresses(page.body)}
        for text in sorted(find_links(page.body) - spelt):
            if fault := spelling_fault(text):
                yield max(page.body.find(text), 0), "REF008", fault


def spelling_fault(text: str) -> str:
    """Return what is wrong with how an address is spelt; nothing when it can be taken apart."""
    return "" if is_address(text) else f"{quoted(text)} is not an address: check how it is spelt"


def explain_dead_address(address: Address, page: HandwrittenPage, paths: SitePaths) -> str:
    """Return what is wrong with an address on a page; nothing when it leads somewhere."""
    text = address.text.strip()
    if fault := spelling_fault(text):
        return fault
    if scheme := SCHEME.match(text):
        fault = f"a link can't start with {quoted(scheme[0])}: use 'https:' or 'mailto:'"
        return "" if scheme[0][:-1].casefold() in SCHEMES else fault
    parts = urlsplit(text)
    path = unquote(parts.path)
    if parts.netloc or not path:
        return ""
    folder = posixpath.dirname(page.path)
    near = posixpath.normpath(posixpath.join(folder, path))
    if address.is_html:
        leads = paths.has_address(
            posixpath.normpath(posixpath.join(normalize_address(page.path), path))
        )
    else:
        leads = not path.endswith("/") and paths.has_file(near)
    if leads:
        return ""
    if guess := paths.guess(near):
        here = posixpath.relpath(guess, folder or ".")
        return (
            f"{quoted(path)} is not on this site (did you mean {quoted(here)}?): "
            "name a file from this folder"
        )
    return (
        f"{quoted(path)} is not on this site: name a file from this folder, or write '[[its-id]]'"
    )


@lru_cache(maxsize=1)
def find_links(body: str) -> frozenset[str]:
    """Return the addresses that are links once a page is converted.

    What only looks like one is code.
    """
    if len(body) > LARGEST_CONVERTED:
        return frozenset(address.text.strip() for address in find_addresses(body))
    import markdown  # noqa: PLC0415 - few pages have an address to be looked at

    reader = LinkReader()
    reader.feed(markdown.markdown(body, extensions=EXTENSIONS))
    return frozenset(reader.links)


class LinkReader(HTMLParser):
    """Collects what the links and the pictures of a page lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of one element's addresses."""
        del tag
        self.links |= {
            value.strip() for name, value in attrs if value and name in {"href", "src", "poster"}
        }
