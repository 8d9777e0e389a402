"""All content together.

Ids, references, backlinks, and the problems that no single file can see.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from playbook.config.audiences import Audience
from playbook.content.file_names import ARTIFACTS
from playbook.content.handwritten import HandwrittenPage, find_handwritten, read_pages
from playbook.content.inventory import Inventory, take_inventory
from playbook.fonts.fonts import FONTS, Fonts
from playbook.library.circles import find_circles
from playbook.library.entry import Entry, Mention, Target
from playbook.library.from_shelves import take_from_shelves
from playbook.library.kind import Kind
from playbook.library.links import Connections, Fault, connect
from playbook.library.references import follow_all, resolve
from playbook.library.steps import Steps
from playbook.model.ref import Ref
from playbook.parts.definitions import get_definition, list_defined
from playbook.shelves.choice import Shelves
from playbook.source.document import derive_id
from playbook.source.problem import Mark, Problem, limit_problems
from playbook.text.english import quoted

STEPS = Steps()
NONE = Shelves()


class Library:
    """Every artifact below a content folder, and every problem found there.

    `weights` say how much a rule matters, `audiences` whom the team shows its work to,
    `fonts` are what is printed in, `steps` look at one file, `shelves` have more artifacts.
    """

    def __init__(  # noqa: PLR0913 - what a library is made of, by name
        self,
        content: Path | Inventory,
        kinds: Iterable[Kind],
        weights: Mapping[str, str] = MappingProxyType({}),
        audiences: tuple[Audience, ...] = (),
        *,
        fonts: Fonts = FONTS,
        steps: Steps = STEPS,
        shelves: Shelves = NONE,
    ) -> None:
        self.inventory = content if isinstance(content, Inventory) else take_inventory(content)
        self.content = self.inventory.content
        self.weights = weights
        self.audiences = audiences
        self.fonts = fonts
        self.steps = steps
        self.shelves = shelves
        self.kinds = {kind.name: kind for kind in kinds}
        self.entries: dict[str, Entry] = {}
        self._sorted: dict[str, tuple[Entry, ...]] = {}
        self._homes: dict[int, Entry] = {}
        self.handwritten, self.page_problems = read_pages(self.inventory)
        self.unread = {
            derive_id(problem.path)
            for problem in self.inventory.problems
            if problem.path.suffix.lower() in ARTIFACTS
        }
        self.lacking = set[str]()
        """The artifacts that refer to what isn't there and need not be."""
        self.tags = Counter[str]()
        self.problems = sorted(
            [
                *self._read(),
                *self._take(),
                *self._find_dangling(),
                *find_circles(self.connections.bonds),
                *self._judge(),
            ]
        )

    def with_entries(
        self, entries: Mapping[str, Entry], handwritten: Mapping[str, HandwrittenPage]
    ) -> "Library":
        """Return a library of these artifacts and pages, its references worked out anew."""
        library = copy(self)
        library.entries, library.handwritten = dict(entries), dict(handwritten)
        library.lacking = set()
        library._sorted, library._homes = {}, {}  # noqa: SLF001 - a copy of itself
        for name in ("definers", "connections", "problems"):
            library.__dict__.pop(name, None)
        return library

    @cached_property
    def problems(self) -> list[Problem]:
        """What is wrong with it; where it was made of another library, with its references."""
        return sorted(self._find_dangling())

    @cached_property
    def connections(self) -> Connections:
        """What refers to what."""
        return connect(self.entries, self.unread)

    def of(self, kind: Kind) -> list[Entry]:
        """Return the artifacts of one kind, in the order of their titles."""
        if kind.name not in self._sorted:
            own = [entry for entry in self.entries.values() if entry.kind is kind]
            self._sorted[kind.name] = tuple(sorted(own, key=sort_by_title))
        return list(self._sorted[kind.name])

    def backlinks(self, entry: Entry) -> list[Entry]:
        """Return the other artifacts that refer to this one, each once."""
        return sorted(self.connections.referring.get(entry.id, ()), key=attrgetter("id"))

    def find_mentions(self, entry: Entry) -> list[Mention]:
        """Return where an artifact refers to what is there."""
        return [
            Mention(entry, target, loc)
            for loc, _, target in follow_all(entry, self.entries, self.unread)
            if isinstance(target, Target)
        ]

    def resolve(self, entry: Entry, ref: str) -> Target:
        """Return where `ref`, written in `entry`, leads; raises Dangling when that is nowhere."""
        return resolve(ref, entry, self.entries, self.unread)

    def may_lack(self, entry: Entry | None, ref: str) -> bool:
        """Whether an artifact, or a page, may refer to what isn't there; that is then cut."""
        if entry and entry.shelf:
            return True
        return self.shelves.may_lack(ref, entry.source.text if entry else "")

    @property
    def own_entries(self) -> list[Entry]:
        """The site's own artifacts, and not those of shelves: what its team answers for."""
        return [entry for entry in self.entries.values() if entry.shelf is None]

    def list_files(self) -> list[Path]:
        """Return the files that were read."""
        shelved = (path for shelf in self.shelves.wanted for path in shelf.files.values())
        return [*self.inventory.artifacts, *shelved]

    def find_definition(self, sort: type, word: str) -> tuple[str, Any]:
        """Return the id of the first artifact that defines a word, and its piece of this sort."""
        name, _ = self.definers[sort.__name__, word]
        return name, get_definition(self.entries[name].artifact, sort, word)

    @cached_property
    def definers(self) -> Mapping[tuple[str, str], tuple[str, str]]:
        """By the sort of a piece and a word the first artifact that defines it.

        That is its id, and what differs when the piece does.
        """
        definers: dict[tuple[str, str], tuple[str, str]] = {}
        for entry in self.entries.values():
            for sort, word, digest in entry.recall(list_defined):
                definers.setdefault((sort, word), (entry.id, digest))
        return definers

    @property
    def complete(self) -> bool:
        """Whether every file could be read."""
        return not self.unread

    def __call__(self, name: str) -> Any:
        """Return the artifact of this id, or None when there is none that can be read."""
        entry = self.entries.get(name)
        return entry.artifact if entry else None

    def id_of(self, artifact: Any) -> str:
        """Return an artifact's id, which is its file's name."""
        return self._find_entry(artifact).id

    def naming(self, artifact: Any) -> list[Any]:
        """Return the artifacts that refer to this one."""
        return [other.artifact for other in self.backlinks(self._find_entry(artifact))]

    def _find_entry(self, artifact: Any) -> Entry:
        if id(artifact) not in self._homes:
            read = (entry for entry in self.entries.values() if entry.is_read)
            self._homes = {id(entry.content): entry for entry in read}
        return self._homes[id(artifact)]

    def _read(self) -> Iterator[Problem]:
        self.steps.prepare(self.inventory.artifacts, self.content)
        first: dict[str, Path] = {}
        names = {derive_id(path) for path in self.inventory.artifacts}
        for path in self.inventory.artifacts:
            name = derive_id(path)
            if name in first:
                other = first[name].relative_to(self.content).as_posix()
                message = f"{quoted(name)} is already the id of {other}: rename one of the files"
                yield Problem(path, Mark(), "REF001", message)
                continue
            first[name] = path
            entry, problems = self.steps.read(path, self.content, self.kinds, names)
            yield from problems
            if entry:
                self.entries[entry.id] = entry
                if page := find_handwritten(self.handwritten, entry.page):
                    message = (
                        f"'{page}' is written by hand and would be this artifact's page: "
                        "rename one of the two"
                    )
                    yield Problem(path, Mark(), "REF007", message)
            else:
                self.unread.add(name)

    def _take(self) -> Iterator[Problem]:
        """Put the artifacts of shelves beside the site's own, whose ids are theirs."""
        if self.shelves.wanted:
            own = {derive_id(path) for path in self.inventory.artifacts}
            yield from take_from_shelves(self.shelves, self.entries, own, self.kinds, self.steps)

    def _find_dangling(self) -> Iterator[Problem]:
        for entry, faults in self.connections.faults:
            yield from limit_problems(self._report(entry, faults), entry.source.path)

    def _report(self, entry: Entry, faults: Iterable[Fault]) -> Iterator[Problem]:
        source = entry.source
        for loc, ref, fault in faults:
            if self.may_lack(entry, ref):
                self.lacking.add(entry.id)
                continue
            is_whole = isinstance(ref, Ref)
            mark = source.find_mark(loc) if is_whole else source.find_reference(loc, ref)
            message = self.shelves.explain_missing(ref) or str(fault)
            yield Problem(source.path, mark, fault.code, message)

    def _judge(self) -> Iterator[Problem]:
        self.tags = Counter(
            tag for entry in self.entries.values() for tag in dict.fromkeys(entry.recall(list_tags))
        )
        for entry in self.own_entries:
            problems = self.steps.judge(entry, self.weights, self)
            yield from limit_problems(problems, entry.source.path)


def list_tags(artifact: Any) -> list[str]:
    """Return what an artifact is about."""
    return [str(tag) for tag in artifact.tags]


def sort_by_title(entry: Entry) -> tuple[bool, str, str]:
    """Return what an artifact is sorted by among those of its kind, the site's own first."""
    return entry.shelf is not None, entry.artifact.title.plain().casefold(), entry.id
