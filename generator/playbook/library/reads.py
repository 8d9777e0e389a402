"""Which artifacts are read while something is made, to know when it has to be made anew."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

READS: ContextVar[set[str] | None] = ContextVar("READS", default=None)
OUTSIDE = ""
"""Is read where something is that no artifact says, such as what git remembers."""


def note_reads(names: Iterable[str]) -> None:
    """Note that what artifacts say is read."""
    reads = READS.get()
    if reads is not None:
        reads.update(names)


def note_read(name: str) -> None:
    """Note that what an artifact says is read."""
    reads = READS.get()
    if reads is not None:
        reads.add(name)


@contextmanager
def collect_reads() -> Iterator[set[str]]:
    """Give a set that gets the id of each artifact that is read meanwhile."""
    reads = set[str]()
    before = READS.set(reads)
    try:
        yield reads
    finally:
        READS.reset(before)
        note_reads(reads)
