"""What a search finds beside sections.

Each piece of an artifact, by its kind, its title and its own words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playbook.language import N_, _
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.pieces import collect_pieces
from playbook.model.part import Anchored
from playbook.model.traverse import walk
from playbook.parts.term import Term
from playbook.site.search_sections import Section, read_sections
from playbook.text.english import capitalize
from playbook.text.inline import Text

if TYPE_CHECKING:
    from playbook.source.document import Loc

UNMADE = 0.5
"""How much a page counts of which only the title is known."""
READ_AS = {"node": N_("Moment")}
FIELDS = {"title": {"boost": 10}, "text": {"boost": 1}, "tags": {"boost": 2}}
"""How much a word counts where it stands, for an engine without our plugin."""


@dataclass(frozen=True)
class Piece:
    """A piece of an artifact.

    Its page, its id there, what readers call it, its title, its words.
    """

    page: str
    id: str
    kind: str
    title: str
    words: tuple[str, ...]


def find_pieces(entry: Entry) -> Iterator[Piece]:
    """Yield each piece of an artifact that can be linked to, and the artifact itself without an id.

    The words of those inside it are their own.
    """
    own: list[str] = []
    open_: list[tuple[Loc, Anchored, list[str]]] = []
    for loc, value in walk(entry.artifact):
        while open_ and loc[: len(open_[-1][0])] != open_[-1][0]:
            yield make_piece(entry, *open_.pop()[1:])
        if isinstance(value, Anchored):
            open_.append((loc, value, []))
        elif isinstance(value, Text) and loc[-1] != "title":
            (open_[-1][2] if open_ else own).append(value.plain())
    while open_:
        yield make_piece(entry, *open_.pop()[1:])
    yield Piece(entry.page, "", _(entry.kind.title), entry.artifact.title.plain(), tuple(own))


def make_piece(entry: Entry, part: Anchored, words: list[str]) -> Piece:
    """Return a piece by its model and its words."""
    title = Text(getattr(part, "title", part.id)).plain()
    word = _(READ_AS.get(part.word, part.word))
    return Piece(entry.page, part.id, capitalize(word), title, tuple(words))


def list_synonyms(library: Library) -> tuple[tuple[str, ...], ...]:
    """Return each term of the glossaries with the other words for it."""
    return tuple(
        tuple(name.plain() for name in (term.piece.title, *term.piece.also))
        for term in collect_pieces(library, Term)
        if term.piece.also
    )


@dataclass
class PageText:
    """What a search reads of a page: its address, what it is, how much it counts, its sections."""

    url: str
    tags: Sequence[str]
    boost: float
    sections: list[Section]


def read_page(html: str, url: str, meta: Mapping[str, Any]) -> PageText | None:
    """Return what a search reads of a page, or None where its front matter leaves it out."""
    search = meta.get("search") or {}
    if search.get("exclude"):
        return None
    tags = tuple(str(tag) for tag in meta.get("tags") or ())
    return PageText(url, tags or (_("Page"),), search.get("boost", 1), read_sections(html))


def dump_page(page: PageText) -> list[Any]:
    """Return what a search reads of a page as JSON can say it."""
    return [page.url, list(page.tags), page.boost, [[*vars(it).values()] for it in page.sections]]


def load_page(kept: Sequence[Any]) -> PageText:
    """Return what was dumped."""
    url, tags, boost, sections = kept
    return PageText(url, tuple(tags), boost, [Section(*section) for section in sections])


def add_pieces(pages: Mapping[str, PageText], pieces: Iterable[Piece]) -> None:
    """Put each piece in the place of the section with its id, or at the end of its page."""
    for piece in pieces:
        if (page := pages.get(piece.page)) and piece.id:
            section = Section(piece.id, piece.title, list(piece.words), kind=piece.kind)
            places = [at for at, other in enumerate(page.sections) if other.id == piece.id]
            if places:
                page.sections[places[0]] = section
            else:
                page.sections.append(section)


def sketch_pages(
    titles: Mapping[str, tuple[str, str]], pieces: Sequence[Piece]
) -> dict[str, PageText]:
    """Return what is known of pages without making one: what their artifacts say.

    `titles` has the address and the title of each page, by its path.
    """
    pages = {
        path: PageText(url, (_("Page"),), UNMADE, [Section(title=title)])
        for path, (url, title) in titles.items()
    }
    for piece in pieces:
        if (page := pages.get(piece.page)) and not piece.id:
            page.tags, page.boost = (piece.kind,), 1
            page.sections[0].blocks = list(piece.words)
    add_pieces(pages, pieces)
    return pages
