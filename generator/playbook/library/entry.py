"""One artifact in the library, and what refers to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playbook.language import SPOKEN, Language
from playbook.library.kind import Kind
from playbook.model.part import Anchored
from playbook.model.traverse import find_pieces
from playbook.shelves.shelf import Shelf
from playbook.source.document import Loc, Source
from playbook.source.problem import Problem

if TYPE_CHECKING:
    from playbook.drawing.drawing import Drawing


@dataclass(eq=False)
class Entry:
    """An artifact with where it was written and its pieces by id."""

    kind: Kind
    source: Source
    artifact: Any
    parts: dict[str, Anchored] = field(default_factory=dict)
    shelf: Shelf | None = None
    """The shelf that it is taken from; None for the site's own."""
    id: str = field(init=False)
    """The artifact's id, which is its file's name."""

    _drawings: dict[Language, tuple["Drawing", ...]] = field(
        default_factory=dict, init=False, repr=False
    )

    _mentions: "list[tuple[dict[str, Entry], list[Mention]]]" = field(
        default_factory=list, init=False, repr=False
    )
    """What it was last found to refer to, and the artifacts that this depends on."""

    def __post_init__(self) -> None:
        self.id = self.source.id

    @property
    def page(self) -> str:
        """The path of the artifact's page, from the site's root."""
        return f"{self.kind.folder}/{self.id}.md"

    def with_artifact(self, artifact: Any) -> "Entry":
        """Return what this is with what is left of its artifact."""
        changed = Entry(self.kind, self.source, artifact, shelf=self.shelf)
        list(changed.collect_parts())
        return changed

    @property
    def drawings(self) -> tuple["Drawing", ...]:
        """Its pictures in the language that is spoken, made once for each."""
        spoken = SPOKEN.get()
        if spoken not in self._drawings:
            self._drawings[spoken] = tuple(self.kind.draw(self.artifact))
        return self._drawings[spoken]

    def recall_mentions(self, entries: "Mapping[str, Entry]") -> "list[Mention] | None":
        """Return what it refers to, where that was worked out before and nothing of it changed."""
        for targets, mentions in self._mentions:
            if all(entries.get(name) is target for name, target in targets.items()):
                return mentions
        return None

    def keep_mentions(self, mentions: "list[Mention]") -> None:
        """Keep what it refers to, all of which is there.

        Twice, since a preview asks for a whole library and for what is public of it.
        """
        targets = {mention.target.entry.id: mention.target.entry for mention in mentions}
        self._mentions = [(targets, mentions), *self._mentions[:1]]

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
                        f"the title gives the id '{value.id}', as does that of the {value.word} "
                        f"on line {line}: "
                        "add 'id:' with an id of its own"
                    )
                yield Problem(self.source.path, self.source.find_mark(place), "REF001", message)
            else:
                seen[value.id] = loc
                self.parts[value.id] = value


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
    acyclic: bool = False
