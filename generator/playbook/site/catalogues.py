"""The ways in: from what a team notices, has, recognises or doesn't understand, to the plays."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from playbook.content.handwritten import find_page
from playbook.language import _
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.pieces import IndexedPiece, collect_pieces
from playbook.parts.anti_pattern import THEMES, AntiPattern
from playbook.parts.exercise import Exercise
from playbook.parts.flow import Flow
from playbook.site.site_file import SiteFile
from playbook.site.templates import PageRenderer

INDEX, EXERCISES = "ways-in/index.md", "exercises/index.md"
ANTI_PATTERNS, TAGS = "anti-patterns/index.md", "tags/index.md"
UNTHEMED = "everything else"


@dataclass(frozen=True)
class CatalogueLink:
    """A page that leads to others: what it is called, what it is for, where it lies."""

    title: str
    about: str
    path: str


@dataclass(frozen=True)
class WaysIn:
    """The links in the site's order, the pages made for them, and the home page's flows."""

    links: list[CatalogueLink]
    files: list[SiteFile]
    signs: list[IndexedPiece[Flow]]


def find_ways_in(library: Library, pages: PageRenderer) -> WaysIn:
    """Return every way in that the library has something for."""
    guides = [
        entry for kind in library.kinds.values() if kind.is_way_in for entry in library.of(kind)
    ]
    signs = [flow for flow in collect_pieces(library, Flow) if flow.entry.kind.is_way_in]
    own = {
        entry.id: CatalogueLink(
            entry.artifact.title.plain(), entry.artifact.summary.plain(), entry.page
        )
        for entry in guides
    }
    catalogues = list(find_catalogues(library, pages))
    sign_links = [own.pop(sign.entry.id) for sign in signs]
    links = [*sign_links, *(link for link, _ in catalogues), *own.values()]
    files = [file for _, file in catalogues]
    if links:
        make = partial(pages.render, "ways-in.md.jinja", INDEX, links=links)
        files.append(SiteFile(INDEX, make, title=_("Where to start")))
    return WaysIn(links, files, signs)


def find_catalogues(
    library: Library, pages: PageRenderer
) -> Iterator[tuple[CatalogueLink, SiteFile]]:
    """Yield the exercise finder, the anti-pattern catalogue and the tags, unless they are empty."""

    def make_catalogue(
        link: CatalogueLink, path: str, template: str, **values: Any
    ) -> tuple[CatalogueLink, SiteFile]:
        make = partial(pages.render, template, path, link=link, **values)
        return link, SiteFile(path, make, title=link.title)

    if exercises := collect_pieces(library, Exercise):
        about = _("All exercises, by the time, the people and the room you have.")
        link = CatalogueLink(
            _("Find an exercise"), about, find_page(library.handwritten, EXERCISES)
        )
        yield make_catalogue(link, EXERCISES, "exercises.md.jinja", exercises=exercises)
    if anti_patterns := collect_pieces(library, AntiPattern):
        about = _(
            "Every anti-pattern by theme. Tick what you recognise, and print it for the team."
        )
        link = CatalogueLink(
            _("Anti-patterns"), about, find_page(library.handwritten, ANTI_PATTERNS)
        )
        yield make_catalogue(
            link, ANTI_PATTERNS, "anti-patterns.md.jinja", themes=sort_by_theme(anti_patterns)
        )
    if tagged := find_tagged(library):
        about = _("Everything on the same topic, whatever its kind.")
        link = CatalogueLink(_("Browse by tag"), about, find_page(library.handwritten, TAGS))
        yield make_catalogue(link, TAGS, "tags.md.jinja", tagged=tagged)


def sort_by_theme(
    anti_patterns: list[IndexedPiece[AntiPattern]],
) -> dict[str, list[IndexedPiece[AntiPattern]]]:
    """Return the anti-patterns of each theme, those without one last."""
    by_theme: dict[str, list[IndexedPiece[AntiPattern]]] = {
        theme: [] for theme in (*THEMES, UNTHEMED)
    }
    for anti_pattern in anti_patterns:
        by_theme[anti_pattern.piece.theme or UNTHEMED].append(anti_pattern)
    return by_theme


def find_tagged(library: Library) -> dict[str, list[Entry]]:
    """Return the artifacts of each tag, the tags in the order of the alphabet."""
    tagged: dict[str, list[Entry]] = defaultdict(list)
    for kind in library.kinds.values():
        for entry in library.of(kind):
            for tag in dict.fromkeys(entry.artifact.tags):
                tagged[tag].append(entry)
    return dict(sorted(tagged.items()))
