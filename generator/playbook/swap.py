"""A finished folder takes the place of an old one in one step."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100
EXCHANGE = 2


def draft_of(place: Path) -> Path:
    """Return an empty folder beside `place` to build in; what a killed run left behind is mended and cleared away."""
    draft, old = beside(place)
    if old.exists() and not place.exists():
        old.rename(place)
    for left in (draft, old):
        shutil.rmtree(left, ignore_errors=True)
    draft.mkdir(parents=True)
    return draft


def put_in_place(place: Path) -> None:
    """Make the draft of `place` the folder itself; whoever looks sees the old one or the new one, each whole."""
    draft, old = beside(place)
    if not place.exists():
        draft.rename(place)
    elif exchange(draft, place):
        shutil.rmtree(draft)
    else:
        place.rename(old)
        draft.rename(place)
        shutil.rmtree(old)


def beside(place: Path) -> tuple[Path, Path]:
    """Return where the draft of a folder lies, and where its last version waits where folders can't be exchanged."""
    return place.with_name(f".{place.name}-draft"), place.with_name(f".{place.name}-old")


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
