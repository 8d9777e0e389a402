"""The files of shelves -> artifacts beside a site's own.

What is wrong in such a file is told where the site can do something about it: in its settings.
"""

from collections.abc import Collection, Iterator, Mapping

from playbook.library.entry import Entry
from playbook.library.kind import Kind
from playbook.library.steps import Steps
from playbook.shelves.choice import Shelves
from playbook.shelves.shelf import Shelf
from playbook.source.problem import Problem, Severity
from playbook.text.english import quoted


def take_from_shelves(
    shelves: Shelves,
    entries: dict[str, Entry],
    own: Collection[str],
    kinds: Mapping[str, Kind],
    steps: Steps,
) -> Iterator[Problem]:
    """Add to `entries` what a site wants of shelves, but for the ids of its `own` files."""
    for shelf in shelves.wanted:
        for name, path in shelf.files.items():
            if name in own or shelves.leaves_out(shelf, name):
                continue
            if other := entries.get(name):
                if other.shelf and other.source.path != path:
                    yield report_twin(name, shelf, other.shelf, shelves)
                continue
            entry, problems = steps.read(path, path.parent, kinds, ())
            errors = [problem for problem in problems if problem.severity is Severity.ERROR]
            if errors or entry is None:
                yield report_broken(name, shelf, shelves, errors)
            elif entry.is_public:
                entry.shelf = shelf
                entries[name] = entry


def report_twin(name: str, shelf: Shelf, other: Shelf, shelves: Shelves) -> Problem:
    """Return the advice on an id that two shelves have."""
    message = (
        f"'{other.name}' and '{shelf.name}' both have {quoted(name)}, and the first is shown: "
        f"leave one of them out, with '{shelf.name}/{name}' or '{other.name}/{name}' under "
        "'leave_out:'"
    )
    return Problem(*shelves.find_place(shelf), "SET033", message, Severity.WARNING)


def report_broken(name: str, shelf: Shelf, shelves: Shelves, errors: list[Problem]) -> Problem:
    """Return the advice on a file that can't be read."""
    first = errors[0] if errors else None
    what = f"{first.path.name}, line {first.mark.line}: {first.message}" if first else name
    message = (
        f"{shelf.package} {shelf.version} has a file that can't be used ({what}): install another "
        f"version of it, or leave {quoted(name)} out under 'leave_out:'"
    )
    return Problem(*shelves.find_place(shelf), "SET034", message, Severity.WARNING)
