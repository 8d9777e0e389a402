"""The room that a worksheet has for the work."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import fromstring

from playbook.handouts.canvases import CANVASES
from playbook.handouts.lines import PictureLine, take_lines, write_svg
from playbook.handouts.rich_text import RichText, Runs, plain, without_links
from playbook.language import _, pgettext
from playbook.parts.exercise import Exercise
from playbook.parts.message import Message
from playbook.parts.scorecard import Scorecard
from playbook.parts.session_plan import SessionPlan


@dataclass(frozen=True)
class Canvas:
    """Room to fill in by hand: what it is called in the templates, and on the sheet."""

    name: str
    title: Runs


@dataclass(frozen=True)
class TableCanvas(Canvas):
    """A table; without rows, as many empty ones as the page holds."""

    columns: list[Runs]
    rows: list[Runs]


@dataclass(frozen=True)
class CriterionRow:
    """What is judged, and what each level of it looks like."""

    title: Runs
    ask: Runs
    looks: list[Runs]


@dataclass(frozen=True)
class VerdictLine:
    """What a total means, from so many points up."""

    from_: int
    title: Runs


@dataclass(frozen=True)
class ScorecardCanvas(Canvas):
    """A scorecard, with its levels to choose from beside each criterion."""

    criteria: list[CriterionRow]
    levels: list[Runs]
    verdicts: list[VerdictLine]
    most: int
    proof: Runs


@dataclass(frozen=True)
class MessageLine:
    """A sentence of a message to fill in."""

    title: Runs
    template: Runs


@dataclass(frozen=True)
class MessageCanvas(Canvas):
    """A message, with room to write below each sentence."""

    to: Runs
    lines: list[MessageLine]


@dataclass(frozen=True)
class DrawnCanvas(Canvas):
    """A blank drawing, its words apart; its size is in points."""

    alt: str
    size: tuple[float, float]
    lines: list[PictureLine]
    picture: str


def list_canvases(
    session: SessionPlan, exercise: Exercise, rich_text: RichText
) -> Iterator[Canvas]:
    """Yield an exercise's table and its canvases; lines when it names none."""
    if table := exercise.table:
        columns = [without_links(rich_text.runs(column)) for column in table.columns]
        yield make_table((), columns, map(rich_text.runs, table.rows))
    for name in exercise.canvas or (() if exercise.table else ("lines",)):
        yield make_canvas(session, name, rich_text)


def make_canvas(session: SessionPlan, name: str, rich_text: RichText) -> Canvas:
    """Return the canvas of one name; a scorecard and a message are the session's own, if any."""
    if name in CANVASES:
        return draw_canvas(name)
    if name == "scorecard":
        return make_scorecard(session.scorecard, rich_text)
    if name == "message":
        return make_message(session.message, rich_text)
    return Canvas(name, plain(_("Notes")))


def draw_canvas(name: str) -> DrawnCanvas:
    """Return the blank drawing of one name."""
    drawing = CANVASES[name]
    svg = fromstring(drawing.draw())  # noqa: S314 - our own drawing
    _left, _top, wide, high = map(float, svg.attrib["viewBox"].split())
    lines = take_lines(svg)
    return DrawnCanvas(
        name=name,
        title=plain(_(drawing.title)),
        alt=_(drawing.alt),
        size=(wide, high),
        lines=lines,
        picture=write_svg(svg),
    )


def make_table(title: Runs, columns: Iterable[Runs], rows: Iterable[Runs]) -> TableCanvas:
    """Return a table to fill in."""
    return TableCanvas("table", title, list(columns), list(rows))


def make_scorecard(card: Scorecard | None, rich_text: RichText) -> Canvas:
    """Return a scorecard, or a blank one."""
    if not card:
        labels = (_("What we judge"), "0", "1", "2", "3", _("How we know"))
        return make_table(plain(_("Your scorecard")), map(plain, labels), [])
    return ScorecardCanvas(
        name="scorecard",
        title=(),
        criteria=[
            CriterionRow(
                rich_text.runs(criterion.title),
                rich_text.runs(criterion.ask),
                [rich_text.runs(look) for look in criterion.looks],
            )
            for criterion in card.criteria
        ],
        levels=[without_links(rich_text.runs(level)) for level in card.levels],
        verdicts=[
            VerdictLine(verdict.at_least, rich_text.runs(verdict.title))
            for verdict in card.verdicts
        ],
        most=card.most,
        proof=plain(_("How we know")),
    )


def make_message(message: Message | None, rich_text: RichText) -> Canvas:
    """Return a message to fill in, line by line, or a blank one."""
    if not message:
        rows = map(plain, (_("To"), _("Why now"), pgettext("message", "Ask")))
        return make_table(plain(_("Your message")), [plain(_("What you say"))], rows)
    lines = [
        MessageLine(rich_text.runs(line.title), rich_text.runs(line.template))
        for line in message.lines
    ]
    return MessageCanvas("message", (), rich_text.runs(message.to), lines)
