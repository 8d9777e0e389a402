"""Where what we make is to lie -> the folder that it replaces, or why it can't."""

import os
from collections.abc import Callable
from pathlib import Path

GENERATOR = b'<meta name="generator" content="mkdocs-'
HEAD = 8192
SCRIPT = "assets/javascripts/bundle.*.js"


class Unusable(Exception):
    """A folder can't be replaced; says why, and what to do."""


def resolve_target(
    folder: Path, root: Path, content: Path, is_ours: Callable[[Path], bool]
) -> Path:
    """Return the folder that is replaced, with links followed; raises Unusable.

    It is missing, or has nothing in it but what is hidden, or `is_ours` knows it as made by an
    earlier run.
    """
    target = Path(os.path.realpath(folder))
    name = f"'{os.path.relpath(folder)}'"
    if folder.is_symlink():
        name = f"'{target}', where {name} leads,"
        if target.is_symlink() or not target.parent.is_dir():
            raise Unusable(f"{name} can't be made: make '{target.parent}', or delete the link")
    if target.exists() and not target.is_dir():
        raise Unusable(f"{name} is a file: move it elsewhere, or name another folder")
    refuse_own(target, name, root, content)
    if os.path.ismount(target):
        raise Unusable(
            f"{name} is a mount point, which can't be replaced in one step: name a folder inside it"
        )
    if target.is_dir() and any(list_visible(target)) and not is_ours(target):
        raise Unusable(f"{name} holds something else: name a new or empty folder")
    return target


def refuse_own(target: Path, name: str, root: Path, content: Path) -> None:
    """Raise Unusable for folders that hold what people wrote."""
    for own_folder, what in ((root, "the project itself"), (find_home(), "your home folder")):
        if own_folder and own_folder.resolve().is_relative_to(target):
            raise Unusable(
                f"{name} holds {what}, and all in it would be replaced: name another folder"
            )
    for own in (content, root / "site_config"):
        if target.is_relative_to(own.resolve()):
            raise Unusable(f"{name} lies in {own.name}/: name a folder outside it")


def find_home() -> Path | None:
    """Return the user's home folder, if there is one."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def list_visible(folder: Path) -> list[Path]:
    """Return what lies in a folder and isn't hidden, such as `.git` or `.DS_Store`."""
    return [path for path in folder.iterdir() if not path.name.startswith(".")]


def is_site(folder: Path) -> bool:
    """Whether MkDocs has built here, even if it was stopped before the first page."""
    pages = [folder / name for name in ("index.html", "404.html")]
    return any(GENERATOR in read_head(page) for page in pages if page.is_file()) or any(
        folder.glob(SCRIPT)
    )


def read_head(page: Path) -> bytes:
    """Return the first part of a page."""
    with page.open("rb") as file:
        return file.read(HEAD)
