"""An artifact of which something is known from an earlier run; it is read when it is looked at."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from playbook.library.entry import Entry, Fact, Links
from playbook.library.kind import Kind
from playbook.library.reads import note_read
from playbook.source.document import Source
from playbook.source.problem import Mark, Problem, Severity

Record = dict[str, Any]
"""What is known of an artifact, as JSON has it."""


class KeptEntry(Entry):
    """An artifact whose `artifact` and `parts` are read only when they are looked at."""

    def __init__(
        self,
        kind: Kind,
        source: Source,
        record: Record,
        load: Callable[[], Entry],
        note: Callable[[], None],
    ) -> None:
        self.kind, self.source, self.shelf, self.key = kind, source, None, ""
        self.record = record
        self._load, self._note = load, note
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
            self._note()
        fact: Fact = facts[name]
        return fact

    def keep_links(self, links: Links, entries: Mapping[str, Entry]) -> None:
        """Keep what it refers to."""
        super().keep_links(links, entries)
        self.record["links"] = [
            [shapes, links.targets, links.bonds] for shapes, links in self._links
        ]
        self._note()

    def derive(self, key: str, make: Callable[[], Entry | None]) -> Entry | None:
        """Return what is made of it, which is the same for the same key."""
        derived, fresh = self.record["derived"], None
        if not derived or derived["key"] != key:
            fresh = make()
            record = {} if fresh is self else describe_entry(fresh, []) if fresh else None
            derived = self.record["derived"] = {"key": key, "record": record}
            self._note()
        record = derived["record"]
        if not record:
            return None if record is None else self
        kept = KeptEntry(self.kind, self.source, record, partial(take, make), self._note)
        kept.shelf, kept.is_pruned = self.shelf, True
        if fresh:
            kept.read(fresh)
        return kept


def take(read: Callable[[], Entry | None]) -> Entry:
    """Return an artifact that could be read before."""
    entry = read()
    if entry is None:
        raise ValueError("an artifact could be read once, and can't be now")
    return entry


def describe_entry(entry: Entry, problems: Iterable[Problem]) -> Record:
    """Return what is known of an artifact that was read now."""
    return {
        "kind": entry.kind.name,
        "problems": [describe_problem(problem) for problem in problems],
        "words": dict(entry.words),
        "shape": entry.shape,
        "facts": {},
        "links": [],
        "verdict": None,
        "derived": None,
    }


def describe_problem(problem: Problem) -> list[Any]:
    """Return a problem as JSON has it, without the path."""
    return [*problem.mark, problem.code, problem.message, int(problem.severity), problem.name]


def list_problems(described: list[list[Any]], path: Path) -> Iterator[Problem]:
    """Yield problems with a file that were described."""
    for line, column, code, message, severity, name in described:
        yield Problem(path, Mark(line, column), code, message, Severity(severity), name)
