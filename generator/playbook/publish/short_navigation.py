"""The navigation of a page without most of what stands beside it, where that is a lot.

Hundreds of titles in a row help nobody to find one, and make each page of them that much larger.
"""

from collections.abc import Iterator
from copy import copy
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.structure.nav import Link, Navigation, Section

from playbook.language import _
from playbook.publish.options import PlaybookConfig

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

MOST = 40
"""How many items of a section are shown; of a longer one those near the page, and its index."""
NEAR = 10
"""How many of a long section's are shown on either side of the page."""


def is_shortened(config: "MkDocsConfig") -> bool:
    """Whether the site is our own, as others say themselves what their navigation shows."""
    options = (plugin.config for plugin in config.plugins.values())
    return any(isinstance(option, PlaybookConfig) and option.site for option in options)


def settle_unlisted_pages(nav: Navigation, files: "Files") -> None:
    """Let each page that the navigation doesn't list belong to the section of the page above it."""
    listed = {page.file.src_uri: page for page in nav.pages}
    for file in files.documentation_pages():
        if file.page is None or file.src_uri in listed:
            continue
        above = (listed.get(path) for path in list_paths_above(file.src_uri))
        file.page.parent = next((page.parent for page in above if page), None)


def list_paths_above(path: str) -> Iterator[str]:
    """Yield where the page of each folder that a page is in may be, the nearest first."""
    for folder in PurePosixPath(path).parents[:-1]:
        yield from (f"{folder}.md", f"{folder}/index.md")


def shorten_navigation(nav: Navigation, page: "Page") -> Navigation:
    """Return the navigation as a page shows it: sections that are open and long are cut short."""
    short = copy(nav)
    item: StructureItem = page
    visible: StructureItem = page
    for section, children in zip(list_sections(page), list_levels(nav, page), strict=False):
        opened = copy(section)
        opened.children = put_in_place(item, visible, children)
        item, visible = section, opened
    short.items = put_in_place(item, visible, nav.items)
    return short


def list_levels(
    nav: Navigation, page: "Page", *, is_short: bool = True
) -> "list[list[StructureItem]]":
    """Return what a page shows of each section that it is in, its own first, and the top last."""
    sections = list_sections(page)
    pairs = zip(sections, [page, *sections], strict=False)
    levels = (
        list_near(section.children, item) if is_short else section.children
        for section, item in pairs
    )
    return [*levels, nav.items]


def list_sections(page: "Page") -> list[Section]:
    """Return the sections that a page is in, its own first."""
    return [item for item in page.ancestors if isinstance(item, Section)]


def list_near(children: "list[StructureItem]", item: "StructureItem") -> "list[StructureItem]":
    """Return some of a section's items: those near the one that is open, and a link to all.

    A section without a page of its own is shown whole, since nothing else would lead to the rest.
    """
    index = next((child for child in children if getattr(child, "is_index", False)), None)
    if len(children) <= MOST or index is None:
        return children
    others = [child for child in children if child is not index]
    place = next((number for number, child in enumerate(others) if child is item), 0)
    first = max(0, min(place - NEAR, len(others) - 2 * NEAR - 1))
    link = Link(_("All %(number)s", number=len(others)), getattr(index, "url", ""))
    return [index, *others[first : first + 2 * NEAR + 1], link]


def put_in_place(
    item: "StructureItem", visible: "StructureItem", items: "list[StructureItem]"
) -> "list[StructureItem]":
    return [visible if other is item else other for other in items]
