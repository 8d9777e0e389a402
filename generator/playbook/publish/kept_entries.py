"""Artifacts that are read again only when their files say something else."""

from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path

from playbook.library.entry import Entry
from playbook.library.kind import Kind
from playbook.library.loader import read_entry
from playbook.source.document import MAX_BYTES, derive_id
from playbook.source.problem import Problem
from playbook.system.untrusted_file import read_bytes


class KeptEntries:
    """The artifacts as they were last read, those too whose files are broken now."""

    def __init__(self) -> None:
        self.entries: dict[Path, tuple[bytes, Entry, list[Problem]]] = {}
        self.renamed: dict[str, str] = {}
        """By the id that an artifact had, the one it has now."""

    def read(
        self, path: Path, content: Path, kinds: Mapping[str, Kind], names: Collection[str]
    ) -> tuple[Entry | None, list[Problem]]:
        """Return the artifact in a file, or what it last was, and every problem in the file."""
        digest, old = digest_file(path), self.entries.get(path)
        if old and old[0] == digest:
            return old[1:]
        entry, problems = read_entry(path, content, kinds, names)
        if entry and digest == digest_file(path):  # else it was written to meanwhile
            self.entries[path] = digest, entry, problems
        return entry or (old[1] if old else None), problems

    def forget_all_but(self, paths: Collection[Path]) -> None:
        """Forget the files that are no longer there, but for what they are called now."""
        now = {self.entries[path][0]: path for path in paths if path in self.entries}
        for path in self.entries.keys() - set(paths):
            digest, entry, _ = self.entries.pop(path)
            if digest in now:
                self.renamed[entry.id] = derive_id(now[digest])


def digest_file(path: Path) -> bytes:
    """Return what differs for files that say something else."""
    try:
        return sha256(read_bytes(path, MAX_BYTES + 1)).digest()
    except OSError:
        return b""
