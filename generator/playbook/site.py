"""Library -> Site: the list of files that the site is made of."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from playbook.by_hand import Nav, by_hand, standing
from playbook.calendars import calendars
from playbook.clubs import as_read
from playbook.drawing.cache import PictureCache
from playbook.drawing.drawing import Drawing
from playbook.entry import Entry
from playbook.feed import PATH as FEED
from playbook.feed import feed
from playbook.guidebook import REFERENCE, RULES, guidebook
from playbook.library import Library
from playbook.page import Pages
from playbook.problem import Problem
from playbook.redaction import redacted
from playbook.settings import Settings
from playbook.theme import STYLE, style
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
    left_out: frozenset[str] = frozenset()
    """The pages written by hand that are not published."""


def make_site(library: Library, settings: Settings, cache: PictureCache) -> Site:
    """Return the site of a library without errors; pages written by hand are not part of it."""
    whole = library
    if settings.extra.public:
        library = redacted(whole)
    pages = Pages(library)
    filled = {kind: as_read(library.of(kind), pages.clubs) for kind in library.kinds.values()}
    shelves = {kind: entries for kind, entries in filled.items() if entries}
    ways = ways_in(library, pages)
    files = [SiteFile(STYLE, style()), *(SiteFile(path, text) for path, text in ways.pages)]
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
        files += [file for entry in entries for file in told(entry, pages, cache)]
        if not kind.is_way_in:
            index = f"{kind.folder}/{HOME}"
            files.append(SiteFile(index, pages.render("section.md.jinja", index, kind=kind, entries=entries)))
            nav.append({kind.plural: [index, *(entry.page for entry in entries)]})
    kinds = tuple(library.kinds.values())
    files += [SiteFile(path, text) for path, text in guidebook(kinds, pages)]
    nav.append({"Reference": [REFERENCE, *(f"reference/{kind.name}.md" for kind in kinds), RULES]})
    written = library.by_hand
    own = [file for file in files if by_hand(written, file.path) is None]
    stands: Nav = [{title: standing_in(written, pages) for title, pages in each.items()} for each in nav]
    return Site(own, stands, frozenset(whole.by_hand) - frozenset(written))


def standing_in(written: Container[str], pages: str | list[str]) -> str | list[str]:
    """Return a section's pages as they stand in the end."""
    return standing(written, pages) if isinstance(pages, str) else [standing(written, each) for each in pages]


def with_problems(site: Site, library: Library, problems: list[Problem]) -> Site:
    """Return a site as it was, but for its home page, which says what has to be mended before there is a new one."""
    home = SiteFile(HOME, Pages(library).render("problems.md.jinja", HOME, problems=[str(each) for each in problems]))
    return Site(
        [home, *(file for file in site.files if file.path != HOME)], site.nav or [{"Home": HOME}], site.left_out
    )


def told(entry: Entry, pages: Pages, cache: PictureCache) -> Iterator[SiteFile]:
    """Yield an artifact's page, and the further ones that it has."""
    further = tuple(entry.kind.further(entry, pages.library))
    pictures = drawn(entry.kind.draw(entry.artifact), cache)
    yield SiteFile(entry.page, pages.artifact(entry, pictures, further), entry.source.path)
    for each in further:
        yield SiteFile(each.path, pages.further(entry, each, drawn(each.drawings, cache)), entry.source.path)


def drawn(drawings: Iterable[Drawing], cache: PictureCache) -> dict[str, Markup]:
    """Return the pictures by their names."""
    return {drawing.name: Markup(cache.picture(drawing)) for drawing in drawings}
