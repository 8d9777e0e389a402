"""Prints that could not be made -> problems of the artifacts that they are of."""

from collections.abc import Iterable, Iterator

from playbook.handouts.printing import Print
from playbook.library.library import Library
from playbook.source.problem import Problem


def print_faults(prints: Iterable[Print], library: Library) -> Iterator[Problem]:
    """Yield a problem for each handout that could not be printed, once for both papers."""
    faults = {each.handout.path: each for each in prints if each.fault}
    for each in faults.values():
        source = library.entries[each.handout.of].source
        message = (
            f"'{each.handout.title}' can't be printed, and is left out: {each.fault};"
            " report it, and write plainer text until it is fixed"
        )
        yield Problem(source.path, source.mark(()), "PRN001", message)
