"""Files and folders -> how they are on the disk now, to see when one of them changes."""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from playbook.content.file_names import ARTIFACTS, PAGES, is_left_alone

State = tuple[int, int, int, int]
"""When a file was written and when its permissions changed, its size, its inode."""
Snapshot = dict[str, State]


def take_snapshot(paths: Iterable[Path]) -> Snapshot:
    """Return how these files are, and all in these folders. No link is followed."""
    snapshot: Snapshot = {}
    folders = []
    for path in paths:
        if path.is_dir():
            folders.append(str(path))
        else:
            add_file(snapshot, str(path))
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if is_left_alone(entry.name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        add_file(snapshot, entry.path)
        except OSError:  # it has just gone, or may not be read: what reads it says so
            continue
    return snapshot


def add_file(snapshot: Snapshot, path: str) -> None:
    if state := describe_state(path):
        snapshot[path] = state


def describe_state(path: str | Path) -> State | None:
    """Return what differs for a file that has been written to; None for one that is not there."""
    try:
        now = os.lstat(path)
    except OSError:
        return None
    return now.st_mtime_ns, now.st_ctime_ns, now.st_size, now.st_ino


def describe_look(snapshot: Snapshot, content: Path) -> str:
    """Return what differs when a file does that is no artifact or page of the content.

    Such a file may look different on any page.
    """
    others = (
        item
        for item in snapshot.items()
        if not (item[0].startswith(f"{content}{os.sep}") and item[0].endswith(ARTIFACTS + PAGES))
    )
    return sha256(repr(sorted(others)).encode(errors="surrogateescape")).hexdigest()
