"""What a search finds beside sections.

Each piece of an artifact, by its kind, its title and its own words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from playbook.language import N_, _
from playbook.library.entry import Entry
from playbook.model.part import Anchored
from playbook.model.traverse import walk
from playbook.text.english import capitalize
from playbook.text.inline import Text

if TYPE_CHECKING:
    from playbook.source.document import Loc

READ_AS = {"node": N_("Moment")}
BOOST = 3
TOP = "#Top"
FIELDS = {"title": {"boost": 10}, "text": {"boost": 1}, "tags": {"boost": 2}}
"""How much a word counts where it stands, for an engine without our plugin; `mkdocs.yml` says the
same."""


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
    """Yield each piece of an artifact that can be linked to.

    The words of those inside it are their own.
    """
    open_: list[tuple[Loc, Anchored, list[str]]] = []
    for loc, value in walk(entry.artifact):
        while open_ and loc[: len(open_[-1][0])] != open_[-1][0]:
            yield make_piece(entry, *open_.pop()[1:])
        if isinstance(value, Anchored):
            open_.append((loc, value, []))
        elif open_ and isinstance(value, Text) and loc[-1] != "title":
            open_[-1][2].append(value.plain())
    while open_:
        yield make_piece(entry, *open_.pop()[1:])


def make_piece(entry: Entry, part: Anchored, words: list[str]) -> Piece:
    """Return a piece by its model and its words."""
    title = Text(getattr(part, "title", part.id)).plain()
    word = _(READ_AS.get(part.word, part.word))
    return Piece(entry.page, part.id, capitalize(word), title, tuple(words))


def index_pieces(
    docs: Iterable[Mapping[str, Any]], pieces: Iterable[Piece], urls: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return a search index's documents with one for each piece, each naming its kind.

    A page's opening, which the index holds beside its heading, joins what stands below that.
    """
    by_location = {doc["location"]: dict(doc) for doc in docs}
    for location in [location for location in by_location if location.endswith(TOP)]:
        if page := by_location.get(location.removesuffix(TOP)):
            page |= {
                "title": by_location[location]["title"],
                "text": by_location.pop(location)["text"],
            }
    for doc in by_location.values():
        doc["tags"] = doc.get("tags", [_("Page")])[: 1 if "#" in doc["location"] else None]
    for piece in pieces:
        if piece.page in urls:
            location = f"{urls[piece.page]}#{piece.id}"
            text = "".join(f"<p>{escape(words, quote=False)}</p>" for words in piece.words)
            title = escape(piece.title, quote=False)
            by_location[location] = {
                "location": location,
                "title": title,
                "text": text,
                "tags": [piece.kind],
                "boost": BOOST,
            }
    return list(by_location.values())
