"""A finished folder takes the place of an old one in one step."""

import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Self

from playbook.system.lock import Lock

AT_FDCWD = -100
EXCHANGE = 2
TAKEN = {errno.EEXIST, errno.ENOTEMPTY}


class Draft:
    """A folder of one's own, in which the next version of `place` is made.

    While it is open, nobody else makes one of the same place: they wait, after a call of `on_wait`.
    Where a file system has no locks they don't, and the run that is ready last has the last word,
    with a folder that is as whole.
    """

    def __init__(self, place: Path, on_wait: Callable[[], None] = lambda: None) -> None:
        self.place = place
        self.lock = Lock(place.with_name(f".{place.name}-lock"), on_wait)
        self.home = self.folder = place

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> None:
        """Wait for others, clear up after those that were killed, and make an empty folder."""
        self.place.parent.mkdir(parents=True, exist_ok=True)
        self.lock.acquire()
        try:
            if self.lock.is_held:
                recover(self.place)
            self.home = make_draft(self.place)
            self.folder = self.home / self.place.name
            self.folder.mkdir()  # mkdtemp lets nobody else read
        except BaseException:
            self.lock.release()
            raise

    def close(self) -> None:
        """Delete what is left of the draft, and let others go on."""
        clear(self.home)
        self.lock.release()

    def put_in_place(self) -> None:
        """Make the draft the folder itself; a reader sees the old one or the new one, each whole.

        As with MkDocs' own build, what is hidden at the top stays, such as `.git` or `.htaccess`.
        """
        if self.place.is_dir():
            shutil.copymode(self.place, self.folder)
            for path in self.place.glob(".*"):
                keep(path, self.folder / path.name)
        for number in count():
            old = self.home / f"old-{number}"
            try:
                if not self.place.exists():
                    self.folder.rename(self.place)
                elif not exchange(self.folder, self.place):
                    self.place.rename(old)
                    self.folder.rename(self.place)
            except OSError as error:
                if error.errno in TAKEN:
                    continue  # without locks, another run's has come in between
                if old.exists() and not self.place.exists():
                    old.rename(self.place)
                raise
            return


def make_draft(place: Path) -> Path:
    """Make a folder for a draft beside `place`.

    An OSError names the folder that it can't be made in.
    """
    try:
        return Path(mkdtemp(prefix=f".{place.name}-draft-", dir=place.parent))
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(place.parent)) from error


def recover(place: Path) -> None:
    """Put back what a killed run had moved away, and delete what else it left beside `place`."""
    leftovers = find_leftovers(place)
    if not place.exists():
        olds = [
            *(old for path in leftovers for old in path.glob("old-*")),
            *(path for path in leftovers if path.match("*-old")),
        ]
        for old in [path for path in olds if path.is_dir() and not path.is_symlink()][:1]:
            old.rename(place)
    for path in leftovers:
        clear(path)


def find_leftovers(place: Path) -> list[Path]:
    """Return what runs of any version that were killed have left beside `place`."""
    form = re.compile(rf"\.{re.escape(place.name)}-(?:draft(?:-[a-z0-9_]{{8}})?|old)")
    try:
        return sorted(path for path in place.parent.iterdir() if form.fullmatch(path.name))
    except PermissionError:  # one may write to some folders that one may not list
        return []


def keep(path: Path, to: Path) -> None:
    """Let a file, a folder or a link stand in the draft as well; a file then has two names."""
    if to.exists():
        return
    if path.is_dir() and not path.is_symlink():
        shutil.copytree(path, to, symlinks=True, copy_function=link)
    else:
        link(path, to)


def link(path: "str | Path", to: "str | Path") -> None:
    """Give a file another name, or copy it where it can't have two."""
    try:
        os.link(path, to, follow_symlinks=False)
    except OSError:
        shutil.copy2(path, to, follow_symlinks=False)


def clear(path: Path) -> None:
    """Delete a file, a link, or a folder with all that is in it, even if it is read-only."""
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
        return
    shutil.rmtree(path, ignore_errors=True)
    if path.exists():
        path.chmod(0o700)
        for folder, names, _ in os.walk(path):
            for child in (Path(folder, name) for name in names):
                if not child.is_symlink():
                    child.chmod(0o700)
        shutil.rmtree(path, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system can't (Windows, some file systems)."""
    paths = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*paths, EXCHANGE) == 0)
        return bool(system.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):
        return False
