"""One artifact in the library, and what refers to it."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from playbook.language import SPOKEN, Language
from playbook.library.kind import Kind
from playbook.library.reads import note_read
from playbook.model.part import Anchored
from playbook.model.traverse import find_pieces, remember
from playbook.shelves.shelf import Shelf
from playbook.source.document import Loc, Source
from playbook.source.problem import Problem

if TYPE_CHECKING:
    from playbook.drawing.drawing import Drawing

Fact = TypeVar("Fact")


@dataclass(frozen=True)
class Links:
    """What an artifact refers to, all of which is there."""

    targets: tuple[str, ...]
    """The other artifacts that it refers to, each once."""
    bonds: tuple[tuple[str, Loc], ...]
    """What it is made from, and where it says so: nothing is made from itself."""


class NotedArtifact:
    """What an artifact says; it is noted that it is read."""

    def __get__(self, entry: "Entry | None", _: type) -> Any:
        if entry is None:  # for the dataclass: it has no default
            raise AttributeError
        note_read(entry.id)
        return entry.content

    def __set__(self, entry: "Entry", artifact: Any) -> None:
        entry.content = artifact


@dataclass(eq=False)
class Entry:
    """An artifact with where it was written and its pieces by id."""

    kind: Kind
    source: Source
    artifact: Any = NotedArtifact()
    shelf: Shelf | None = None
    """The shelf that it is taken from; None for the site's own."""
    key: str = field(default="", kw_only=True)
    """What differs when its file does, where something is kept of it."""
    id: str = field(init=False)
    """The artifact's id, which is its file's name."""
    content: Any = field(init=False, repr=False)
    """The artifact, for who doesn't show what it says."""
    is_pruned: bool = field(default=False, init=False)
    """Whether it says less than its file."""

    pieces: dict[str, Anchored] = field(default_factory=dict, init=False, repr=False)
    """Its pieces by their ids, for the same."""

    _drawings: dict[Language, tuple["Drawing", ...]] = field(
        default_factory=dict, init=False, repr=False
    )

    _links: list[tuple[dict[str, str], Links]] = field(default_factory=list, init=False, repr=False)
    """What it was last found to refer to, with the shapes of the artifacts that this depends on."""

    def __post_init__(self) -> None:
        self.id = self.source.id

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.recall(get_visibility) == "public"

    @property
    def page(self) -> str:
        """The path of the artifact's page, from the site's root."""
        return f"{self.kind.folder}/{self.id}.md"

    @property
    def parts(self) -> dict[str, Anchored]:
        """Its pieces by their ids."""
        note_read(self.id)
        return self.pieces

    @cached_property
    def digest(self) -> str:
        """What stands for all that it says."""
        text = self.content.model_dump_json() if self.is_pruned else self.source.text
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()

    def with_artifact(self, artifact: Any) -> "Entry":
        """Return what this is with what is left of its artifact."""
        changed = Entry(self.kind, self.source, artifact, shelf=self.shelf)
        changed.is_pruned = True
        list(changed.collect_parts())
        return changed

    @property
    def drawings(self) -> tuple["Drawing", ...]:
        """Its pictures in the language that is spoken, made once for each."""
        spoken = SPOKEN.get()
        note_read(self.id)
        if spoken not in self._drawings:
            self._drawings[spoken] = tuple(self.kind.draw(self.artifact))
        return self._drawings[spoken]

    @property
    def is_read(self) -> bool:
        """Whether its artifact has been looked at."""
        return "content" in self.__dict__

    @property
    def words(self) -> Mapping[str, str]:
        """What readers call its pieces, by their ids."""
        note_read(self.id)
        return self._words

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {name: piece.word for name, piece in self.parts.items()}

    @property
    def shape(self) -> str:
        """What is the same as long as each reference to it leads to the same."""
        return self._shape

    @cached_property
    def _shape(self) -> str:
        described = json.dumps([self.kind.name, self.words], sort_keys=True)
        return hashlib.sha256(described.encode()).hexdigest()

    def recall(self, find: Callable[[Any], Fact]) -> Fact:
        """Return what a function finds in its artifact: what JSON has, too."""
        return remember(self.artifact, find)

    def derive(self, key: str, make: "Callable[[], Entry | None]") -> "Entry | None":
        """Return what is made of it, which is the same for the same key."""
        del key
        return make()

    def recall_links(self, entries: "Mapping[str, Entry]") -> Links | None:
        """Return what it refers to, where that was worked out before and still leads there."""
        for shapes, links in self._links:
            if all(name in entries and entries[name].shape == shapes[name] for name in shapes):
                return links
        return None

    def keep_links(self, links: Links, entries: "Mapping[str, Entry]") -> None:
        """Keep what it refers to.

        Twice, since a preview asks for a whole library and for what is public of it.
        """
        shapes = {name: entries[name].shape for name in links.targets}
        self._links = [(shapes, links), *self._links[:1]]

    def collect_parts(self) -> Iterator[Problem]:
        """Fill in `parts`; yield a problem for each id that is given twice."""
        seen: dict[str, Loc] = {}
        for loc, value in find_pieces(self.artifact, Anchored):
            if value.id in seen:
                line = self.source.find_mark(seen[value.id]).line
                place = (*loc, "id")
                message = (
                    f"'{value.id}' is already the id of the {value.word} on line {line}: "
                    "give this one its own"
                )
                if self.source.find_key(place) != "id":
                    message = (
                        f"this title gives the id '{value.id}', and so does that of the "
                        f"{value.word} on line {line}: "
                        "add 'id:' with an id of its own"
                    )
                yield Problem(self.source.path, self.source.find_mark(place), "REF001", message)
            else:
                seen[value.id] = loc
                self.parts[value.id] = value


def get_visibility(artifact: Any) -> str:
    """Return who may see an artifact."""
    return str(artifact.visibility)


@dataclass(frozen=True)
class Target:
    """Where a reference leads: an artifact, or a piece of one."""

    entry: Entry
    part: str = ""

    @property
    def title(self) -> str:
        """The words to show for it."""
        titled = self.entry.parts[self.part] if self.part else self.entry.artifact
        return str(getattr(titled, "title", self.part))

    @property
    def noun(self) -> str:
        """What readers call such a thing."""
        return self.entry.parts[self.part].word if self.part else self.entry.kind.title.lower()


@dataclass(frozen=True)
class Mention:
    """One artifact referring to another, and where it does."""

    entry: Entry
    target: Target
    loc: Loc
