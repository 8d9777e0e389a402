"""What a search finds beside sections: each piece of an artifact, by its kind, its title and its own words."""

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
"""How much a word counts where it stands, for an engine without our plugin; `mkdocs.yml` says the same."""


@dataclass(frozen=True)
class Piece:
    """A piece of an artifact: its page, its id there, what readers call it, its title, its words."""

    page: str
    id: str
    kind: str
    title: str
    words: tuple[str, ...]


def pieces(entry: Entry) -> Iterator[Piece]:
    """Yield each piece of an artifact that can be linked to; the words of those inside it are their own."""
    open_: list[tuple[Loc, Anchored, list[str]]] = []
    for loc, value in walk(entry.artifact):
        while open_ and loc[: len(open_[-1][0])] != open_[-1][0]:
            yield piece(entry, *open_.pop()[1:])
        if isinstance(value, Anchored):
            open_.append((loc, value, []))
        elif open_ and isinstance(value, Text) and loc[-1] != "title":
            open_[-1][2].append(value.plain())
    while open_:
        yield piece(entry, *open_.pop()[1:])


def piece(entry: Entry, part: Anchored, words: list[str]) -> Piece:
    """Return a piece by its model and its words."""
    title = Text(getattr(part, "title", part.id)).plain()
    word = _(READ_AS.get(part.word, part.word))
    return Piece(entry.page, part.id, capitalize(word), title, tuple(words))


def tell_kinds(
    docs: Iterable[Mapping[str, Any]], found: Iterable[Piece], urls: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return a search index's documents with one for each piece, each document telling what kind of thing it is.

    A page's opening, which the index holds beside its heading, joins what stands below that.
    """
    made = {doc["location"]: dict(doc) for doc in docs}
    for location in [each for each in made if each.endswith(TOP)]:
        if page := made.get(location.removesuffix(TOP)):
            page |= {"title": made[location]["title"], "text": made.pop(location)["text"]}
    for doc in made.values():
        doc["tags"] = doc.get("tags", [_("Page")])[: 1 if "#" in doc["location"] else None]
    for each in found:
        if each.page in urls:
            location = f"{urls[each.page]}#{each.id}"
            text = "".join(f"<p>{escape(words, quote=False)}</p>" for words in each.words)
            title = escape(each.title, quote=False)
            made[location] = {"location": location, "title": title, "text": text, "tags": [each.kind], "boost": BOOST}
    return list(made.values())
