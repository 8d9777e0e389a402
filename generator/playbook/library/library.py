"""All content together.

Ids, references, backlinks, and the problems that no single file can see.
"""

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property, partial
from itertools import chain
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
from playbook.library.references import Dangling, Unread, follow, resolve
from playbook.library.steps import Steps
from playbook.model.ref import Ref
from playbook.model.traverse import find_pieces
from playbook.parts.definitions import Definitions, collect_definitions
from playbook.shelves.choice import Shelves
from playbook.source.document import Loc, derive_id
from playbook.source.problem import Mark, Problem, limit_problems
from playbook.text.english import quoted
from playbook.text.inline import Referring

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
        self.mentions: dict[str, list[Mention]] = defaultdict(list)
        self.lacking = set[str]()
        """The artifacts that refer to what isn't there and need not be."""
        self.tags = Counter[str]()
        self.problems = sorted(
            [*self._read(), *self._take(), *self._connect(), *self._find_circles(), *self._judge()]
        )

    def with_entries(
        self, entries: Mapping[str, Entry], handwritten: Mapping[str, HandwrittenPage]
    ) -> "Library":
        """Return a library of these artifacts and pages, its references worked out anew."""
        library = copy(self)
        library.entries, library.handwritten = dict(entries), dict(handwritten)
        library.mentions, library.lacking = defaultdict(list), set()
        library._sorted, library._homes = {}, {}  # noqa: SLF001 - a copy of itself
        library.problems = sorted(library._connect())  # noqa: SLF001 - a copy of itself
        return library

    def of(self, kind: Kind) -> list[Entry]:
        """Return the artifacts of one kind, in the order of their titles."""
        if kind.name not in self._sorted:
            own = [entry for entry in self.entries.values() if entry.kind is kind]
            self._sorted[kind.name] = tuple(sorted(own, key=sort_by_title))
        return list(self._sorted[kind.name])

    def backlinks(self, entry: Entry) -> list[Entry]:
        """Return the other artifacts that refer to this one, each once."""
        others = {mention.entry.id: mention.entry for mention in self.mentions[entry.id]}
        return [others[name] for name in sorted(others) if name != entry.id]

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

    @cached_property
    def definitions(self) -> Definitions:
        """What is defined in all artifacts, by its word."""
        return collect_definitions(entry.artifact for entry in self.entries.values())

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
        if not self._homes:
            self._homes = {id(entry.artifact): entry for entry in self.entries.values()}
        return self._homes[id(artifact)]

    def _read(self) -> Iterator[Problem]:
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

    def _connect(self) -> Iterator[Problem]:
        for entry in self.entries.values():
            path = entry.source.path
            problems = (
                Problem(path, mark, dangling.code, str(dangling))
                for mark, dangling in self._follow(entry)
            )
            yield from limit_problems(problems, path)

    def _follow(self, entry: Entry) -> Iterator[tuple[Mark, Dangling]]:
        mentions = entry.recall_mentions(self.entries)
        if mentions is None:
            mentions = []
            is_sure = yield from self._follow_anew(entry, mentions)
            if is_sure:
                entry.keep_mentions(mentions)
        for mention in mentions:
            self.mentions[mention.target.entry.id].append(mention)

    def _follow_anew(
        self, entry: Entry, mentions: list[Mention]
    ) -> Generator[tuple[Mark, Dangling], None, bool]:
        """Add to an artifact's mentions; return whether each of its references leads somewhere.

        Those that don't may do so when another artifact is there.
        """
        is_sure = True
        for loc, value in find_pieces(entry.artifact, Referring):
            for ref in value.references():
                try:
                    target = follow(ref, entry, self.entries, self.unread)
                except Unread:
                    is_sure = False
                except Dangling as dangling:
                    is_sure = False
                    if self.may_lack(entry, ref):
                        self.lacking.add(entry.id)
                        continue
                    mark = find_reference(entry, loc, ref)
                    answer = self.shelves.explain_missing(ref)
                    yield mark, Dangling(dangling.code, partial(str, answer or dangling))
                else:
                    acyclic = isinstance(ref, Ref) and ref.acyclic
                    mentions.append(Mention(entry, target, loc, acyclic))
        return is_sure

    def _find_circles(self) -> Iterator[Problem]:
        return find_circles(chain.from_iterable(self.mentions.values()))

    def _judge(self) -> Iterator[Problem]:
        self.tags = Counter(
            tag for entry in self.entries.values() for tag in set(entry.artifact.tags)
        )
        for entry in self.own_entries:
            problems = self.steps.judge(entry, self.weights, self)
            yield from limit_problems(problems, entry.source.path)


def find_reference(entry: Entry, loc: Loc, ref: str) -> Mark:
    """Return where a value refers to an id: itself, or a place in its words."""
    source = entry.source
    return source.find_mark(loc) if isinstance(ref, Ref) else source.find_reference(loc, ref)


def sort_by_title(entry: Entry) -> tuple[bool, str, str]:
    """Return what an artifact is sorted by among those of its kind, the site's own first."""
    return entry.shelf is not None, entry.artifact.title.plain().casefold(), entry.id
