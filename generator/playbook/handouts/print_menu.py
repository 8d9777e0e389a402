"""What a page offers to print."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.handouts.printing import PAPER_NAMES, Print


@dataclass(frozen=True)
class Offer:
    """Pages of a file: what they are called, and how to print them."""

    path: str
    first: int
    last: int
    menu: str = ""
    """What the page calls a whole file: a message, to be translated there."""
    part: str = ""
    title: str = ""
    how: str = ""
    sections: tuple["Offer", ...] = ()
    """What a file with several sheets holds after its first."""
    size: str = ""
    """How large it is, where it isn't as large as the paper."""
    is_pack: bool = False
    is_each: bool = False
    """Whether each participant gets one."""
    is_deck: bool = False
    """Whether its pages are fronts and backs in turn."""

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return self.last - self.first + 1

    @property
    def parts(self) -> list[tuple[int, int, bool, bool]]:
        """What a script puts together for a session: pages, who gets them, and if they turn."""
        parts = [part for part in self.sections if part.pages] if self.is_pack else []
        return [(part.first, part.last, part.is_each, part.is_deck) for part in parts]


PrintMenu = dict[str, dict[str, list[Offer]]]
"""By the id of a piece, or '': on each paper, what is offered."""


def make_print_menu(prints: Iterable[Print]) -> PrintMenu:
    """Return what the page of an artifact offers, given its prints."""
    menu: PrintMenu = {}
    for each_print in prints:
        paper = PAPER_NAMES[each_print.paper]
        for part, offer in list_offers(each_print):
            menu.setdefault(part, {}).setdefault(paper, []).append(offer)
    return menu


def list_offers(each_print: Print) -> Iterator[tuple[str, Offer]]:
    """Yield a whole file, and each of its sheets that is about one piece, with the piece's id."""
    path = each_print.path
    sections = tuple(
        Offer(
            path,
            first,
            last,
            part=section.part,
            title=section.title,
            how=section.how,
            is_each=section.is_each,
            is_deck=section.is_deck,
        )
        for section, first, last in each_print.spans
    )
    handout = each_print.handout
    yield (
        "",
        Offer(
            path,
            1,
            each_print.pages,
            menu=handout.menu,
            title=handout.subject,
            sections=sections,
            size=handout.sizes.get(each_print.paper, ""),
            is_pack=handout.use == "pack",
        ),
    )
    for section in sections:
        if section.part:
            yield section.part, section
