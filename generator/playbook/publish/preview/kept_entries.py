"""Artifacts that are read again only when their files say something else."""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from playbook.library.entry import Entry
from playbook.library.kind import Kind
from playbook.library.lint import apply_rules
from playbook.library.loader import read_entry
from playbook.publish.preview.snapshot import State, describe_state
from playbook.rules.rule import Others
from playbook.source.document import MAX_BYTES, derive_id
from playbook.source.problem import Problem, limit_problems
from playbook.system.untrusted_file import read_bytes

if TYPE_CHECKING:
    from playbook.source.kept_values import KeptValues


COARSEST = 2_000_000_000
"""Nanoseconds: the coarsest time of a file that a disk in use notes, which is FAT's."""


class KeptEntries:
    """The artifacts as they were last read, those too whose files are broken now."""

    def __init__(self) -> None:
        self.entries: dict[Path, tuple[bytes, Entry, list[Problem]]] = {}
        self.states: dict[Path, State | None] = {}
        """By the file of an artifact how it was on the disk when it was read."""
        self.verdicts: dict[Path, tuple[Entry, Mapping[str, str], list[Problem]]] = {}
        """By the file of an artifact what its rules found, with these weights."""
        self.kept: KeptValues | None = None
        """What earlier runs know of files, which are asked the first time."""
        self.is_first = True
        self.fresh = set[Path]()
        """The files that were read this time, and not the first time of all."""
        self.broken: dict[Path, list[Problem]] = {}
        """By the file of an artifact why it can't be read now."""
        self.renamed: dict[str, str] = {}
        """By the id that an artifact had, the one it has now."""

    def read(
        self, path: Path, content: Path, kinds: Mapping[str, Kind], names: Collection[str]
    ) -> tuple[Entry | None, list[Problem]]:
        """Return the artifact in a file, or what it last was, and every problem in the file."""
        state, old = describe_state(path), self.entries.get(path)
        if old and state and self.states.get(path) == state:
            return old[1:]
        self.states.pop(path, None)
        self.broken.pop(path, None)
        digest = digest_file(path)
        if old and old[0] == digest:
            self.remember_state(path, state)
            return old[1:]
        kept = self.kept if self.is_first else None
        entry, problems = read_entry(path, content, kinds, names, kept)
        if entry and digest == digest_file(path):  # else it was written to meanwhile
            self.entries[path] = (digest, entry, problems)
            self.remember_state(path, state)
            if not self.is_first:
                self.fresh.add(path)
        if entry is None:
            self.broken[path] = problems
            self.verdicts.pop(path, None)
        return entry or (old[1] if old else None), problems

    def remember_state(self, path: Path, state: State | None) -> None:
        """Remember how a file is on the disk, unless the next edit could leave it looking so."""
        if state and time.time_ns() - max(state[:2]) > COARSEST:
            self.states[path] = state

    def judge(self, entry: Entry, weights: Mapping[str, str], others: Others) -> Iterable[Problem]:
        """Return what the rules find in an artifact, or found before another one changed.

        Nothing of one that was read before and not judged yet, as pages need no rules.
        """
        kept = self.recall(entry, weights)
        if kept is None and entry.source.path in self.fresh:
            return self.judge_anew(entry, weights, others)
        return kept or []

    def recall(self, entry: Entry, weights: Mapping[str, str]) -> list[Problem] | None:
        """Return what the rules found in an artifact, or None if they were not asked."""
        verdict = self.verdicts.get(entry.source.path)
        return verdict[2] if verdict and verdict[0] is entry and verdict[1] == weights else None

    def judge_anew(self, entry: Entry, weights: Mapping[str, str], others: Others) -> list[Problem]:
        """Return what the rules find in an artifact now; nothing where it is what it last was."""
        path = entry.source.path
        rules = () if path in self.broken else apply_rules(entry, weights, others)
        problems = list(limit_problems(rules, path))
        self.verdicts[path] = entry, weights, problems
        return problems

    def leave_out_stale(
        self, problems: Iterable[Problem], known: Collection[Problem]
    ) -> Iterator[Problem]:
        """Yield the problems but for those of artifacts that are only remembered.

        `known` are problems with files that nobody has to read to see them.
        """
        for problem in problems:
            reasons = self.broken.get(problem.path)
            if reasons is None or problem in reasons or problem in known:
                yield problem

    def forget_all_but(self, paths: Collection[Path]) -> None:
        """Forget the files that are no longer there, but for what they are called now."""
        if self.kept and self.is_first:
            self.kept.sweep()
        self.is_first = False
        self.fresh.clear()
        now = {self.entries[path][0]: path for path in paths if path in self.entries}
        for path in self.entries.keys() - set(paths):
            self.verdicts.pop(path, None)
            self.states.pop(path, None)
            digest, entry, _ = self.entries.pop(path)
            if digest in now:
                self.renamed[entry.id] = derive_id(now[digest])


def digest_file(path: Path) -> bytes:
    """Return what differs for files that say something else."""
    try:
        return sha256(read_bytes(path, MAX_BYTES + 1)).digest()
    except OSError:
        return b""
