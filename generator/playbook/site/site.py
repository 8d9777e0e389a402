"""Library -> Site: the files that the site is made of, each made when it is asked for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from playbook.assets import THEME
from playbook.clubs.calendars import build_calendar, list_calendars
from playbook.clubs.feed import PATH as FEED
from playbook.clubs.feed import build_feed
from playbook.config.logo import PATH as LOGO
from playbook.config.settings import Settings
from playbook.content.handwritten import Nav, find_handwritten
from playbook.drawing.cache import PictureCache
from playbook.language import SPOKEN, Language, load_language, use_language
from playbook.library.library import Library
from playbook.site.artifact_pages import make_artifact_files
from playbook.site.basis import Basis, describe_basis
from playbook.site.build import Build
from playbook.site.bundle import PICTURE, SEARCH, STYLE, join_scripts, make_style
from playbook.site.growth_news import list_feed_items
from playbook.site.index_pages import make_index_files, make_section_files
from playbook.site.navigation import make_nav
from playbook.site.reference_pages import make_reference_files
from playbook.site.script_messages import WORDS, make_script
from playbook.site.search import Piece, find_pieces, list_synonyms
from playbook.site.site_file import SiteFile
from playbook.site.social_card import HOME
from playbook.site.templates import PageRenderer
from playbook.source.problem import Problem

Generator = Callable[[], Iterable[SiteFile]]


@dataclass(frozen=True)
class Site:
    """Every generated file, and the order in which a reader meets the sections."""

    generators: tuple[Generator, ...] = ()
    """What yields the files; the printed sheets come last, since only a printed sheet is known to
    be one."""
    nav: Nav = field(default_factory=list)
    list_pieces: Callable[[], Iterable[Piece]] = tuple
    """Lists what a search finds beside the sections of the pages."""
    also: tuple[tuple[str, ...], ...] = ()
    """Groups of words that mean the same, by the glossaries."""
    find_faults: Callable[[], Iterable[Problem]] = tuple
    """Finds what can't be made, and is left out."""
    find_basis: Callable[[], Basis] | None = None
    """Finds what decides how the pages read."""
    find_sheet: Callable[[str], SiteFile] | None = None
    """Finds the printed sheet at a path, where sheets are no files of the site."""
    language: Language = field(default_factory=SPOKEN.get)

    @cached_property
    def files(self) -> list[SiteFile]:
        """All files."""
        return list(self._generate())

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """What a search finds beside the sections of the pages."""
        with use_language(self.language):
            return tuple(self.list_pieces())

    @cached_property
    def basis(self) -> Basis | None:
        """What decides how the pages read, where that is known."""
        if self.find_basis is None:
            return None
        with use_language(self.language):
            return self.find_basis()

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What can't be made, and is left out."""
        with use_language(self.language):
            return tuple(self.find_faults())

    def find(self, path: str) -> SiteFile:
        """Return the file at this path, without making another.

        Raises LookupError where there is none.
        """
        for file in self._generate():
            if file.path == path:
                return file
        raise LookupError(f"the site has no file '{path}'")

    def _generate(self) -> Iterator[SiteFile]:
        for generate in self.generators:
            with use_language(self.language):
                files = list(generate())
            yield from files


def make_site(
    library: Library,
    settings: Settings,
    cache: PictureCache,
    *,
    directory_urls: bool = True,
    on_demand: bool = False,
) -> Site:
    """Return the site of a library without errors, in its language.

    Pages written by hand are not part of it. `directory_urls` is MkDocs' `use_directory_urls`:
    whether a page's address is a folder, and not a file. With `on_demand` the printed sheets are
    not among its files: each is found, and printed, when it is asked for.
    """
    with use_language(load_language(settings.theme.language)):
        return assemble_site(Build(library, settings, cache, directory_urls, on_demand))


def assemble_site(build: Build) -> Site:
    """Return the site in the language that is spoken."""
    library, extra = build.library, build.settings.extra
    generators: list[Generator] = [
        partial(make_asset_files, build),
        partial(make_index_files, build),
        partial(make_club_files, build),
    ]
    for kind, entries in build.shelves.items():
        generators.append(partial(make_artifact_files, entries, build))
        generators.append(partial(make_section_files, kind, entries, build))
    if extra.reference:
        generators.append(partial(make_reference_files, tuple(library.kinds.values()), build.pages))
    if extra.handouts and not build.on_demand:
        generators.append(build.handouts.make_files)
    own = tuple(partial(leave_out_handwritten, generate, library) for generate in generators)
    list_pieces = partial(find_all_pieces, library)
    also = list_synonyms(library)
    find_sheet = build.handouts.find_file if build.on_demand else None
    return Site(
        generators=own,
        nav=make_nav(build),
        list_pieces=list_pieces,
        also=also,
        find_faults=build.handouts.find_faults,
        find_basis=partial(describe_basis, build),
        find_sheet=find_sheet,
    )


def find_all_pieces(library: Library) -> Iterator[Piece]:
    """Yield the pieces of each artifact."""
    for entry in library.entries.values():
        yield from find_pieces(entry)


def make_asset_files(build: Build) -> Iterator[SiteFile]:
    """Yield what pages load.

    The style sheet, the logo and the scripts that are put together for this site.
    """
    look, is_guest = build.settings.look, bool(build.settings.section)
    yield SiteFile(WORDS, partial(make_script, SPOKEN.get()))
    yield SiteFile(STYLE, partial(make_style, look.light, look.dark, is_guest=is_guest))
    yield SiteFile(PICTURE, partial(join_scripts, "picture"))
    if is_guest:
        for script in sorted((THEME / "site" / "assets").glob("*.js")):
            yield SiteFile(f"assets/{script.name}", script.read_bytes)
    else:
        yield SiteFile.with_content(LOGO, look.mark)
        yield SiteFile(SEARCH, partial(join_scripts, "search"))


def make_club_files(build: Build) -> Iterator[SiteFile]:
    """Yield the clubs' calendars, and the feed of what they read and what changed."""
    years = build.pages.clubs
    for year in years:
        for path, meetings in list_calendars(year):
            make = partial(build_calendar, year, meetings, build.settings.site_url)
            yield SiteFile(path, make)
    changes = [*list_feed_items(build.news, build.settings.site_url)]
    if years or changes:
        yield SiteFile(FEED, partial(build_feed, years, build.settings, changes))


def leave_out_handwritten(generate: Generator, library: Library) -> Iterator[SiteFile]:
    """Yield the files but those in whose place a page was written by hand."""
    return (file for file in generate() if find_handwritten(library.handwritten, file.path) is None)


def show_problems(site: Site, library: Library, problems: list[Problem]) -> Site:
    """Return a site as it was, with a home page that says what to fix for a new one."""
    lines = [str(problem) for problem in problems]
    home = SiteFile(
        HOME, partial(PageRenderer(library).render, "problems.md.jinja", HOME, problems=lines)
    )
    files = [home, *(file for file in site.files if file.path != HOME)]
    return replace(site, generators=(lambda: files,), nav=site.nav or [{"Home": HOME}])
