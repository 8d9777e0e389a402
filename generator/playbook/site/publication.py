"""Which files of the content folder are published as they are.

Pages, what these refer to, and what the owner names.
"""

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playbook.content.handwritten import normalize_address
from playbook.content.page_text import find_addresses
from playbook.drawing.safe_svg import clean_svg
from playbook.library.library import Library
from playbook.model.traverse import Walked, walk
from playbook.site.handwritten_links import publish_text
from playbook.site.portraits import find_portrait_problems, locate_portrait
from playbook.source.document import MAX_BYTES
from playbook.source.problem import Mark, Problem, Severity
from playbook.system.untrusted_file import read_bytes

IN_SRCSET = re.compile(r"[^\s,]+")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class ContentFile:
    """A file of the content folder that is published.

    Its path from there, and its text where that is written anew.
    """

    path: str
    source: Path
    text: str | None = None


def list_published_files(library: Library, site_url: str) -> Iterator[ContentFile]:
    """Yield each file that is published as it is with what a library holds."""
    inventory = library.inventory
    for path, page in library.handwritten.items():
        yield ContentFile(path, library.content / path, publish_text(page, library))
    yield from (ContentFile(inventory.get_path(file), file) for file in inventory.extras)
    used = find_used_assets(library, site_url)
    for file in inventory.assets:
        path = inventory.get_path(file)
        if path not in used:
            continue
        if file.suffix.lower() != ".svg":
            yield ContentFile(path, file)
        elif (text := read_svg(file)[0]) != "":
            yield ContentFile(path, file, text)


def find_asset_problems(library: Library, site_url: str) -> Iterator[Problem]:
    """Yield each asset that a library doesn't refer to, and each that is not what it should be."""
    used = find_used_assets(library, site_url)
    for file in library.inventory.assets:
        if library.inventory.get_path(file) not in used:
            message = (
                "no page refers to this file, so it is not published: link to it from a page, "
                "or delete it"
            )
            yield Problem(file, Mark(), "FIL006", message, Severity.WARNING)
        elif file.suffix.lower() == ".svg" and (fault := read_svg(file)[1]):
            yield Problem(file, Mark(), "FIL007", f"{fault}; or save it as a PNG")
    yield from find_portrait_problems(library)


def read_svg(file: Path) -> tuple[str, str]:
    """Return an SVG as it is published, and what is wrong with it."""
    try:
        data = read_bytes(file, MAX_BYTES + 1)
    except OSError as error:
        return "", f"'{file.name}' can't be read: {error.strerror}"
    if len(data) > MAX_BYTES:
        return "", f"'{file.name}' is larger than {MAX_BYTES // 1000:,} kB: save it smaller"
    return clean_svg(data, file.name, "picture")


def find_used_assets(library: Library, site_url: str) -> set[str]:
    """Return the paths of the assets that a page or an artifact of a library refers to."""
    known = {library.inventory.get_path(file) for file in library.inventory.assets}
    if not known:
        return set()
    used = {locate_portrait(library, entry) for entry in library.entries.values()}
    for page in library.handwritten.values():
        for address in list_addresses(page.text):
            used |= {
                path for path in resolve_address(address, page.path, site_url) if path in known
            }
    if site_url:
        for entry in library.entries.values():
            used |= set(find_linked_assets(entry.recall(list_linking), site_url, known))
    return used


def list_linking(artifact: Walked) -> list[str]:
    """Return the texts of an artifact that may hold a whole address."""
    return [value for _, value in walk(artifact) if isinstance(value, str) and "://" in value]


def find_linked_assets(texts: Iterable[str], site_url: str, known: Container[str]) -> Iterator[str]:
    """Yield the assets that texts link to by their whole addresses on the site."""
    for text in texts:
        if site_url in text:
            for address in list_addresses(text) if "](" in text else [text]:
                yield from (
                    path for path in resolve_address(address, "", site_url) if path in known
                )


def list_addresses(text: str) -> Iterator[str]:
    """Yield each address in a text of Markdown."""
    for address in find_addresses(text):
        yield address.text
        if "," in address.text:
            yield from IN_SRCSET.findall(address.text)


def resolve_address(address: str, page: str, site_url: str) -> Iterator[str]:
    """Yield the paths from the content folder that an address on a page can mean.

    MkDocs reads a link of Markdown from the page's file, and a browser one of HTML from the page's
    address.
    """
    plain = ESCAPE.sub(r"\1", unescape(address.strip()))
    if site_url and plain.startswith(site_url):
        plain = f"/{plain.removeprefix(site_url).lstrip('/')}"
    try:
        parts = urlsplit(plain)
    except ValueError:
        return
    if parts.scheme or parts.netloc or not parts.path:
        return
    for path in {parts.path, unquote(parts.path)}:
        for folder in (
            {posixpath.dirname(page), normalize_address(page)} if not path.startswith("/") else {""}
        ):
            yield posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
