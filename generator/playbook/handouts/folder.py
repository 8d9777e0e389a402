"""The folder that `playbook handouts` fills: all of it is ours, and each run makes it anew."""

import re
import shutil
from collections.abc import Collection
from pathlib import Path

SHEET = re.compile(r"[^/]+/[^/]+/[^/]+\.(?:a4|letter)\.pdf")


def is_ours(folder: Path) -> bool:
    """Whether a folder holds nothing but printed sheets, whichever version of ours has made it."""
    return all(
        SHEET.fullmatch(path.relative_to(folder).as_posix()) for path in list_visible_files(folder)
    )


def list_visible_files(folder: Path) -> list[Path]:
    """Return the files below a folder; none that is hidden, and none in a hidden folder."""
    paths = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return [
        path
        for path in paths
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def keep_sheets(folder: Path, draft: Path, known: Collection[str]) -> None:
    """Copy the sheets of earlier runs, of those that are `known`."""
    for path in list_visible_files(folder):
        name = path.relative_to(folder).as_posix()
        if name in known:
            (draft / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, draft / name)
