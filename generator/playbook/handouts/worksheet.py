"""What a participant gets of an exercise, or of what the session fills in together."""

from collections.abc import Iterator
from typing import Any

from playbook.handouts.canvas import Room, room, rooms
from playbook.handouts.handout import Sheet, running
from playbook.handouts.qr_code import short
from playbook.handouts.rich_text import Runs, Typist, joined, plain
from playbook.language import N_, _
from playbook.parts.exercise import Exercise

NAMES = (N_("Name"), N_("With"), N_("Date"))


def worksheet(one: Exercise, typist: Typist) -> Sheet:
    """Return the sheet of an exercise: purpose, time and who on top, the steps, and room for the work."""
    steps = [
        {
            "lead": typist.runs(step.lead),
            "minutes": step.minutes.words if step.minutes else "",
            "text": typist.runs(step.text),
        }
        for step in one.steps
    ]
    held = {"purpose": typist.runs(one.purpose), "facts": facts(one, typist), "steps": steps}
    return {**sheet(one, typist, list(rooms(one, typist))), **held}


def worksheets(typist: Typist) -> Iterator[tuple[Any, Sheet]]:
    """Yield each thing that participants fill in, in the order of use, with its sheet."""
    yield from forms(typist)
    for each in typist.entry.artifact.exercises:
        yield each, worksheet(each, typist)


def forms(typist: Typist) -> Iterator[tuple[Any, Sheet]]:
    """Yield the scorecard and the message that a play's steps fill in, where it has them."""
    for name in ("scorecard", "message"):
        if own := getattr(typist.entry.artifact, name, None):
            about = own.intro if name == "scorecard" else own.tip
            yield own, {**sheet(own, typist, [room(name, typist)]), "purpose": typist.runs(about)}


def sheet(one: Any, typist: Typist, canvases: list[Room]) -> Sheet:
    """Return a worksheet without steps."""
    address = typist.address(typist.entry, str(one.id))
    return {
        "kind": "worksheet",
        "mark": _("Worksheet"),
        "eyebrow": typist.runs(typist.entry.artifact.title),
        "title": typist.runs(one.title),
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


def facts(one: Exercise, typist: Typist) -> list[tuple[str, Runs]]:
    """Return what stands on top: how long, who, and with what."""
    said = [(_("Time"), plain(lasting(one))), (_("Who"), typist.runs(one.who))]
    if one.materials:
        said.append((_("You need"), joined([typist.runs(each) for each in one.materials])))
    return [(name, runs) for name, runs in said if runs]


def lasting(one: Exercise) -> str:
    """Return how long an exercise takes, alone and together."""
    alone, team = one.time.individual, one.time.team
    if alone and team:
        return _("%(alone)s on your own, then %(team)s with your team", alone=alone.words, team=team.words)
    if alone:
        return _("%(time)s on your own", time=alone.words)
    return _("%(time)s with your team", time=team.words) if team else ""
