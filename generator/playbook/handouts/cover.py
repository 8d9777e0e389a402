"""The first page of a pack: what is in it, on which pages, and how to print it."""

from dataclasses import dataclass
from typing import ClassVar

from playbook.handouts.canvases.emblem import EMBLEM
from playbook.handouts.cards import Flip
from playbook.handouts.facilitator import make_session_head
from playbook.handouts.pack_item import PackItem
from playbook.handouts.rich_text import RichText
from playbook.handouts.sheet import FullHead, Sheet
from playbook.language import N_, _, ngettext
from playbook.parts.session_plan import SessionPlan

NOTES: dict[Flip, str] = {
    "long": N_(
        "Print on both sides, flipped on the long edge. Each part begins on a new sheet of paper."
        " To print only one part, enter its page numbers in the print dialog."
    ),
    "short": N_(
        "Print on both sides, flipped on the short edge. Each part begins on a new sheet of paper."
        " To print only one part, enter its page numbers in the print dialog."
    ),
}


@dataclass(frozen=True)
class CoverPart:
    """A line of the cover: what to print, in how many copies, and how."""

    title: str
    copies: int
    how: str


@dataclass(frozen=True, kw_only=True)
class Cover(Sheet):
    """The first page: what is in the pack."""

    kind: ClassVar[str] = "cover"

    head: FullHead
    picture: str
    alt: str
    heading: str
    note: str
    """How to print it."""
    parts: list[CoverPart]


def make_cover(
    session: SessionPlan,
    rich_text: RichText,
    items: tuple[PackItem, ...],
    copies: int,
    flip: Flip,
) -> Cover:
    """Return the first page, for so many people and a printer that flips so."""
    return Cover(
        head=make_session_head(session, rich_text, _("Session pack")),
        picture=EMBLEM,
        alt=_("An opportunity solution tree"),
        heading=ngettext("What to print", "What to print for %(number)s people", copies),
        note=_(NOTES[flip]),
        parts=[CoverPart(item.label, item.copies, item.how) for item in items],
    )
