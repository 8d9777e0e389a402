"""What is known of each artifact, kept from one run to the next.

So a check after an edit reads and judges what the edit can have changed. The file is signed with a
secret of this computer: one that a stranger brings, such as in a pull request, counts as missing,
as a damaged one does.
"""

import hashlib
import json
import os
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pydantic

from playbook.library.entry import Entry
from playbook.library.kept_entry import (
    KeptEntry,
    Record,
    describe_entry,
    describe_problem,
    list_problems,
    take,
)
from playbook.library.kind import Kind
from playbook.library.lint import apply_rules
from playbook.library.loader import parse_entry
from playbook.library.steps import Steps
from playbook.library.witness import Surroundings, Witness
from playbook.rules.rule import Others
from playbook.source.document import Source, decode, read, read_raw
from playbook.source.kept_values import KeptValues
from playbook.source.problem import Problem, limit_problems
from playbook.system.kept_file import read_entry, write_entry
from playbook.system.secret import load_secret
from playbook.system.workers import WorkerLost, share_out

if TYPE_CHECKING:
    from playbook.library.library import Library

PACKAGE = Path(__file__).parents[1]
MANY = 100
"""How many artifacts are worth a second process, as each takes memory of its own."""
Verdict = dict[str, Any]
"""What rules found in an artifact and what they looked at, as JSON has it."""


class KeptRecords:
    """What earlier runs know of artifacts: the two steps of a library that look at one of them."""

    def __init__(self, file: Path, values: KeptValues) -> None:
        self.file = file
        self.values = values
        self.secret = load_secret()
        kept = load(file, self.secret) if self.secret else {}
        self.records: dict[str, Record] = kept.get("records", {})
        self.used: dict[str, Record] = {}
        self.settled: str = kept.get("settled", "")
        """What was in order when it was last looked at, described by who looked."""
        self.is_new = False
        self.judged: Library | None = None

    @property
    def steps(self) -> Steps:
        """What looks at one file of a library, with what is known of it."""
        return Steps(self.read, self.judge, self.prepare)

    def prepare(self, paths: Sequence[Path], content: Path) -> None:
        """Read the YAML of many files of which nothing is known side by side, for its values."""
        if not self.records and len(paths) >= MANY:
            with suppress(WorkerLost):
                list(share_out(lambda index: self._keep_values(paths[index], content), len(paths)))

    def _keep_values(self, path: Path, content: Path) -> None:
        read(path, content, self.values)

    def read(
        self, path: Path, content: Path, kinds: Mapping[str, Kind], names: Collection[str]
    ) -> tuple[Entry | None, list[Problem]]:
        """Return the artifact in one file, and every problem in the file."""
        raw, problems = read_raw(path, content)
        if problems:
            return None, problems
        key = hashlib.sha256(f"{path.name}\0".encode() + raw).hexdigest()
        parse = partial(parse_entry, path, raw, content, kinds, names=names, kept=self.values)
        load = partial(take, lambda: parse()[0])
        record = self.records.get(key)
        if record is None:
            entry, problems = parse()
            if entry is None:
                return None, problems
            record = describe_entry(entry, problems)
            kept = KeptEntry(entry.kind, entry.source, record, load, self.note_new)
            kept.read(entry)
            self.note_new()
        else:
            problems = [*list_problems(record["problems"], path)]
            source = Source(path, None, decode(raw))
            kept = KeptEntry(kinds[record["kind"]], source, record, load, self.note_new)
        kept.key = key
        self.used[key] = record
        return kept, problems

    def judge(self, entry: Entry, _: Mapping[str, str], others: Others) -> list[Problem]:
        """Return what the rules find in an artifact, anew where what they look at has changed."""
        library = cast("Library", others)
        if self.judged is not library:
            self.judged = library
            self._judge_all(library)
        verdict = cast("KeptEntry", entry).record["verdict"]
        return [*list_problems(verdict["problems"], entry.source.path)]

    def _judge_all(self, library: "Library") -> None:
        """Apply the rules where what they look at has changed; to many artifacts side by side."""
        surroundings, weights = Surroundings(library), dict(library.weights)
        entries = cast("list[KeptEntry]", library.own_entries)
        pending = [entry for entry in entries if not holds(entry, weights, surroundings)]

        def apply(index: int) -> Verdict:
            return find_verdict(pending[index], weights, surroundings)

        processes = None if len(pending) >= MANY else 1
        try:
            verdicts = [*share_out(apply, len(pending), processes)]
        except WorkerLost:
            verdicts = [*map(apply, range(len(pending)))]
        for entry, verdict in zip(pending, verdicts, strict=True):
            entry.record["verdict"] = verdict
            self.note_new()

    def settle(self, described: str) -> None:
        """Keep that something is in order, for as long as it is described so."""
        self.is_new |= described != self.settled
        self.settled = described

    def note_new(self) -> None:
        """Note that something is known now that was not."""
        self.is_new = True

    def know(self, records: Mapping[str, Record]) -> None:
        """Take over what is known of another state of the content, where nothing is known yet."""
        self.records = {**records, **self.records}

    def save(self) -> None:
        """Keep what is known of the artifacts that there are, where that is not known already."""
        if self.secret and (self.is_new or self.used.keys() != self.records.keys()):
            kept = {"by": describe_code(), "settled": self.settled, "records": self.used}
            content = json.dumps(kept)
            with suppress(OSError):
                write_entry(self.file, content.encode(), self.secret)


def holds(entry: KeptEntry, weights: Mapping[str, str], surroundings: Surroundings) -> bool:
    """Whether what the rules found before is what they would find now."""
    verdict = entry.record["verdict"]
    return bool(verdict and verdict["weights"] == weights and surroundings.are_as(verdict["seen"]))


def find_verdict(
    entry: KeptEntry, weights: Mapping[str, str], surroundings: Surroundings
) -> Verdict:
    """Return what the rules find in an artifact, and what they looked at, as JSON has it."""
    witness, path = Witness(surroundings), entry.source.path
    problems = limit_problems(apply_rules(entry, weights, witness), path)
    described = [describe_problem(problem) for problem in problems]
    return {"weights": weights, "seen": witness.seen, "problems": described}


def load(file: Path, secret: bytes) -> dict[str, Any]:
    """Return what was kept by the same code."""
    content = read_entry(file, secret)
    kept: dict[str, Any] = json.loads(content) if content else {}
    return kept if kept.get("by") == describe_code() else {}


def describe_code() -> str:
    """Return what differs when our code does, or that of others which it uses."""
    others = Path(pydantic.__file__).parents[1].stat().st_mtime_ns
    states = sorted(list_states(str(PACKAGE)))
    return hashlib.sha256(f"{sys.version} {others} {states}".encode()).hexdigest()


def list_states(folder: str) -> Iterator[tuple[str, int, int, int]]:
    """Yield how each file of a package is on the disk, without reading any."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from list_states(entry.path)
        else:
            state = entry.stat()
            yield entry.path, state.st_mtime_ns, state.st_ctime_ns, state.st_size
