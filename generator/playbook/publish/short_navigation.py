"""The navigation of a page without most of what stands beside it, where that is a lot.

Hundreds of titles in a row help nobody to find one, and make each page of them that much larger.
"""

from copy import copy
from typing import TYPE_CHECKING

from mkdocs.structure.nav import Link, Navigation, Section

from playbook.language import _
from playbook.publish.options import PlaybookConfig

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.pages import Page

MOST = 40
"""How many items of a section are shown; of a longer one those near the page, and its index."""
NEAR = 10
"""How many of a long section's are shown on either side of the page."""


def is_shortened(config: "MkDocsConfig") -> bool:
    """Whether the site is our own, as others say themselves what their navigation shows."""
    options = (plugin.config for plugin in config.plugins.values())
    return any(isinstance(option, PlaybookConfig) and option.site for option in options)


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
