"""The pictures of people: where they lie, and those that are not what an artifact says."""

import posixpath
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from playbook.content.inventory import normalize_spelling
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.model.traverse import find_pieces
from playbook.parts.person import Person
from playbook.source.document import Loc
from playbook.source.problem import Problem
from playbook.system.untrusted_file import read_bytes
from playbook.text.english import did_you_mean, quoted

SIGNATURES = {
    "png": b"\x89PNG\r\n",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    "gif": b"GIF8",
    "webp": b"RIFF",
}
"""How a file of each type begins; what an SVG does is looked at elsewhere."""


def locate_portrait(library: Library, entry: Entry) -> str:
    """Return the path of a person's picture from the site's root.

    Nothing where there is none: a shelf's pictures don't come with it.
    """
    picture = "" if entry.shelf else entry.recall(get_picture)
    if not picture:
        return ""
    file = library.inventory.assets_by_path.get(find_path(library, entry, picture))
    return library.inventory.get_path(file) if file else ""


def find_portrait_problems(library: Library) -> Iterator[Problem]:
    """Yield each picture of a person that isn't there, or is of another type than it says."""
    for entry in library.own_entries:
        for loc, picture in entry.recall(list_pictures):
            source, key = entry.source, "picture" if picture else "alt"
            fault = "REF012", "'alt' describes no picture: add 'picture:', or delete it"
            if picture:
                fault = find_fault(library, entry, picture)
            if all(fault):
                yield Problem(source.path, source.find_mark((*loc, key)), *fault)


def get_picture(artifact: Any) -> str:
    """Return the picture of the person whom an artifact is about; nothing where it has none."""
    return artifact.person.picture or "" if artifact.person else ""


def list_pictures(artifact: Any) -> list[tuple[Loc, str]]:
    """Return the pictures of persons, each with its place; nothing for one only described."""
    people = find_pieces(artifact, Person) if artifact.person else ()
    return [(loc, it.picture or "") for loc, it in people if it.picture or it.alt]


def find_fault(library: Library, entry: Entry, picture: str) -> tuple[str, str]:
    """Return the code of what is wrong with a picture, and what to do; nothing when all is well."""
    path, assets = find_path(library, entry, picture), library.inventory.assets_by_path
    if path not in assets:
        here = posixpath.dirname(library.inventory.get_path(entry.source.path)) or "."
        close = did_you_mean(picture, (posixpath.relpath(asset, here) for asset in assets))
        message = (
            f"there is no picture {quoted(picture)} beside this file{close}: put it there, "
            "or leave 'picture:' out, and an initial is drawn"
        )
        return "REF012", message
    ending = PurePosixPath(path).suffix[1:].lower()
    if not begins_with(assets[path], SIGNATURES.get(ending, b"")):
        return "FIL008", (
            f"{quoted(picture)} does not hold {ending.upper()} data: open it in a picture program "
            "and save it again"
        )
    return "", ""


def find_path(library: Library, entry: Entry, picture: str) -> str:
    """Return the path from the content folder of a picture that is named in an artifact."""
    home = posixpath.dirname(library.inventory.get_path(entry.source.path))
    path = picture.lstrip("/") if picture.startswith("/") else posixpath.join(home, picture)
    return normalize_spelling(posixpath.normpath(path))


def begins_with(file: Path, signature: bytes) -> bool:
    """Whether a file begins with these bytes; what can't be read is reported elsewhere."""
    try:
        return read_bytes(file, len(signature)) == signature
    except OSError:
        return True
