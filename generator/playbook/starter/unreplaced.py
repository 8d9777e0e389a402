"""What a new playbook, or a new file, says only until someone writes their own words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playbook.config.settings import FILE, Settings
from playbook.library.library import Library
from playbook.source.document import Loc, read
from playbook.source.problem import Mark
from playbook.system.terminal import format_path
from playbook.text.english import counted

SIGN, TAG = "Replace me", "replace-me"
TAGLINE = ("extra", "tagline")
MOST_PLACES = 5


def find_unreplaced(
    root: Path, library: Library, settings: Settings
) -> Iterator[tuple[Path, Mark]]:
    """Yield where the settings and the site's own artifacts still say that they are an example."""
    if is_signed(settings.extra.tagline) and (root / FILE).is_file():
        source, _ = read(root / FILE, root)
        if source:
            yield source.path, source.find_mark(TAGLINE)
    for entry in library.own_entries:
        if loc := entry.recall(find_sign):
            yield entry.source.path, entry.source.find_mark(tuple(loc))


def find_sign(artifact: Any) -> Loc:
    """Return where an artifact first says that it is an example; nothing where it doesn't."""
    texts: list[tuple[Loc, str]] = [(("title",), artifact.title.plain())]
    texts += ((("tags", index), tag) for index, tag in enumerate(artifact.tags))
    return next((loc for loc, text in texts if is_signed(text) or text == TAG), ())


def is_signed(text: str) -> bool:
    """Whether a text begins with the words that ask to replace it."""
    return text.casefold().startswith(SIGN.casefold())


def describe_unreplaced(places: list[tuple[Path, Mark]]) -> str:
    """Return the sentence on them."""
    lines = sorted(f"{format_path(path)}:{mark.line}" for path, mark in places)
    more = f" and {len(lines) - MOST_PLACES} more" if len(lines) > MOST_PLACES else ""
    verb = "says" if len(lines) == 1 else "say"
    return (
        f"{counted(len(lines), 'place')} still {verb} '{SIGN}': "
        f"{', '.join(lines[:MOST_PLACES])}{more}"
    )
