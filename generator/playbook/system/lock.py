"""A lock that one process holds at a time.

The system itself lets go of what a dead process held.
"""

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def take(descriptor: int, *, wait: bool) -> None:
        """Lock an open file.

        Raises BlockingIOError while another has it, with `wait` after ten seconds.
        """
        try:
            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
else:
    import fcntl

    def take(descriptor: int, *, wait: bool) -> None:
        """Lock an open file; raises BlockingIOError while another has it, unless we are to wait."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


class Lock:
    """The file that the holder of the lock has open.

    Where a folder has no locks, `is_held` stays false.
    """

    def __init__(self, path: Path, on_wait: Callable[[], None]) -> None:
        self.path, self.on_wait = path, on_wait
        self.descriptor = -1

    @property
    def is_held(self) -> bool:
        """Whether we hold it."""
        return self.descriptor >= 0

    def acquire(self) -> None:
        """Hold the lock, and call `on_wait` before waiting for its holder.

        Without locks, do nothing.
        """
        is_waiting = False
        while not self.is_held:
            try:
                descriptor = open_file(self.path)
            except OSError:
                return
            try:
                take(descriptor, wait=is_waiting)
                if os.path.samestat(os.fstat(descriptor), self.path.stat()):
                    self.descriptor = descriptor
            except FileNotFoundError:
                pass  # its holder took the file away with it
            except BlockingIOError:
                if not is_waiting:
                    self.on_wait()
                is_waiting = True
            except OSError:
                return
            finally:
                if not self.is_held:
                    os.close(descriptor)

    def release(self) -> None:
        """Let go of the lock and leave no file behind."""
        if not self.is_held:
            return
        descriptor, self.descriptor = self.descriptor, -1
        with suppress(OSError):  # Windows deletes no file that is open
            self.path.unlink()
        os.close(descriptor)


def open_file(path: Path) -> int:
    """Return a descriptor of the file.

    Another user's may be read-only for us, and a folder gives way to it.
    """
    flags = getattr(os, "O_NOFOLLOW", 0)
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o666)
    except PermissionError:
        return os.open(path, os.O_RDONLY | flags)
