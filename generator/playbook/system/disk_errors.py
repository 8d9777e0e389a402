"""What the disk answered -> what a user can do about it."""

import errno
import os

REMEDIES = {
    errno.ENOSPC: "the disk is full: free some space, then try again",
    errno.EDQUOT: "your share of the disk is full: free some space, then try again",
    errno.EROFS: (
        "the disk is read-only: name another folder, or run this where it can be written to"
    ),
    errno.EACCES: "permission denied: change who may use it, or name another folder",
    errno.EPERM: "permission denied: change who may use it, or name another folder",
    errno.ENAMETOOLONG: "the name is too long for this disk: shorten it",
    errno.EBUSY: "it is in use or a mount point, which can't be replaced: name a folder inside it",
    errno.EXDEV: "it is a mount point, which can't be replaced: name a folder inside it",
    errno.EMFILE: "too many files are open: raise the limit ('ulimit -n'), then try again",
    errno.ENFILE: "too many files are open on this machine: close some programs, then try again",
    errno.EIO: "the disk can't be read or written: check it, or name another folder",
    errno.ELOOP: "links lead round in a circle: delete one of them",
    errno.ENOTDIR: (
        "there is a file where a folder is needed: move it elsewhere, or name another folder"
    ),
    errno.EEXIST: (
        "there is a file where a folder is needed: move it elsewhere, or name another folder"
    ),
    errno.EISDIR: "there is a folder where a file is needed: move it elsewhere",
    errno.ENOENT: "it isn't there (any more): make it, or name another",
}
"""What to do, by what the system says; a cause that isn't here has the system's own words."""


def explain_os_error(error: OSError) -> str | None:
    """Return what to do about an error of the disk.

    None when it comes from something else, such as our own code.
    """
    remedy = REMEDIES.get(error.errno or 0)
    if error.filename is None:
        return remedy if error.errno in FULL else None
    path = (
        os.fsdecode(error.filename)
        if isinstance(error.filename, str | bytes)
        else str(error.filename)
    )
    return f"'{shorten_path(path)}': {remedy or error.strerror or error}"


FULL = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE}
"""Errors that a file gives while it is written, and that then name no file."""


def shorten_path(path: str) -> str:
    """Return a path from here where that is shorter, on one line."""
    try:
        here = os.path.relpath(path)
    except (OSError, ValueError):  # this folder is gone, or on another drive
        here = path
    return "".join(sign if sign.isprintable() else "?" for sign in min(here, path, key=len))
