"""Work shared out among processes, with the results in the order of the work."""

import os
import pickle
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import BinaryIO, Generic, TypeVar

from playbook.system.garbage import keep_everything

Result = TypeVar("Result")
AHEAD = 1 << 20
"""How many bytes of results a process may be ahead."""
FEWEST = 16
"""How many pieces of work are worth a second process."""


class WorkerLost(Exception):
    """A process was killed before it had done its part."""


def count_processes() -> int:
    """Return how many processes can share the work: one where a fork could hang.

    Elsewhere than on Linux, system libraries run threads that no fork survives.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def share_out(
    work: Callable[[int], Result], count: int, processes: int | None = None
) -> Generator[Result, None, None]:
    """Yield `work(0)`, `work(1)` … up to `count` of them, worked out by several processes.

    This is one of them, as each other takes memory of its own for what it looks at. Where one
    fails, it is done once more here, and so raises here what it raised there. Raises WorkerLost.
    """
    processes = count_processes() if processes is None else processes
    if processes == 1 or count < FEWEST:
        yield from map(work, range(count))
        return
    workers = [Worker(work, range(first, count, processes)) for first in range(1, processes)]
    try:
        for index in range(count):
            if share := index % processes:
                is_done, result = workers[share - 1].receive()
                yield result if is_done else work(index)
            else:
                yield work(index)
    finally:
        for worker in workers:
            worker.stop()


class Worker(Generic[Result]):
    """A copy of this process that does a part of the work, and sends one result after the other."""

    def __init__(self, work: Callable[[int], Result], part: range) -> None:
        import fcntl  # noqa: PLC0415 - Windows has none, and no fork

        reading, writing = os.pipe()
        with suppress(OSError):  # where so many pipes may not be so large
            fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, AHEAD)
        with warnings.catch_warnings():
            # Of native threads: those of typst's, which idle here, and which no part of the work
            # calls for.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.process = os.fork()
        if self.process == 0:
            keep_everything()
            os.close(reading)
            do_part(work, part, os.fdopen(writing, "wb"))
        os.close(writing)
        self.results = os.fdopen(reading, "rb")

    def receive(self) -> tuple[bool, Result]:
        """Return whether the next piece was done, and its result."""
        try:
            answer: tuple[bool, Result] = pickle.load(self.results)  # noqa: S301 - from our own copy
        except (EOFError, pickle.UnpicklingError) as error:
            raise WorkerLost("a process of this run was killed: run it again") from error
        return answer

    def stop(self) -> None:
        """End it, whether it is done or not."""
        self.results.close()
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def do_part(work: Callable[[int], object], part: range, results: BinaryIO) -> None:
    """Do a part of the work and end this process, leaving all that its parent has open alone."""
    try:
        for index in part:
            try:
                answer = (True, work(index))
            except Exception:  # noqa: BLE001 - whatever it is, the parent meets it again
                answer = (False, None)
            pickle.dump(answer, results, pickle.HIGHEST_PROTOCOL)
            results.flush()
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # nobody waits for the rest
    finally:
        os._exit(0)
