"""Artifacts that a team made its own, and whose originals are no longer there."""

from collections.abc import Iterator

from playbook.library.library import Library
from playbook.shelves.adoption import find_adoption
from playbook.source.problem import Mark, Problem, Severity
from playbook.text.english import quoted


def find_orphans(library: Library) -> Iterator[Problem]:
    """Yield each adopted artifact of which nobody can say any more what changed upstream."""
    for entry in library.own_entries:
        adoption = find_adoption(entry.source.text)
        if adoption is None:
            continue
        shelf = library.shelves.installed.shelves.get(adoption.shelf)
        if shelf and adoption.id in shelf.files:
            continue
        message = (
            f"{shelf.package} {shelf.version} no longer has {quoted(adoption.id)} on its shelf "
            f"{quoted(adoption.shelf)}: delete this line, and the file is yours alone"
            if shelf
            else f"no package here has the shelf {quoted(adoption.shelf)}: "
            f"install {adoption.package}, or delete this line, and the file is yours alone"
        )
        yield Problem(
            entry.source.path, Mark(adoption.line, 1), "REF011", message, Severity.WARNING
        )
