"""Pages that someone wrote by hand: who may see them, and which stand in the place of ours."""

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.content.file_names import PAGES
from playbook.content.front_matter import FrontMatter, find_mark, read_front_matter
from playbook.content.inventory import Inventory
from playbook.source.document import NOT_UTF_8, is_utf_16
from playbook.source.problem import Mark, Problem
from playbook.system.untrusted_file import read_bytes
from playbook.text.english import quoted

Section = dict[str, "str | Nav"]
"""A title with its page, or with all that is in the section."""
Nav = list[str | Section]
"""Pages and sections, in their order."""
INDEXES = ("index", "README")
MOST_BYTES = 250_000
"""The largest page: one of these takes a second to look through, whatever it is full of."""


@dataclass(frozen=True)
class HandwrittenPage:
    """A page written by hand.

    Its path from the content folder, its text, and what stands above it.
    """

    path: str
    text: str
    head: FrontMatter

    @property
    def body(self) -> str:
        """Its text without what it says of itself."""
        return self.text[self.head.end :]

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.head.is_public


def read_pages(inventory: Inventory) -> tuple[dict[str, HandwrittenPage], list[Problem]]:
    """Return every page written by hand, by its path, and every problem with one."""
    pages, problems = {}, []
    for file in inventory.pages:
        text, problem = read_page(file)
        if problem:
            problems.append(problem)
            continue
        page = HandwrittenPage(inventory.get_path(file), text, read_front_matter(text))
        pages[page.path] = page
        problems += [Problem(file, *fault) for fault in page.head.faults]
    return pages, [*problems, *find_same_addresses(inventory)]


def read_page(path: Path, most: int = MOST_BYTES) -> tuple[str, Problem | None]:
    """Return a page's text, and why it can't be read, if it can't."""
    try:
        raw = read_bytes(path, most + 1)
    except OSError as error:
        return "", Problem(
            path,
            Mark(),
            "SRC013",
            f"this can't be read: {error.strerror or error}; check its permissions",
        )
    if len(raw) > most:
        return "", Problem(
            path, Mark(), "SRC008", f"the file is larger than {most:,} bytes: split it"
        )
    if is_utf_16(raw):
        return "", Problem(path, Mark(), "SRC005", NOT_UTF_8)
    try:
        return re.sub("\r\n?", "\n", raw.decode("utf-8-sig")), None
    except UnicodeDecodeError as error:
        start = raw[: error.start].decode("utf-8-sig", errors="replace")
        return "", Problem(path, find_mark(start, len(start)), "SRC005", NOT_UTF_8)


def find_same_addresses(inventory: Inventory) -> Iterator[Problem]:
    """Yield each page with the address of another one, as only one would be seen."""
    first: dict[str, Path] = {}
    for file in inventory.pages:
        other = first.setdefault(normalize_address(inventory.get_path(file)).casefold(), file)
        if other is not file:
            message = (
                f"this page would have the address of {quoted(inventory.get_path(other))}: "
                "rename one of the two"
            )
            yield Problem(file, Mark(), "REF007", message)


def find_handwritten(written: Container[str], path: str) -> str | None:
    """Return the page that was written by hand at the address of `path`, or None.

    README.md is an index, too.
    """
    place = normalize_address(path)
    names = [place, *(f"{place}/{name}" for name in INDEXES)] if place else INDEXES
    return next(
        (page for name in names for ending in PAGES if (page := f"{name}{ending}") in written), None
    )


def normalize_address(path: str) -> str:
    """Return what the addresses of all pages that collide have in common."""
    stem, _ = posixpath.splitext(path)
    folder, name = posixpath.split(stem)
    return folder if name in INDEXES else stem


def find_page(written: Container[str], path: str) -> str:
    """Return the page that stands at `path` in the end, ours or the one written by hand."""
    return find_handwritten(written, path) or path


def complete_nav(nav: Nav, pages: Iterable[str]) -> Nav:
    """Return the navigation with those pages written by hand that are not in it yet."""
    listed = set(flatten_nav(nav))
    return [*nav, *(page for page in pages if page not in listed)]


def flatten_nav(nav: Nav) -> Iterator[str]:
    """Yield the pages of a navigation."""
    for item in nav:
        if isinstance(item, str):
            yield item
        else:
            for pages in item.values():
                yield from [pages] if isinstance(pages, str) else flatten_nav(pages)
