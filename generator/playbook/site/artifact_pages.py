"""An artifact -> its page, those beside it, and the picture of its address where it is shared."""

from collections.abc import Iterable, Iterator
from functools import partial

from playbook.history.moment import History
from playbook.language import _
from playbook.library.entry import Entry
from playbook.library.reads import collect_reads
from playbook.library.subpage import SubPage, make_subpages
from playbook.site.build import Build
from playbook.site.growth import make_growth_page
from playbook.site.site_file import Origin, SiteFile
from playbook.site.social_card import locate_card, make_card


def make_artifact_files(entries: Iterable[Entry], build: Build) -> Iterator[SiteFile]:
    """Yield the files of each artifact."""
    for entry in entries:
        yield from make_files_of(entry, build)


def make_files_of(entry: Entry, build: Build) -> Iterator[SiteFile]:
    """Yield the files of one artifact."""
    with collect_reads() as reads:
        subpages = tuple(make_subpages(entry, build.library))
    reads |= {entry.id, *(other.id for other in build.library.backlinks(entry))}
    origin = Origin(
        entry.id,
        frozenset(reads | build.pages.club_reads),
        lambda: repr(build.handouts.find_offers(entry)),
    )
    make, title = partial(render_page, entry, subpages, build), entry.artifact.title.plain()
    source = entry.source.path if entry.shelf is None else None
    yield SiteFile(entry.page, make, source, title=title, origin=origin)
    if build.settings.site_url:
        yield SiteFile(locate_card(entry.page), partial(draw_card, entry, build))
    for subpage in subpages:
        make = partial(render_subpage, entry, subpage, build)
        yield SiteFile(subpage.path, make, source, origin=origin)
    if history := build.histories.get(entry.id):
        yield make_growth_file(entry, history, build)


def make_growth_file(entry: Entry, history: History, build: Build) -> SiteFile:
    """Return the page that tells how an artifact grew."""
    page = make_growth_page(entry, history, directory_urls=build.directory_urls)
    origin = Origin(entry.id, frozenset({entry.id}), lambda: repr(history))
    source = entry.source.path
    return SiteFile(page.path, partial(render_subpage, entry, page, build), source, origin=origin)


def render_page(entry: Entry, subpages: tuple[SubPage, ...], build: Build) -> str:
    pictures = build.draw_pictures(entry.drawings, entry.page)
    return build.pages.render_artifact(entry, pictures, subpages)


def render_subpage(entry: Entry, subpage: SubPage, build: Build) -> str:
    pictures = build.draw_pictures(subpage.drawings, subpage.path)
    return build.pages.render_subpage(entry, subpage, pictures)


def draw_card(entry: Entry, build: Build) -> bytes:
    """Return the picture that stands for an artifact's page, as PNG."""
    diagram = build.cache.draw_picture(entry.drawings[0]) if entry.drawings else ""
    title, kind = entry.artifact.title.plain(), _(entry.kind.title)
    return make_card(
        title, kind, build.settings.site_name, diagram, build.cache, look=build.settings.look
    )
