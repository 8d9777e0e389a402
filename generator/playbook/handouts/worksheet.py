"""What a participant gets of an exercise, or of what the session fills in together."""

from collections.abc import Iterator
from typing import Any

from playbook.handouts.canvas import Room, message, rooms, scorecard
from playbook.handouts.handout import Sheet, running
from playbook.handouts.qr_code import short
from playbook.handouts.rich_text import RichText, Runs, joined, plain
from playbook.language import N_, _
from playbook.parts.exercise import Exercise
from playbook.parts.session_plan import SessionPlan

NAMES = (N_("Name"), N_("With"), N_("Date"))


def worksheet(session: SessionPlan, one: Exercise, rich_text: RichText) -> Sheet:
    """Return the sheet of an exercise: purpose, time and who on top, the steps, and room for the work."""
    steps = [
        {
            "lead": rich_text.runs(step.lead),
            "minutes": step.minutes.words if step.minutes else "",
            "text": rich_text.runs(step.text),
        }
        for step in one.steps
    ]
    held = {"purpose": rich_text.runs(one.purpose), "facts": facts(one, rich_text), "steps": steps}
    return {**sheet(one, rich_text, list(rooms(session, one, rich_text))), **held}


def worksheets(session: SessionPlan, rich_text: RichText) -> Iterator[tuple[Any, Sheet]]:
    """Yield each thing that participants fill in, in the order of use, with its sheet."""
    yield from forms(session, rich_text)
    for each in session.exercises:
        yield each, worksheet(session, each, rich_text)


def forms(session: SessionPlan, rich_text: RichText) -> Iterator[tuple[Any, Sheet]]:
    """Yield the scorecard and the message that a session fills in, where it has them."""
    if card := session.scorecard:
        purpose = rich_text.runs(card.intro)
        yield card, {**sheet(card, rich_text, [scorecard(card, rich_text)]), "purpose": purpose}
    if form := session.message:
        purpose = rich_text.runs(form.tip)
        yield form, {**sheet(form, rich_text, [message(form, rich_text)]), "purpose": purpose}


def sheet(one: Any, rich_text: RichText, canvases: list[Room]) -> Sheet:
    """Return a worksheet without steps."""
    address = rich_text.address(rich_text.entry, str(one.id))
    return {
        "kind": "worksheet",
        "mark": _("Worksheet"),
        "eyebrow": rich_text.runs(rich_text.entry.artifact.title),
        "title": rich_text.runs(one.title),
        "purpose": [],
        "running": running(one.title.plain()),
        "address": address,
        "short": short(address),
        "names": [_(each) for each in NAMES],
        "notes": plain(_("Notes")),
        "facts": [],
        "steps": [],
        "canvases": canvases,
    }


def facts(one: Exercise, rich_text: RichText) -> list[tuple[str, Runs]]:
    """Return what stands on top: how long, who, and with what."""
    said = [(_("Time"), plain(lasting(one))), (_("Who"), rich_text.runs(one.who))]
    if one.materials:
        said.append((_("You need"), joined([rich_text.runs(each) for each in one.materials])))
    return [(name, runs) for name, runs in said if runs]


def lasting(one: Exercise) -> str:
    """Return how long an exercise takes, alone and together."""
    alone, team = one.time.individual, one.time.team
    if alone and team:
        return _("%(alone)s on your own, then %(team)s with your team", alone=alone.words, team=team.words)
    if alone:
        return _("%(time)s on your own", time=alone.words)
    return _("%(time)s with your team", time=team.words) if team else ""
