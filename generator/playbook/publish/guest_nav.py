"""A site's navigation in which one entry stands for all our pages."""

from collections.abc import Iterator
from copy import copy
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import dirname_to_title

from playbook.config.place import Place
from playbook.content.handwritten import Nav
from playbook.publish.made_file import MadeFile

MOST = 10
"""How many pages a section of ours may have to be listed whole on the pages outside of it."""


def move_nav(nav: Nav, place: Place) -> Nav:
    """Return our navigation with the paths that its pages have in the site."""
    return [
        place.locate(item)
        if isinstance(item, str)
        else {
            title: place.locate(below) if isinstance(below, str) else move_nav(below, place)
            for title, below in item.items()
        }
        for item in nav
    ]


def expand_nav(nav: Any, place: Place, own: Nav) -> Any:
    """Return a navigation with our pages where an entry names their folder."""
    if isinstance(nav, list):
        return [expand_item(item, place, own) for item in nav]
    if isinstance(nav, dict):
        return {title: expand_below(below, place, own) for title, below in nav.items()}
    return nav


def expand_item(item: Any, place: Place, own: Nav) -> Any:
    if is_folder(item, place):
        return {place.title: own}
    return expand_nav(item, place, own)


def expand_below(below: Any, place: Place, own: Nav) -> Any:
    return own if is_folder(below, place) else expand_nav(below, place, own)


def is_folder(item: Any, place: Place) -> bool:
    return isinstance(item, str) and item.removesuffix("/") == place.folder


def list_titles(nav: Nav) -> Iterator[tuple[str, str]]:
    """Yield the folder of each section whose first page is its index, and our title of it."""
    for item in nav:
        for title, below in item.items() if isinstance(item, dict) else ():
            if isinstance(below, str):
                continue
            first = below[0] if below else None
            if isinstance(first, str) and first.endswith("/index.md"):
                yield first.removesuffix("/index.md"), title
            yield from list_titles(below)


def name_sections(items: list[StructureItem], titles: dict[str, str]) -> None:
    """Give our titles to sections that are called after their folders, by hand or not."""
    for item in items:
        if not isinstance(item, Section):
            continue
        folder = find_folder(item)
        if folder in titles and item.title == dirname_to_title(folder.rpartition("/")[2]):
            item.title = titles[folder]
        name_sections(item.children, titles)


def find_folder(section: Section) -> str:
    """Return the folder of the first page of a section."""
    first = next((item for item in section.children if isinstance(item, Page)), None)
    return first.file.src_uri.rpartition("/")[0] if first else ""


def close_sections(nav: Navigation, page: Page) -> Navigation:
    """Return the navigation as a page shows it: long sections of ours, elsewhere, as their index.

    All that a site takes from us would stand on each page of theirs, and most of it out of sight.
    """
    closed = copy(nav)
    closed.items = [close_item(item, page) for item in nav.items]
    return closed


def close_item(item: StructureItem, page: Page) -> StructureItem:
    if not isinstance(item, Section):
        return item
    index = find_own_index(item)
    is_inner = isinstance(item.parent, Section) and find_own_index(item.parent)
    is_open = any(item is other for other in page.ancestors)
    closed = copy(item)
    if index and is_inner and not is_open and len(item.children) > MOST:
        closed.children = [index]
    else:
        closed.children = [close_item(child, page) for child in item.children]
    return closed


def find_own_index(section: Section) -> Page | None:
    """Return the page of ours that leads to all others of a section."""
    return next(
        (
            item
            for item in section.children
            if isinstance(item, Page) and item.is_index and isinstance(item.file, MadeFile)
        ),
        None,
    )
