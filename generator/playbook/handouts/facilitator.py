"""What whoever runs a session has in hand."""

from collections.abc import Sequence
from typing import Any

from playbook.handouts.handout import Sheet, running
from playbook.handouts.qr_code import short
from playbook.handouts.rich_text import RichText, Runs, plain
from playbook.language import N_, _
from playbook.parts.exercise import Exercise
from playbook.parts.run_of_show import Slot, format_span
from playbook.parts.session_plan import SessionPlan

CLOSE = N_(
    "Read out what was decided, who does what by when, and what you will ask a customer next."
    " Thank them, and end on time."
)
LATE = N_(
    "Take the least of each range. Leave out a round rather than hurry it, and keep the last step:"
    " it is what people take away."
)


def facilitator(session: SessionPlan, rich_text: RichText, sheets: Sequence[tuple[str, int]] = ()) -> Sheet:
    """Return the sheet of a play or a guide, with the printed sheets among what has to be on the table."""
    it = rich_text.entry.artifact
    address = rich_text.address(rich_text.entry)
    return {
        "kind": "facilitator",
        "mark": _("For the facilitator"),
        "eyebrow": plain(_(rich_text.entry.kind.title)),
        "title": rich_text.runs(it.title),
        "purpose": rich_text.runs(it.summary),
        "running": running(it.title.plain()),
        "address": address,
        "short": short(address),
        "facts": facts(session, rich_text),
        "prepare": [rich_text.runs(each) for each in session.prepare.items] if session.prepare else [],
        "prepare_title": rich_text.runs(session.prepare.title) if session.prepare else [],
        "materials": [
            *(plain(f"{copies} × {title}") for title, copies in sheets),  # noqa: RUF001 - so many times
            *(rich_text.runs(each) for each in session.things),
        ],
        "slots": show(session.agenda, rich_text),
        "beside": [beside(each, rich_text) for each in session.extra_exercises],
        "questions": [asked(each, rich_text) for each in session.discussion],
        "watch": [watched(each, rich_text) for each in session.anti_patterns],
        "close": rich_text.runs(session.close) or plain(_(CLOSE)),
        "late": rich_text.runs(session.late) or plain(_(LATE)),
    }


def facts(session: SessionPlan, rich_text: RichText) -> list[tuple[str, Runs]]:
    """Return what stands on top: how long, and who where all of it is for the same people."""
    people = session.participants
    return [
        (_("Time"), plain(session.duration)),
        *((_("Who") if not index else "", rich_text.runs(who)) for index, who in enumerate(people)),
    ]


def show(agenda: Sequence[Slot], rich_text: RichText) -> list[dict[str, Any]]:
    """Return the run of show; each slot with the minutes after which it begins at the latest, and so its steps."""
    passed, told = 0, []
    for slot in agenda:
        told.append(
            {
                "from": since(passed) if slot.minutes else "",
                "minutes": format_span(slot.least, slot.most) if slot.minutes else "",
                "title": rich_text.runs(slot.title),
                "text": rich_text.runs(slot.text),
                "ask": rich_text.runs(slot.ask),
                "who": rich_text.runs(slot.who),
                "steps": stepwise(slot, passed, rich_text),
            }
        )
        passed += slot.most
    return told


def stepwise(slot: Slot, passed: int, rich_text: RichText) -> list[dict[str, Any]]:
    """Return the steps of a slot that begins after so many minutes."""
    told = []
    for step in slot.steps:
        made = {"lead": rich_text.runs(step.lead), "text": rich_text.runs(step.text), "from": "", "minutes": ""}
        if step.minutes:
            made |= {"from": since(passed), "minutes": step.minutes.words}
            passed += step.minutes.most
        told.append(made)
    return told


def since(minutes: int) -> str:
    """Return how long a session has been running, in hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02}"


def beside(one: Exercise, rich_text: RichText) -> dict[str, Any]:
    """Return an exercise that is not part of the session itself."""
    return {
        "title": rich_text.runs(one.title),
        "minutes": one.time.total.words if one.time.total else "",
        "purpose": rich_text.runs(one.purpose),
        "who": rich_text.runs(one.who),
    }


def asked(one: Any, rich_text: RichText) -> dict[str, Runs]:
    """Return a question, with what to listen for."""
    return {"ask": rich_text.runs(one.ask), "listen": rich_text.runs(one.listen_for)}


def watched(one: Any, rich_text: RichText) -> dict[str, Runs]:
    """Return an anti-pattern as something to notice in the room."""
    return {"title": rich_text.runs(one.title), "smell": rich_text.runs(one.smell), "fix": rich_text.runs(one.fix)}
