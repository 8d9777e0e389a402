"""The pages that lead to others: home, each kind's section, and the ways in."""

from collections.abc import Iterator
from functools import partial

from playbook.language import _
from playbook.library.entry import Entry
from playbook.library.kind import Kind
from playbook.site.build import Build
from playbook.site.growth_news import MOST_ON_HOME
from playbook.site.site_file import SiteFile
from playbook.site.social_card import HOME, locate_card, make_card


def make_index_files(build: Build) -> Iterator[SiteFile]:
    """Yield the ways in, the home page, and the picture that stands for that."""
    yield from build.ways_in.files
    yield SiteFile(HOME, partial(render_home, build), title=build.title)
    if build.settings.site_url:
        yield SiteFile(locate_card(HOME), partial(draw_card, build))


def make_section_files(kind: Kind, entries: list[Entry], build: Build) -> Iterator[SiteFile]:
    """Yield the page that shows all artifacts of a kind; a way in is linked from home instead."""
    if not kind.is_way_in:
        path = f"{kind.folder}/{HOME}"
        make = partial(build.pages.render, "section.md.jinja", path, kind=kind, entries=entries)
        yield SiteFile(path, make, title=_(kind.plural))


def render_home(build: Build) -> str:
    return build.pages.render(
        "home.md.jinja",
        HOME,
        title=build.title,
        settings=build.settings,
        shelves=build.shelves,
        ways=build.ways_in,
        clubs=build.pages.clubs,
        moving=build.pages.covers.in_motion(build.shelves.values()),
        kinds=tuple(build.library.kinds.values()),
        news=build.news[:MOST_ON_HOME],
    )


def draw_card(build: Build) -> bytes:
    """Return the picture that stands for the home page, as PNG."""
    settings = build.settings
    return make_card(
        settings.site_name, "", settings.extra.tagline, "", build.cache, look=build.settings.look
    )
