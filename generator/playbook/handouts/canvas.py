"""The room that a worksheet has for the work."""

from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import fromstring

from playbook.handouts.canvases import CANVASES
from playbook.handouts.lines import take_lines, written_out
from playbook.handouts.rich_text import RichText, Runs, plain, without_links
from playbook.language import _
from playbook.parts.exercise import Exercise
from playbook.parts.message import Message
from playbook.parts.scorecard import Scorecard
from playbook.parts.session_plan import SessionPlan

Room = dict[str, Any]


def rooms(session: SessionPlan, one: Exercise, rich_text: RichText) -> Iterator[Room]:
    """Yield an exercise's table and its canvases; lines when it names none."""
    if one.table:
        table = one.table
        yield tabled(
            [], [without_links(rich_text.runs(each)) for each in table.columns], map(rich_text.runs, table.rows)
        )
    for name in one.canvas or (() if one.table else ("lines",)):
        yield room(session, name, rich_text)


def room(session: SessionPlan, name: str, rich_text: RichText) -> Room:
    """Return the room of one name; a scorecard and a message are the artifact's own where it has them."""
    if name in CANVASES:
        return drawn(name)
    if name == "scorecard":
        return scorecard(session.scorecard, rich_text)
    if name == "message":
        return message(session.message, rich_text)
    return {"name": name, "title": plain(_("Notes"))}


def drawn(name: str) -> Room:
    """Return a blank drawing, its words apart."""
    canvas = CANVASES[name]
    picture = fromstring(canvas.draw())  # noqa: S314 - our own drawing
    _left, _top, wide, high = map(float, picture.attrib["viewBox"].split())
    made = {"name": name, "title": plain(_(canvas.title)), "told": _(canvas.told), "size": [wide, high]}
    lines = take_lines(picture)
    return made | {"lines": lines, "picture": written_out(picture)}


def tabled(title: Runs, columns: Iterable[Runs], rows: Iterable[Runs]) -> Room:
    """Return a table to fill in."""
    return {"name": "table", "title": title, "columns": list(columns), "rows": list(rows)}


def scorecard(card: Scorecard | None, rich_text: RichText) -> Room:
    """Return a scorecard: its levels to choose from beside each criterion, or a blank one."""
    if not card:
        columns = [plain(words) for words in (_("What we judge"), "0", "1", "2", "3", _("How we know"))]
        return tabled(plain(_("Your scorecard")), columns, [])
    return {
        "name": "scorecard",
        "title": [],
        "criteria": [
            {
                "title": rich_text.runs(each.title),
                "ask": rich_text.runs(each.ask),
                "looks": [rich_text.runs(look) for look in each.looks],
            }
            for each in card.criteria
        ],
        "levels": [without_links(rich_text.runs(level)) for level in card.levels],
        "verdicts": [{"from": each.at_least, "title": rich_text.runs(each.title)} for each in card.verdicts],
        "most": card.most,
        "proof": plain(_("How we know")),
    }


def message(form: Message | None, rich_text: RichText) -> Room:
    """Return a message to fill in, line by line, or a blank one."""
    if not form:
        rows = [plain(each) for each in (_("To"), _("Why now"), _("Ask"))]
        return tabled(plain(_("Your message")), [plain(_("What you say"))], rows)
    lines = [{"title": rich_text.runs(each.title), "template": rich_text.runs(each.template)} for each in form.lines]
    return {"name": "message", "title": [], "to": rich_text.runs(form.to), "lines": lines}
