"""What a page offers to print."""

from collections.abc import Iterable

from playbook.handouts.printing import PAPER_NAMES, Print

PrintMenu = dict[str, dict[str, list[tuple[str, Print]]]]
"""By the id of a piece, or '': on each paper, what is offered and what it is called."""


def make_print_menu(prints: Iterable[Print]) -> PrintMenu:
    """Return what the page of an artifact offers, given its prints."""
    menu: PrintMenu = {}
    for each_print in prints:
        handout = each_print.handout
        on_paper = menu.setdefault(handout.part, {}).setdefault(PAPER_NAMES[each_print.paper], [])
        on_paper.append((handout.menu, each_print))
    return menu
