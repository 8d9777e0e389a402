"""Library -> Site: the list of files that the site is made of."""

from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from playbook.by_hand import Nav, by_hand, standing
from playbook.calendars import calendars
from playbook.clubs import as_read
from playbook.drawing.cache import PictureCache
from playbook.entry import Entry
from playbook.feed import PATH as FEED
from playbook.feed import feed
from playbook.guidebook import REFERENCE, RULES, guidebook
from playbook.library import Library
from playbook.page import Pages
from playbook.problem import Problem
from playbook.settings import Settings
from playbook.ways_in import INDEX, ways_in

HOME = "index.md"


@dataclass(frozen=True)
class SiteFile:
    """A file to be: its path from the site's root, its text, and the YAML it came from."""

    path: str
    content: str
    source: Path | None = None


@dataclass(frozen=True)
class Site:
    """Every generated file, and the order in which a reader meets the sections."""

    files: list[SiteFile]
    nav: Nav = field(default_factory=list)


def make_site(library: Library, settings: Settings, cache: PictureCache) -> Site:
    """Return the site of a library without errors; pages written by hand are not part of it."""
    pages = Pages(library)
    filled = {kind: as_read(library.of(kind), pages.clubs) for kind in library.kinds.values()}
    shelves = {kind: entries for kind, entries in filled.items() if entries}
    ways = ways_in(library, pages)
    files = [SiteFile(path, text) for path, text in ways.pages]
    shown = {"settings": settings, "shelves": shelves, "ways": ways, "clubs": pages.clubs}
    files.append(SiteFile(HOME, pages.render("home.md.jinja", HOME, **shown)))
    for year in pages.clubs:
        files += [SiteFile(path, text) for path, text in calendars(year, settings.site_url)]
    if pages.clubs:
        files.append(SiteFile(FEED, feed(pages.clubs, settings)))
    nav: Nav = [{"Home": HOME}]
    if ways.doors:
        nav.append({"Ways in": [INDEX, *(door.path for door in ways.doors)]})
    for kind, entries in shelves.items():
        files += [SiteFile(entry.page, page(entry, pages, cache), entry.source.path) for entry in entries]
        if not kind.is_way_in:
            index = f"{kind.folder}/{HOME}"
            files.append(SiteFile(index, pages.render("section.md.jinja", index, kind=kind, entries=entries)))
            nav.append({kind.plural: [index, *(entry.page for entry in entries)]})
    kinds = tuple(library.kinds.values())
    files += [SiteFile(path, text) for path, text in guidebook(kinds, pages)]
    nav.append({"Reference": [REFERENCE, *(f"reference/{kind.name}.md" for kind in kinds), RULES]})
    own = [file for file in files if by_hand(library.content, file.path) is None]
    return Site(own, [{title: standing_in(library.content, pages) for title, pages in each.items()} for each in nav])


def standing_in(content: Path, pages: str | list[str]) -> str | list[str]:
    """Return a section's pages as they stand in the end."""
    return standing(content, pages) if isinstance(pages, str) else [standing(content, each) for each in pages]


def with_problems(site: Site, library: Library, problems: list[Problem]) -> Site:
    """Return a site as it was, but for its home page, which says what has to be mended before there is a new one."""
    home = SiteFile(HOME, Pages(library).render("problems.md.jinja", HOME, problems=[str(each) for each in problems]))
    return Site([home, *(file for file in site.files if file.path != HOME)], site.nav or [{"Home": HOME}])


def page(entry: Entry, pages: Pages, cache: PictureCache) -> str:
    """Return an artifact's page with its pictures."""
    pictures = {drawing.name: Markup(cache.picture(drawing)) for drawing in entry.kind.draw(entry.artifact)}
    return pages.artifact(entry, pictures)
