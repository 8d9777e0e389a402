"""What a participant gets of an exercise, or of what the session fills in together."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.handouts.canvas import Canvas, list_canvases, make_message, make_scorecard
from playbook.handouts.qr_code import shorten_address
from playbook.handouts.rich_text import RichText, Runs, join_texts, plain
from playbook.handouts.sheet import Fact, FullHead, Sheet, shorten_title
from playbook.language import N_, _
from playbook.parts.example_sheet import ExampleSheet
from playbook.parts.exercise import Exercise
from playbook.parts.message import Message
from playbook.parts.scorecard import Scorecard
from playbook.parts.session_plan import SessionPlan
from playbook.text.inline import Text

Piece = Exercise | Scorecard | Message
"""What participants fill in."""
NAMES = (N_("Name"), N_("With"), N_("Date"))


@dataclass(frozen=True)
class WorksheetStep:
    """A thing to do, and for how long."""

    lead: Runs
    minutes: str
    text: Runs


@dataclass(frozen=True, kw_only=True)
class Worksheet(Sheet):
    """Purpose, time and who on top, the steps, and room for the work."""

    kind: ClassVar[str] = "worksheet"

    head: FullHead
    names: list[str]
    notes: Runs
    """What room that is left over is called."""
    steps: list[WorksheetStep]
    canvases: list[Canvas]


def list_worksheets(session: SessionPlan, rich_text: RichText) -> Iterator[tuple[Piece, Worksheet]]:
    """Yield each thing that participants fill in, in the order of use, with its sheet."""
    if card := session.scorecard:
        canvas = make_scorecard(card, rich_text)
        yield card, make_form(card, card.intro, canvas, rich_text)
    if message := session.message:
        canvas = make_message(message, rich_text)
        yield message, make_form(message, message.tip, canvas, rich_text)
    for exercise in session.exercises:
        yield exercise, make_worksheet(session, exercise, rich_text)


def make_worksheet(session: SessionPlan, exercise: Exercise, rich_text: RichText) -> Worksheet:
    """Return the sheet of an exercise."""
    steps = [
        WorksheetStep(
            rich_text.runs(step.lead),
            step.minutes.words if step.minutes else "",
            rich_text.runs(step.text),
        )
        for step in exercise.steps
    ]
    facts, mark = list_facts(exercise, rich_text), _("Worksheet")
    return Worksheet(
        head=make_piece_head(exercise, mark, exercise.purpose, facts, rich_text),
        names=[_(name) for name in NAMES],
        notes=plain(_("Notes")),
        steps=steps,
        canvases=list(list_canvases(session, exercise, rich_text)),
    )


def make_form(piece: Piece, purpose: Text | None, canvas: Canvas, rich_text: RichText) -> Worksheet:
    """Return the sheet of something to fill in that has no steps."""
    return Worksheet(
        head=make_piece_head(piece, _("Worksheet"), purpose, [], rich_text),
        names=[_(name) for name in NAMES],
        notes=plain(_("Notes")),
        steps=[],
        canvases=[canvas],
    )


def make_piece_head(
    piece: Piece | ExampleSheet,
    mark: str,
    purpose: Text | None,
    facts: list[Fact],
    rich_text: RichText,
) -> FullHead:
    """Return the head of a sheet about a piece of the page, to which it leads."""
    address = rich_text.address(rich_text.entry, str(piece.id))
    return FullHead(
        title=rich_text.runs(piece.title),
        running=shorten_title(piece.title.plain()),
        address=address,
        short=shorten_address(address),
        mark=mark,
        eyebrow=rich_text.runs(rich_text.entry.artifact.title),
        purpose=rich_text.runs(purpose),
        facts=facts,
    )


def list_facts(exercise: Exercise, rich_text: RichText) -> list[Fact]:
    """Return what stands on top: how long, who, and with what."""
    facts = [
        (_("Time"), plain(exercise.time.words)),
        (_("Who"), rich_text.runs(exercise.who)),
    ]
    if exercise.materials:
        materials = join_texts([rich_text.runs(material) for material in exercise.materials])
        facts.append((_("You need"), materials))
    return [(label, runs) for label, runs in facts if runs]
