"""The order in which a reader meets the sections of the site."""

from collections.abc import Container, Iterable

from playbook.content.handwritten import Nav, Section, find_page
from playbook.language import _
from playbook.library.kind import Kind
from playbook.site.build import Build
from playbook.site.catalogues import INDEX
from playbook.site.reference_pages import REFERENCE, RULES, locate_kind_page
from playbook.site.social_card import HOME


def make_nav(build: Build) -> Nav:
    """Return the navigation, with handwritten pages in the place of ours where there are any."""
    nav: Nav = [HOME] if build.settings.section else [{_("Home"): HOME}]
    links = build.ways_in.links
    if links:
        nav.append({_("Where to start"): [INDEX, *(link.path for link in links)]})
    shelves = build.shelves.items()
    nav += make_tabs(
        (kind, [f"{kind.folder}/{HOME}", *(entry.page for entry in entries)])
        for kind, entries in shelves
        if not kind.is_way_in
    )
    if build.settings.extra.reference:
        nav.append(
            {_("Reference"): [REFERENCE, *map(locate_kind_page, build.library.kinds), RULES]}
        )
    return replace_pages(build.library.handwritten, nav)


def make_tabs(sections: Iterable[tuple[Kind, Nav]]) -> Nav:
    """Return a tab for each group of kinds, and one for each kind that is alone."""
    groups: dict[str, list[tuple[str, Nav]]] = {}
    for kind, pages in sections:
        groups.setdefault(_(kind.group or kind.plural), []).append((_(kind.plural), pages))
    return [
        {title: [{plural: pages} for plural, pages in group]} if len(group) > 1 else dict(group)
        for title, group in groups.items()
    ]


def replace_pages(handwritten: Container[str], nav: Nav) -> Nav:
    """Return a navigation in which pages written by hand stand in the place of ours."""
    return [
        find_page(handwritten, item)
        if isinstance(item, str)
        else replace_pages_below(handwritten, item)
        for item in nav
    ]


def replace_pages_below(handwritten: Container[str], section: Section) -> Section:
    return {
        title: find_page(handwritten, pages)
        if isinstance(pages, str)
        else replace_pages(handwritten, pages)
        for title, pages in section.items()
    }
