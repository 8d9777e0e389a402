"""Runs the command where the disk fails: `python failing_disk.py ERRNO WORD ARGUMENT …`.

Whatever would write to a path that holds WORD gets this error instead.
"""

import os
import sys

from playbook.cli import main

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = {"os.mkdir", "os.rename", "tempfile.mkdtemp", "tempfile.mkstemp"}


def fail(event: str, args: tuple[object, ...]) -> None:
    """Raise the error instead of a change below the folder."""
    writes = event == "open" and isinstance(args[2], int) and bool(args[2] & WRITING)
    if (writes or event in CHANGES) and any(word in str(arg) for arg in args):
        raise OSError(code, os.strerror(code), str(args[0]))


if __name__ == "__main__":
    code, word = int(sys.argv[1]), sys.argv[2]
    sys.addaudithook(fail)
    main(sys.argv[3:])
