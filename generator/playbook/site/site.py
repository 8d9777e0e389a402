"""Library -> Site: the list of files that the site is made of."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from markupsafe import Markup

from playbook.clubs.calendars import calendars
from playbook.clubs.feed import PATH as FEED
from playbook.clubs.feed import feed
from playbook.clubs.schedule import sort_by_reading
from playbook.config.logo import PATH as LOGO
from playbook.config.settings import Settings
from playbook.content.handwritten import Nav, Section, find_handwritten, find_page
from playbook.drawing.cache import PictureCache
from playbook.drawing.drawing import Drawing
from playbook.drawing.links import to_files
from playbook.handouts.catalogue import Order, listing
from playbook.handouts.faults import print_faults
from playbook.handouts.printing import prints
from playbook.language import _, language, speaking
from playbook.library.entry import Entry
from playbook.library.kind import Kind
from playbook.library.library import Library
from playbook.library.subpage import make_subpages
from playbook.site.bundle import PICTURE, STYLE, picture_script, style
from playbook.site.catalogues import INDEX, ways_in
from playbook.site.reference_pages import REFERENCE, RULES, guidebook
from playbook.site.script_messages import WORDS, script
from playbook.site.search import Piece, pieces
from playbook.site.social_card import HOME, path_of, preview
from playbook.site.templates import Pages
from playbook.source.problem import Problem


@dataclass(frozen=True)
class SiteFile:
    """A file to be: its path from the site's root, its text or its bytes, and the YAML it came from."""

    path: str
    content: str | bytes
    source: Path | None = None


@dataclass(frozen=True)
class Site:
    """Every generated file, and the order in which a reader meets the sections."""

    files: list[SiteFile]
    nav: Nav = field(default_factory=list)
    pieces: tuple[Piece, ...] = ()
    """What a search finds beside the sections of the pages."""
    problems: tuple[Problem, ...] = ()
    """What could not be made, and is left out."""


def make_site(library: Library, settings: Settings, cache: PictureCache, *, directory_urls: bool = True) -> Site:
    """Return the site of a library without errors, in its language; pages written by hand are not part of it.

    `directory_urls` is MkDocs' `use_directory_urls`: whether a page's address is a folder, and not a file.
    """
    spoken = language(settings.theme.language)
    with speaking(spoken):
        site = site_of(library, settings, cache, directory_urls=directory_urls)
    return replace(site, files=[SiteFile(WORDS, script(spoken)), *site.files])


def site_of(library: Library, settings: Settings, cache: PictureCache, *, directory_urls: bool) -> Site:
    """Return the site in the language that is spoken."""
    every_print = list(prints(listing(library, settings, Order(), cache), cache))
    printed = [each for each in every_print if not each.fault]
    pages = Pages(library, cache.thumbnail, printed, previews=bool(settings.site_url))
    filled = {kind: sort_by_reading(library.of(kind), pages.clubs) for kind in library.kinds.values()}
    shelves = {kind: entries for kind, entries in filled.items() if entries}
    ways = ways_in(library, pages)
    look = settings.look
    files = [SiteFile(STYLE, style(look.light, look.dark)), SiteFile(LOGO, look.mark)]
    files.append(SiteFile(PICTURE, picture_script()))
    files += [SiteFile(path, text) for path, text in ways.pages]
    files += [SiteFile(each.path, each.content) for each in printed]
    shown = {"settings": settings, "shelves": shelves, "ways": ways, "clubs": pages.clubs}
    shown |= {"moving": pages.covers.in_motion(shelves.values()), "kinds": tuple(library.kinds.values())}
    files.append(SiteFile(HOME, pages.render("home.md.jinja", HOME, **shown)))
    if settings.site_url:
        cover = preview(settings.site_name, "", settings.extra.tagline, "", cache, fonts=library.fonts)
        files.append(SiteFile(path_of(HOME), cover))
    for year in pages.clubs:
        files += [SiteFile(path, text) for path, text in calendars(year, settings.site_url)]
    if pages.clubs:
        files.append(SiteFile(FEED, feed(pages.clubs, settings)))
    nav: Nav = [{_("Home"): HOME}]
    if ways.doors:
        nav.append({_("Ways in"): [INDEX, *(door.path for door in ways.doors)]})
    sections: list[tuple[Kind, Nav]] = []
    for kind, entries in shelves.items():
        files += [
            file for entry in entries for file in told(entry, pages, cache, settings, directory_urls=directory_urls)
        ]
        if not kind.is_way_in:
            index = f"{kind.folder}/{HOME}"
            files.append(SiteFile(index, pages.render("section.md.jinja", index, kind=kind, entries=entries)))
            sections.append((kind, [index, *(entry.page for entry in entries)]))
    kinds = tuple(library.kinds.values())
    files += [SiteFile(path, text) for path, text in guidebook(kinds, pages)]
    nav += tabs(sections)
    nav.append({_("Reference"): [REFERENCE, *(f"reference/{kind.name}.md" for kind in kinds), RULES]})
    written = library.handwritten
    own = [file for file in files if find_handwritten(written, file.path) is None]
    found = tuple(piece for entry in library.entries.values() for piece in pieces(entry))
    return Site(own, standing_in(written, nav), found, tuple(print_faults(every_print, library)))


