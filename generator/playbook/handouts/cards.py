"""Cards to cut: eight to a page, their backs where the printer turns them to."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from playbook.handouts.handout import Sheet, running
from playbook.handouts.qr_code import short
from playbook.handouts.rich_text import RichText, Runs, plain
from playbook.language import _
from playbook.parts.session_plan import SessionPlan

Flip = Literal["long", "short"]
WIDTH, HEIGHT = 95.0, 62.0
"""A card's size in millimetres, the same on both papers."""
ACROSS, DOWN = 2, 4
FULL = ACROSS * DOWN
EYEBROW = 36
"""The most signs that the small line on top of a card has room for."""
PAPERS = {"a4": (210.0, 297.0), "us-letter": (215.9, 279.4)}
"""The papers' sizes in millimetres."""


@dataclass(frozen=True)
class Place:
    """Where a card's left upper corner lies on its page, in millimetres, and whether it stands on its head."""

    left: float
    top: float
    turned: bool = False


def front(index: int, paper: str) -> Place:
    """Return the place of the front of a card, counted along the rows of its page."""
    wide, tall = PAPERS[paper]
    row, column = divmod(index, ACROSS)
    return Place((wide - ACROSS * WIDTH) / 2 + column * WIDTH, (tall - DOWN * HEIGHT) / 2 + row * HEIGHT)


def back(index: int, paper: str, flip: Flip) -> Place:
    """Return the place of its back, for a printer that flips the sheet over its long or its short edge."""
    at = front(index, paper)
    wide, tall = PAPERS[paper]
    if flip == "long":
        return Place(wide - at.left - WIDTH, at.top)
    return Place(at.left, tall - at.top - HEIGHT, turned=True)


@dataclass(frozen=True)
class Card:
    """Its two sides: what sort of card it is, a small line and a text in front, and labelled texts behind."""

    mark: str
    eyebrow: str
    front: Runs
    back: list[tuple[str, Runs]]


def cards(title: str, deck: list[Card], rich_text: RichText) -> Sheet:
    """Return a stack of cards, with the places that both papers and both ways of flipping ask for."""
    address = rich_text.address(rich_text.entry)
    return {
        "kind": "cards",
        "title": plain(title),
        "running": title,
        "guide": running(rich_text.entry.artifact.title.plain()),
        "address": address,
        "short": short(address),
        "size": [WIDTH, HEIGHT],
        "pages": [
            [
                {**asdict(deck[n]), "count": _("%(number)s of %(of)s", number=n + 1, of=len(deck))}
                for n in range(start, min(start + FULL, len(deck)))
            ]
            for start in range(0, len(deck), FULL)
        ],
        "places": {
            paper: [
                {"front": spot(front(n, paper)), **{flip: spot(back(n, paper, flip)) for flip in ("long", "short")}}
                for n in range(FULL)
            ]
            for paper in PAPERS
        },
    }


def spot(place: Place) -> list[float | bool]:
    """Return a place as the templates read it."""
    return [round(place.left, 3), round(place.top, 3), place.turned]


def question_cards(session: SessionPlan, rich_text: RichText) -> Iterator[Card]:
    """Yield a card for each question: the question in front, what to listen for behind."""
    for group, asked in (
        (_("On your own"), session.questions.individual),
        (_("With your team"), session.questions.team),
    ):
        for each in asked:
            told = [(_("Listen for"), rich_text.runs(each.listen_for))] if each.listen_for else []
            yield Card(_("Ask"), group, rich_text.runs(each.ask), told)


def anti_pattern_cards(session: SessionPlan, rich_text: RichText) -> Iterator[Card]:
    """Yield a card for each anti-pattern: how to notice it in front, what it costs and what to do instead behind."""
    for each in session.anti_patterns:
        told = [(_("What it costs"), rich_text.runs(each.harm))]
        told += [(_("Do this instead"), rich_text.runs(each.fix))] if each.fix else []
        yield Card(_("Look out"), running(each.title.plain(), EYEBROW), rich_text.runs(each.smell), told)
