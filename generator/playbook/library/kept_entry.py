"""An artifact of which something is known from an earlier run; it is read when it is looked at."""

from collections.abc import Callable, Mapping
from typing import Any

from playbook.library.entry import Entry, Fact, Links
from playbook.library.kind import Kind
from playbook.library.reads import note_read
from playbook.source.document import Source

Record = dict[str, Any]
"""What is known of an artifact, as JSON has it."""


class KeptEntry(Entry):
    """An artifact whose `artifact` and `parts` are read only when they are looked at."""

    def __init__(
        self, kind: Kind, source: Source, key: str, record: Record, load: Callable[[], Entry]
    ) -> None:
        self.kind, self.source, self.shelf, self.key = kind, source, None, key
        self.record = record
        self._load = load
        self._drawings = {}
        self._links = [
            (shapes, Links(tuple(targets), tuple((name, tuple(loc)) for name, loc in bonds)))
            for shapes, targets, bonds in record["links"]
        ]
        self.__post_init__()

    def __getattr__(self, name: str) -> Any:
        """Return what is missing until the file is read."""
        if name not in {"content", "pieces"}:
            raise AttributeError(name)
        self.read(self._load())
        return self.__dict__[name]

    def read(self, entry: Entry) -> None:
        """Take what the file says from an entry that was read."""
        self.content, self.pieces = entry.content, entry.pieces

    @property
    def words(self) -> Mapping[str, str]:
        """What readers call its pieces, by their ids."""
        note_read(self.id)
        words: Mapping[str, str] = self.record["words"]
        return words

    @property
    def shape(self) -> str:
        """What is the same as long as each reference to it leads to the same."""
        return str(self.record["shape"])

    def recall(self, find: Callable[[Any], Fact]) -> Fact:
        """Return what a function finds in its artifact: what JSON has, too."""
        note_read(self.id)
        facts, name = self.record["facts"], f"{find.__module__}.{find.__qualname__}"
        if name not in facts:
            facts[name] = super().recall(find)
            self.record["is_new"] = True
        fact: Fact = facts[name]
        return fact

    def keep_links(self, links: Links, entries: Mapping[str, Entry]) -> None:
        """Keep what it refers to."""
        super().keep_links(links, entries)
        self.record["links"] = [
            [shapes, links.targets, links.bonds] for shapes, links in self._links
        ]
        self.record["is_new"] = True
