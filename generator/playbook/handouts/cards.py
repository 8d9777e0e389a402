"""Cards to cut: eight to a page, their backs where the printer turns them to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from playbook.handouts.rich_text import RichText, Runs, plain
from playbook.handouts.sheet import Fact, Sheet, make_head, shorten_title
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


@dataclass(frozen=True, kw_only=True)
class Deck(Sheet):
    """A stack of cards: what they are about, their size, and the cards of each page."""

    kind: ClassVar[str] = "cards"

    flip: Flip
    """Over which edge the printer flips a sheet to print its back."""
    guide: str
    size: tuple[float, float]
    pages: list[list[PrintedCard]]
    places: dict[str, list[dict[str, Spot]]]
    """By paper, the front of each card of a page, and its back for each way of flipping."""


def front_place(index: int, paper: str) -> Place:
    """Return the place of the front of a card, counted along the rows of its page."""
    wide, tall = PAPERS[paper]
    row, column = divmod(index, ACROSS)
    left, top = (wide - ACROSS * WIDTH) / 2, (tall - DOWN * HEIGHT) / 2
    return Place(left + column * WIDTH, top + row * HEIGHT)


def back_place(index: int, paper: str, flip: Flip) -> Place:
    """Return the place of a card's back, for a printer that flips sheets over this edge."""
    front = front_place(index, paper)
    wide, tall = PAPERS[paper]
    if flip == "long":
        return Place(wide - front.left - WIDTH, front.top)
    return Place(front.left, tall - front.top - HEIGHT, turned=True)


def list_places(paper: str) -> list[dict[str, Spot]]:
    """Return the places of a page's cards on one paper."""
    return [
        {
            "front": front_place(index, paper).spot,
            "long": back_place(index, paper, "long").spot,
            "short": back_place(index, paper, "short").spot,
        }
        for index in range(FULL)
    ]


def make_deck(
    title: str, cards: list[PrintedCard], rich_text: RichText, flip: Flip = "long"
) -> Deck:
    """Return a stack of cards for one way of flipping, with their places for both papers."""
    numbered = [
        replace(card, count=_("%(number)s of %(of)s", number=number, of=len(cards)))
        for number, card in enumerate(cards, 1)
    ]
    return Deck(
        head=make_head(rich_text, plain(title), title),
        flip=flip,
        guide=shorten_title(rich_text.entry.artifact.title.plain()),
        size=(WIDTH, HEIGHT),
        pages=[numbered[start : start + FULL] for start in range(0, len(numbered), FULL)],
        places={paper: list_places(paper) for paper in PAPERS},
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
        yield PrintedCard(_("Look out"), eyebrow, rich_text.runs(pattern.smell), back)
