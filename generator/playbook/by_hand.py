"""Pages that somebody wrote by hand, which stand in the place of ours."""

import posixpath
from collections.abc import Iterable
from pathlib import Path

Nav = list[dict[str, str | list[str]]]


def by_hand(content: Path, path: str) -> str | None:
    """Return the page that was written by hand in the place of `path`, or None; README.md is a folder's index, too."""
    folder, name = posixpath.split(path)
    stands = (path, posixpath.join(folder, "README.md")) if name == "index.md" else (path,)
    return next((each for each in stands if (content / each).exists()), None)


def standing(content: Path, path: str) -> str:
    """Return the page that stands at `path` in the end, ours or the one written by hand."""
    return by_hand(content, path) or path


def whole(nav: Nav, pages: Iterable[str]) -> list[dict[str, str | list[str]] | str]:
    """Return the navigation with those pages written by hand that are not in it yet."""
    listed = {each for section in nav for value in section.values() for each in flat(value)}
    return [*nav, *(page for page in pages if page not in listed)]


def flat(value: str | list[str]) -> list[str]:
    """Return the pages of a section."""
    return [value] if isinstance(value, str) else value
