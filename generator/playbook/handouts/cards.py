"""Cards to cut: four to eight to a page, their backs where the printer turns them to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from typing import ClassVar, Literal

from playbook.handouts.rich_text import RichText, Runs, plain
from playbook.handouts.sheet import Fact, Sheet, make_head, shorten_title
from playbook.language import _
from playbook.parts.session_plan import SessionPlan

Flip = Literal["long", "short"]
WIDTH, TALL = 95.0, 248.0
"""The width of a card, and the height of all that stand below each other, in millimetres."""
ACROSS, ROWS = 2, (4, 3, 2)
"""How many cards stand beside each other, and below each other: fewer are larger."""
EYEBROW = 120
"""The most signs of the small line on top of a card."""
PAPERS = {"a4": (210.0, 297.0), "us-letter": (215.9, 279.4)}
"""The papers' sizes in millimetres."""
Spot = list[float | bool]
"""A place as the templates read it."""


@dataclass(frozen=True)
class Place:
    """Where a card's left upper corner lies, in millimetres, and if the card is upside down."""

    left: float
    top: float
    turned: bool = False

    @property
    def spot(self) -> Spot:
        """The place as the templates read it."""
        return [round(self.left, 3), round(self.top, 3), self.turned]


@dataclass(frozen=True)
class PrintedCard:
    """Its sides: what sort it is, a small line and a text in front, and labelled texts behind."""

    mark: str
    eyebrow: str
    front: Runs
    back: list[Fact]
    count: str = ""
    """Which card of how many it is."""


@dataclass(frozen=True)
class CardLayout:
    """How large cards are, and by paper their places: in front, and behind for each flip."""

    size: tuple[float, float]
    places: dict[str, list[dict[str, Spot]]]


@dataclass(frozen=True, kw_only=True)
class Deck(Sheet):
    """A stack of cards, all of one size: the first in which its texts are large enough."""

    kind: ClassVar[str] = "cards"

    flip: Flip
    """Over which edge the printer flips a sheet to print its back."""
    guide: str
    cards: list[PrintedCard]
    layouts: list[CardLayout]


def front_place(index: int, paper: str, rows: int = ROWS[0]) -> Place:
    """Return the place of the front of a card, counted along the rows of its page."""
    wide, tall = PAPERS[paper]
    row, column = divmod(index, ACROSS)
    left, top = (wide - ACROSS * WIDTH) / 2, (tall - TALL) / 2
    return Place(left + column * WIDTH, top + row * TALL / rows)


def back_place(index: int, paper: str, flip: Flip, rows: int = ROWS[0]) -> Place:
    """Return the place of a card's back, for a printer that flips sheets over this edge."""
    front = front_place(index, paper, rows)
    wide, tall = PAPERS[paper]
    if flip == "long":
        return Place(wide - front.left - WIDTH, front.top)
    return Place(front.left, tall - front.top - TALL / rows, turned=True)


def list_places(paper: str, rows: int) -> list[dict[str, Spot]]:
    """Return the places of a page's cards on one paper."""
    return [
        {
            "front": front_place(index, paper, rows).spot,
            "long": back_place(index, paper, "long", rows).spot,
            "short": back_place(index, paper, "short", rows).spot,
        }
        for index in range(ACROSS * rows)
    ]


def list_layouts(count: int) -> list[CardLayout]:
    """Return how so many cards may be laid: on the fewest pages first, as large as these allow."""
    best = min(ROWS, key=lambda rows: (ceil(count / (ACROSS * rows)), rows))
    return [
        CardLayout(
            size=(WIDTH, round(TALL / rows, 3)),
            places={paper: list_places(paper, rows) for paper in PAPERS},
        )
        for rows in ROWS
        if rows <= best
    ]


def make_deck(
    title: str, cards: list[PrintedCard], rich_text: RichText, flip: Flip = "long"
) -> Deck:
    """Return a stack of cards for one way of flipping, with their places for both papers."""
    return Deck(
        head=make_head(rich_text, plain(title), title),
        flip=flip,
        guide=shorten_title(rich_text.entry.artifact.title.plain(), EYEBROW),
        cards=[
            replace(card, count=_("%(number)s of %(of)s", number=number, of=len(cards)))
            for number, card in enumerate(cards, 1)
        ],
        layouts=list_layouts(len(cards)),
    )


def list_question_cards(session: SessionPlan, rich_text: RichText) -> Iterator[PrintedCard]:
    """Yield a card for each question: the question in front, what to listen for behind."""
    groups = (
        (_("On your own"), session.questions.individual),
        (_("With your team"), session.questions.team),
    )
    for group, questions in groups:
        for question in questions:
            listen_for = rich_text.runs(question.listen_for)
            back = [(_("Listen for"), listen_for)] if question.listen_for else []
            yield PrintedCard(_("Ask"), group, rich_text.runs(question.ask), back)


def list_anti_pattern_cards(session: SessionPlan, rich_text: RichText) -> Iterator[PrintedCard]:
    """Yield a card for each anti-pattern: how to notice it, and behind what it costs and a fix."""
    for pattern in session.anti_patterns:
        back = [(_("What it costs"), rich_text.runs(pattern.harm))]
        if pattern.fix:
            back.append((_("Do this instead"), rich_text.runs(pattern.fix)))
        eyebrow = shorten_title(pattern.title.plain(), EYEBROW)
        yield PrintedCard(_("Watch out"), eyebrow, rich_text.runs(pattern.smell), back)
