"""What the facilitator of a session has in hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from playbook.handouts.qr_code import shorten_address
from playbook.handouts.rich_text import RichText, Runs, plain
from playbook.handouts.sheet import Fact, FullHead, Sheet, shorten_title
from playbook.language import N_, _
from playbook.parts.anti_pattern import AntiPattern
from playbook.parts.exercise import Exercise
from playbook.parts.question import Question
from playbook.parts.run_of_show import AgendaSlot, format_clock, format_span
from playbook.parts.session_plan import SessionPlan

TIMES = "\N{MULTIPLICATION SIGN}"
CLOSE = N_(
    "Read out what was decided, who does what by when, and what you will ask a customer next."
    " Thank everyone, and end on time."
)
LATE = N_(
    "Use the shorter time of each range. Leave out a round rather than hurry it, and keep the last"
    " step: it is what people take away."
)


@dataclass(frozen=True)
class StepRow:
    """A step of a slot; when it begins, from 0:00, and how long it takes, where it says so."""

    lead: Runs
    text: Runs
    from_: str
    minutes: str


@dataclass(frozen=True)
class SlotRow:
    """A slot of the run of show; when it begins at the latest, from 0:00, and how long it takes."""

    from_: str
    minutes: str
    title: Runs
    text: Runs
    ask: Runs
    who: Runs
    steps: list[StepRow]


@dataclass(frozen=True)
class ExtraExercise:
    """An exercise that is not part of the session itself."""

    title: Runs
    minutes: str
    purpose: Runs
    who: Runs


@dataclass(frozen=True)
class QuestionRow:
    """A question, with what to listen for."""

    ask: Runs
    listen: Runs


@dataclass(frozen=True)
class AntiPatternRow:
    """An anti-pattern as something to notice in the room."""

    title: Runs
    smell: Runs
    fix: Runs


@dataclass(frozen=True, kw_only=True)
class FacilitatorSheet(Sheet):
    """What to see to before the session, the run of show, and how to end."""

    kind: ClassVar[str] = "facilitator"

    head: FullHead
    prepare: list[Runs]
    prepare_title: Runs
    materials: list[Runs]
    slots: list[SlotRow]
    beside: list[ExtraExercise]
    questions: list[QuestionRow]
    watch: list[AntiPatternRow]
    close: Runs
    late: Runs


def make_facilitator_sheet(
    session: SessionPlan, rich_text: RichText, handed_out: Sequence[str] = ()
) -> FacilitatorSheet:
    """Return the sheet of a session; what is `handed_out` is on the table."""
    prepare = session.prepare
    return FacilitatorSheet(
        head=make_session_head(session, rich_text, _("For the facilitator")),
        prepare=[rich_text.runs(item) for item in prepare.items] if prepare else [],
        prepare_title=rich_text.runs(prepare.title) if prepare else (),
        materials=[
            *(plain(thing) for thing in handed_out),
            *(rich_text.runs(thing) for thing in session.things),
        ],
        slots=list_slots(session, rich_text),
        beside=[describe_exercise(exercise, rich_text) for exercise in session.extra_exercises],
        questions=[describe_question(question, rich_text) for question in session.discussion],
        watch=[describe_anti_pattern(pattern, rich_text) for pattern in session.anti_patterns],
        close=rich_text.runs(session.close) or plain(_(CLOSE)),
        late=rich_text.runs(session.late) or plain(_(LATE)),
    )


def make_session_head(session: SessionPlan, rich_text: RichText, mark: str) -> FullHead:
    """Return the head of a sheet about a whole session."""
    entry = rich_text.entry
    address = rich_text.address(entry)
    return FullHead(
        title=rich_text.runs(entry.artifact.title),
        running=shorten_title(entry.artifact.title.plain()),
        address=address,
        short=shorten_address(address),
        mark=mark,
        eyebrow=plain(_(entry.kind.title)),
        purpose=rich_text.runs(entry.artifact.summary),
        facts=list_facts(session, rich_text),
    )


def list_facts(session: SessionPlan, rich_text: RichText) -> list[Fact]:
    """Return what stands on top: how long, and who where all of it is for the same people."""
    facts = [(_("Time"), plain(session.duration))]
    for index, people in enumerate(session.participants):
        facts.append((_("Who") if index == 0 else "", rich_text.runs(people)))
    return facts


def list_slots(session: SessionPlan, rich_text: RichText) -> list[SlotRow]:
    """Return the run of show; each slot, and each step, with when it begins at the latest."""
    rows: list[SlotRow] = []
    passed = 0
    for slot in session.agenda:
        rows.append(
            SlotRow(
                from_=format_clock(passed) if slot.minutes else "",
                minutes=format_span(slot.least, slot.most) if slot.minutes else "",
                title=rich_text.runs(slot.title),
                text=rich_text.runs(slot.text),
                ask=rich_text.runs(slot.ask),
                who=rich_text.runs(slot.who),
                steps=list_steps(slot, passed, rich_text),
            )
        )
        passed = 0 if session.has_sittings else passed + slot.most
    return rows


def list_steps(slot: AgendaSlot, passed: int, rich_text: RichText) -> list[StepRow]:
    """Return the steps of a slot that begins after so many minutes."""
    rows = []
    for step in slot.steps:
        start = format_clock(passed) if step.minutes else ""
        minutes = step.minutes.words if step.minutes else ""
        rows.append(StepRow(rich_text.runs(step.lead), rich_text.runs(step.text), start, minutes))
        passed += step.minutes.most if step.minutes else 0
    return rows


def describe_exercise(exercise: Exercise, rich_text: RichText) -> ExtraExercise:
    """Return an exercise that is not part of the session itself."""
    total = exercise.time.total
    return ExtraExercise(
        title=rich_text.runs(exercise.title),
        minutes=total.words if total else "",
        purpose=rich_text.runs(exercise.purpose),
        who=rich_text.runs(exercise.who),
    )


def describe_question(question: Question, rich_text: RichText) -> QuestionRow:
    """Return a question, with what to listen for."""
    return QuestionRow(rich_text.runs(question.ask), rich_text.runs(question.listen_for))


def describe_anti_pattern(pattern: AntiPattern, rich_text: RichText) -> AntiPatternRow:
    """Return an anti-pattern as something to notice in the room."""
    title, smell, fix = map(rich_text.runs, (pattern.title, pattern.smell, pattern.fix))
    return AntiPatternRow(title, smell, fix)
