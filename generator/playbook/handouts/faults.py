"""Prints that could not be made -> problems of the artifacts that they are of."""

from collections.abc import Iterable, Iterator

from playbook.handouts.printing import Print
from playbook.library.library import Library
from playbook.source.problem import Problem


def find_print_faults(prints: Iterable[Print], library: Library) -> Iterator[Problem]:
    """Yield a problem for each handout that could not be printed, once for both papers."""
    faults = {each_print.handout.path: each_print for each_print in prints if each_print.fault}
    for fault in faults.values():
        entry = library.entries[fault.handout.of]
        if entry.shelf:  # those who publish it hear of it
            continue
        source = entry.source
        message = (
            f"'{fault.handout.title}' can't be printed, and is left out: {fault.fault};"
            " report it, and write plainer text until it is fixed"
        )
        yield Problem(source.path, source.find_mark(()), "PRN001", message)