def tabs(sections: Iterable[tuple[Kind, Nav]]) -> Nav:
    """Return a tab for each group of kinds, and one for each kind that is alone."""
    groups: dict[str, list[tuple[str, Nav]]] = {}
    for kind, pages in sections:
        groups.setdefault(_(kind.group or kind.plural), []).append((_(kind.plural), pages))
    return [
        {title: [{plural: pages} for plural, pages in held]} if len(held) > 1 else dict(held)
        for title, held in groups.items()
    ]


def standing_in(written: Container[str], nav: Nav) -> Nav:
    """Return the navigation with the pages as they stand in the end."""
    return [find_page(written, each) if isinstance(each, str) else standing_below(written, each) for each in nav]


def standing_below(written: Container[str], section: Section) -> Section:
    """Return a section with its pages as they stand in the end."""
    return {
        title: find_page(written, held) if isinstance(held, str) else standing_in(written, held)
        for title, held in section.items()
    }


def with_problems(site: Site, library: Library, problems: list[Problem]) -> Site:
    """Return a site as it was, but for its home page, which says what has to be mended before there is a new one."""
    home = SiteFile(HOME, Pages(library).render("problems.md.jinja", HOME, problems=[str(each) for each in problems]))
    files = [home, *(file for file in site.files if file.path != HOME)]
    return replace(site, files=files, nav=site.nav or [{"Home": HOME}])


def told(
    entry: Entry, pages: Pages, cache: PictureCache, settings: Settings, *, directory_urls: bool
) -> Iterator[SiteFile]:
    """Yield an artifact's page, those beside it, and the picture that stands for it."""
    subpages = tuple(make_subpages(entry, pages.library))
    drawings = tuple(entry.kind.draw(entry.artifact))

    def pictures(drawings: Iterable[Drawing], page: str) -> dict[str, Markup]:
        return drawn(drawings if directory_urls else (to_files(each, page) for each in drawings), cache)

    own = pictures(drawings, entry.page)
    yield SiteFile(entry.page, pages.render_artifact(entry, own, subpages), entry.source.path)
    if settings.site_url:
        shown = cache.picture(drawings[0]) if drawings else ""
        words = (entry.artifact.title.plain(), _(entry.kind.title), settings.site_name)
        yield SiteFile(path_of(entry.page), preview(*words, shown, cache, fonts=pages.library.fonts))
    for each in subpages:
        told_there = pages.render_subpage(entry, each, pictures(each.drawings, each.path))
        yield SiteFile(each.path, told_there, entry.source.path)


def drawn(drawings: Iterable[Drawing], cache: PictureCache) -> dict[str, Markup]:
    """Return the pictures by their names."""
    return {drawing.name: Markup(cache.picture(drawing)) for drawing in drawings}
