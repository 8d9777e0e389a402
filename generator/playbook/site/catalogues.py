"""The ways in: from what a team notices, has, recognises or doesn't understand, to the plays."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playbook.content.handwritten import find_page
from playbook.language import _
from playbook.library.library import Library
from playbook.library.pieces import IndexedPiece, collect
from playbook.parts.anti_pattern import THEMES, AntiPattern
from playbook.parts.exercise import Exercise
from playbook.parts.flow import Flow
from playbook.site.templates import Pages

if TYPE_CHECKING:
    from playbook.library.entry import Entry

INDEX, EXERCISES = "ways-in/index.md", "exercises/index.md"
ANTI_PATTERNS, TAGS = "anti-patterns/index.md", "tags/index.md"
UNTHEMED = "everything else"
SHOWN = (*THEMES, UNTHEMED)


@dataclass(frozen=True)
class CatalogueLink:
    """A page that leads to others: what it is called, what it is for, where it lies."""

    title: str
    about: str
    path: str


@dataclass(frozen=True)
class WaysIn:
    """The doors in the order of the site, the pages made for them, and the flows that stand on the home page."""

    doors: list[CatalogueLink]
    pages: list[tuple[str, str]]
    signs: list[IndexedPiece[Flow]]


def ways_in(library: Library, pages: Pages) -> WaysIn:
    """Return every way in that the library has something for."""
    guides = [entry for kind in library.kinds.values() if kind.is_way_in for entry in library.of(kind)]
    signs = [told for told in collect(library, Flow) if told.entry.kind.is_way_in]
    own = {
        entry.id: CatalogueLink(entry.artifact.title.plain(), entry.artifact.summary.plain(), entry.page)
        for entry in guides
    }
    made = list(catalogues(library, pages))
    posts = [own.pop(sign.entry.id) for sign in signs]
    doors = [*posts, *(door for _, door, _ in made), *own.values()]
    files = [(path, text) for path, _, text in made]
    if doors:
        files.append((INDEX, pages.render("ways-in.md.jinja", INDEX, doors=doors)))
    return WaysIn(doors, files, signs)


def catalogues(library: Library, pages: Pages) -> Iterator[tuple[str, CatalogueLink, str]]:
    """Yield the exercise finder, the anti-pattern catalogue and the tags: the path, the door and the page of each."""
    exercises = collect(library, Exercise)
    if exercises:
        door = CatalogueLink(
            _("Find an exercise"),
            _("All exercises, by the time, the people and the room you have."),
            find_page(library.handwritten, EXERCISES),
        )
        yield EXERCISES, door, pages.render("exercises.md.jinja", EXERCISES, door=door, exercises=exercises)
    told = collect(library, AntiPattern)
    if told:
        about = _("Every anti-pattern by theme. Tick what you recognise, and print it for the team.")
        door = CatalogueLink(_("Anti-patterns"), about, find_page(library.handwritten, ANTI_PATTERNS))
        themes = {theme: [each for each in told if (each.piece.theme or UNTHEMED) == theme] for theme in SHOWN}
        yield ANTI_PATTERNS, door, pages.render("anti-patterns.md.jinja", ANTI_PATTERNS, door=door, themes=themes)
    tagged: dict[str, list[Entry]] = defaultdict(list)
    for kind in library.kinds.values():
        for entry in library.of(kind):
            for tag in dict.fromkeys(entry.artifact.tags):
                tagged[tag].append(entry)
    if tagged:
        about = _("All that is about the same thing, of whatever kind.")
        door = CatalogueLink(_("Browse by tag"), about, find_page(library.handwritten, TAGS))
        yield TAGS, door, pages.render("tags.md.jinja", TAGS, door=door, tagged=dict(sorted(tagged.items())))
