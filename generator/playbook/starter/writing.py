"""Writes several new files into a folder: all of them, or none."""

import errno
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory


def find_obstacle(folder: Path, paths: Iterable[str]) -> Path | None:
    """Return what stands where a folder is needed for one of these files, if anything does.

    A link to a folder does, too: what is written there would land elsewhere.
    """
    folders = {parent for path in paths for parent in list_folders(folder, path)}
    taken = [folder] if is_taken(folder) and not folder.is_dir() else []
    taken += [
        parent
        for parent in sorted(folders)
        if parent.is_symlink() or (parent.exists() and not parent.is_dir())
    ]
    return next(iter(taken), None)


def is_taken(path: Path) -> bool:
    """Whether anything stands at a path, a link that leads nowhere too."""
    return path.is_symlink() or path.exists()


def list_folders(folder: Path, path: str) -> list[Path]:
    """Return the folders between a folder and a file below it, the outer ones first."""
    return [folder / parent for parent in reversed(Path(path).parents) if parent != Path()]


def write_new_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write files that are not there yet below a folder.

    They are written aside, then moved. Where that fails, all is as it was before.
    """
    folders_made: list[Path] = []
    moved: list[Path] = []
    try:
        make_folders([*reversed(folder.absolute().parents), folder], folders_made)
        with TemporaryDirectory(prefix=".playbook-init-", dir=folder) as aside:
            for number, text in enumerate(files.values()):
                Path(aside, str(number)).write_text(text, encoding="utf-8", newline="\n")
            for number, name in enumerate(files):
                place = folder / name
                make_folders(list_folders(folder, name), folders_made)
                move_new(Path(aside, str(number)), place)
                moved.append(place)
    except BaseException:
        for place in moved:
            place.unlink(missing_ok=True)
        for parent in reversed(folders_made):
            with suppress(OSError):  # someone else has put something there
                parent.rmdir()
        raise


def move_new(file: Path, place: Path) -> None:
    """Move a file to where nothing is; raises FileExistsError when something has come there."""
    if is_taken(place):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))
    file.rename(place)


def make_folders(folders: Iterable[Path], folders_made: list[Path]) -> None:
    """Make those folders that are missing, and note them in `made`."""
    for folder in folders:
        if not folder.is_dir():
            folder.mkdir()
            folders_made.append(folder)
