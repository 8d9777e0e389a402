"""The other artifacts of a library -> what a rule looked at of them, to see if that changed."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from playbook.fonts.fonts import Fonts
from playbook.system.kept_file import digest

if TYPE_CHECKING:
    from playbook.library.library import Library

Seen = dict[str, Any]
"""What was looked at, by its sort, as JSON has it."""


class Surroundings:
    """What rules may look at beside an artifact: a library, and what differs when it does."""

    def __init__(self, library: "Library") -> None:
        self.library = library
        self._around: dict[str, str] = {}

    def key(self, name: str) -> str:
        """Return what differs when an artifact's file does; nothing for an id that has none."""
        entry = self.library.entries.get(name)
        return entry.key if entry else ""

    def look_at(self, what: str) -> str:
        """Return what differs when something changes that no artifact says."""
        if what not in self._around:
            self._around[what] = AROUND[what](self.library)
        return self._around[what]

    def list_naming(self, name: str) -> list[str]:
        """Return the ids of the artifacts that refer to one."""
        entry = self.library.entries.get(name)
        return [other.id for other in self.library.backlinks(entry)] if entry else []

    def are_as(self, seen: Seen) -> bool:
        """Whether all that was looked at is as it was."""
        return (
            all(self.key(name) == before for name, before in seen["artifacts"].items())
            and all(self.list_naming(name) == before for name, before in seen["named"].items())
            and all(
                [*self.library.definers.get((sort, word), ())] == before
                for sort, word, before in seen["defined"]
            )
            and all(self.look_at(what) == before for what, before in seen["around"].items())
        )


class Witness:
    """The other artifacts of a library, that take note of what a rule looks at."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.surroundings = surroundings
        self.library = surroundings.library
        self.artifacts: dict[str, str] = {}
        self.named: dict[str, list[str]] = {}
        self.defined: list[list[Any]] = []
        self.around: dict[str, str] = {}

    @property
    def seen(self) -> Seen:
        """All that was looked at."""
        return {
            "artifacts": self.artifacts,
            "named": self.named,
            "defined": self.defined,
            "around": self.around,
        }

    @property
    def complete(self) -> bool:
        """Whether every file could be read."""
        self._note("complete")
        return self.library.complete

    @property
    def tags(self) -> Mapping[str, int]:
        """How many artifacts have each tag."""
        self._note("tags")
        return self.library.tags

    @property
    def fonts(self) -> Fonts:
        """The fonts of what is printed."""
        self._note("fonts")
        return self.library.fonts

    def __call__(self, name: str, /) -> Any:
        """Return an artifact by its id, or None when there is none that can be read."""
        self.artifacts[name] = self.surroundings.key(name)
        return self.library(name)

    def id_of(self, artifact: Any, /) -> str:
        """Return an artifact's id, which is its file's name."""
        return self.library.id_of(artifact)

    def naming(self, artifact: Any, /) -> list[Any]:
        """Return the artifacts that refer to this one."""
        name = self.library.id_of(artifact)
        self.named[name] = self.surroundings.list_naming(name)
        return [self(other) for other in self.named[name]]

    def find_definition(self, sort: type, word: str, /) -> tuple[str, Any]:
        """Return the id of the first artifact that defines a word, and its piece of this sort."""
        definer = self.library.definers.get((sort.__name__, word), ())
        self.defined.append([sort.__name__, word, [*definer]])
        return self.library.find_definition(sort, word)

    def _note(self, what: str) -> None:
        self.around[what] = self.surroundings.look_at(what)


AROUND: Mapping[str, Callable[["Library"], str]] = {
    "complete": lambda library: str(library.complete),
    "tags": lambda library: digest(repr([*library.tags.items()]).encode()).decode(),
    "fonts": lambda library: library.fonts.version,
}
"""What rules look at that no artifact says, by its name: what differs when it does."""
