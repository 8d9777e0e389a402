"""Reads a file that a stranger may have put there."""

import errno
import os
import stat
from pathlib import Path

# Without O_NONBLOCK, opening a pipe waits until another process writes to it.
FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC")
)


def read_bytes(path: Path, most: int) -> bytes:
    """Return a file's first bytes, `most` at most.

    Raises OSError for a link, a pipe, a device and a folder.
    """
    with os.fdopen(os.open(path, FLAGS), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is not a file", str(path))
        return file.read(most)
