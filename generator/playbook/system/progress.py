"""A line on a terminal that says how far a long piece of work is."""

import sys
from time import monotonic
from types import TracebackType
from typing import Self

PATIENCE = 2.0
"""For how many seconds nothing is said."""
PAUSE = 0.1
ERASE = "\r\x1b[K"


class Progress:
    """Says on standard error how many of how many are made; elsewhere than on a terminal nothing.

    The line is gone when the work is.
    """

    def __init__(self, what: str, total: int) -> None:
        """Begin to count; `what` is what is made, in the plural."""
        self.what, self.total, self.done = what, total, 0
        self.is_silent = not sys.stderr.isatty()
        self.next_time = monotonic() + PATIENCE
        self.is_visible = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.is_visible:
            sys.stderr.write(ERASE)
            sys.stderr.flush()

    def step(self) -> None:
        """Count one more."""
        self.done += 1
        if self.is_silent or monotonic() < self.next_time:
            return
        self.next_time, self.is_visible = monotonic() + PAUSE, True
        # What is logged next writes over the line.
        sys.stderr.write(f"{ERASE}{self.what}: {self.done:,} of {self.total:,}\r")
        sys.stderr.flush()
