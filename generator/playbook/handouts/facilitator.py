"""What whoever runs a session has in hand."""

from collections.abc import Sequence
from typing import Any

from playbook.handouts.handout import Sheet, running
from playbook.handouts.qr_code import short
from playbook.handouts.rich_text import RichText, Runs, plain
from playbook.language import N_, _
from playbook.parts.exercise import Exercise
from playbook.parts.run_of_show import Slot, slots, span

CLOSE = N_(
    "Read out what was decided, who does what by when, and what you will ask a customer next."
    " Thank them, and end on time."
)
LATE = N_(
    "Take the least of each range. Leave out a round rather than hurry it, and keep the last step:"
    " it is what people take away."
)


def facilitator(rich_text: RichText, sheets: Sequence[tuple[str, int]] = ()) -> Sheet:
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
        "facts": facts(it, rich_text),
        "prepare": [rich_text.runs(each) for each in it.prepare.items] if it.prepare else [],
        "prepare_title": rich_text.runs(it.prepare.title) if it.prepare else [],
        "materials": [
            *(plain(f"{copies} × {title}") for title, copies in sheets),  # noqa: RUF001 - so many times
            *(rich_text.runs(each) for each in materials(it)),
        ],
        "slots": show(slots(it), rich_text),
        "beside": [beside(each, rich_text) for each in it.exercises] if has_steps(it) else [],
        "questions": [] if has_steps(it) else [asked(each, rich_text) for each in it.questions.team],
        "watch": [watched(each, rich_text) for each in it.anti_patterns],
        "close": rich_text.runs(it.close) or plain(_(CLOSE)),
        "late": rich_text.runs(it.late) or plain(_(LATE)),
    }


def facts(it: Any, rich_text: RichText) -> list[tuple[str, Runs]]:
    """Return what stands on top: how long, and who where all of it is for the same people."""
    agenda = slots(it)
    least, most = sum(each.least for each in agenda), sum(each.most for each in agenda)
    said = [(_("Time"), plain(it.time.words if hasattr(it, "time") else span(least, most)))]
    people = getattr(it, "people", ()) or dict.fromkeys(each.who for each in it.exercises)
    if has_steps(it) or len(people) == 1:
        said += [(_("Who") if not index else "", rich_text.runs(each)) for index, each in enumerate(people)]
    return said


def has_steps(it: Any) -> bool:
    """Whether a session has steps of its own, so that its exercises are for before, after or another day."""
    return bool(getattr(it, "steps", ()))


def materials(it: Any) -> list[Any]:
    """Return what has to be on the table, each thing once."""
    own = getattr(it, "materials", ())
    return list(dict.fromkeys(own or [each for one in it.exercises for each in one.materials]))


def show(agenda: list[Slot], rich_text: RichText) -> list[dict[str, Any]]:
    """Return the run of show; each slot with the minutes after which it begins at the latest, and so its steps."""
    passed, told = 0, []
    for slot in agenda:
        told.append(
            {
                "from": since(passed) if slot.minutes else "",
                "minutes": span(slot.least, slot.most) if slot.minutes else "",
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
        "minutes": one.time.whole.words if one.time.whole else "",
        "purpose": rich_text.runs(one.purpose),
        "who": rich_text.runs(one.who),
    }


def asked(one: Any, rich_text: RichText) -> dict[str, Runs]:
    """Return a question, with what to listen for."""
    return {"ask": rich_text.runs(one.ask), "listen": rich_text.runs(one.listen_for)}


def watched(one: Any, rich_text: RichText) -> dict[str, Runs]:
    """Return an anti-pattern as something to notice in the room."""
    return {"title": rich_text.runs(one.title), "smell": rich_text.runs(one.smell), "fix": rich_text.runs(one.fix)}
