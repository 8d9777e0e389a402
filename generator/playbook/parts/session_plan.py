"""What people need to hold a session about an artifact, whatever kind the artifact is of."""

from dataclasses import dataclass

from playbook.language import _
from playbook.parts.anti_pattern import AntiPattern
from playbook.parts.checklist import Checklist
from playbook.parts.example_sheet import ExampleSheet
from playbook.parts.exercise import Exercise
from playbook.parts.message import Message
from playbook.parts.question import Question, Questions
from playbook.parts.run_of_show import AgendaSlot, format_span
from playbook.parts.scorecard import Scorecard
from playbook.text.inline import Text


@dataclass(frozen=True, kw_only=True)
class SessionPlan:
    """A session to be planned, printed and run; `Artifact.session` of such a kind gives it.

    A dataclass that each kind fills in, not a protocol that its model fits: what prints or runs
    a session asks no model which fields it has.
    """

    agenda: tuple[AgendaSlot, ...]
    """What happens in it, in order."""
    exercises: tuple[Exercise, ...]
    """Every exercise that goes with it."""
    questions: Questions
    are_exercises_extra: bool = False
    """Whether the exercises are for before, after or another day, and so are not on the agenda."""
    has_sittings: bool = False
    """Whether each slot may have a day of its own, and so begins at 0:00."""
    time: str = ""
    """How long it takes, as readers see it; left out where the agenda says so."""
    people: tuple[Text, ...] = ()
    """Who takes part; left out where the exercises say so."""
    materials: tuple[Text, ...] = ()
    """What has to be on the table; left out where the exercises say so."""
    prepare: Checklist | None = None
    anti_patterns: tuple[AntiPattern, ...] = ()
    scorecard: Scorecard | None = None
    message: Message | None = None
    example_sheet: ExampleSheet | None = None
    late: Text | None = None
    close: Text | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to meet for."""
        asked = (*self.questions.individual, *self.questions.team)
        return not (self.agenda or self.exercises or asked or self.anti_patterns)

    @property
    def extra_exercises(self) -> tuple[Exercise, ...]:
        """The exercises that are not on the agenda."""
        return self.exercises if self.are_exercises_extra else ()

    @property
    def discussion(self) -> tuple[Question, ...]:
        """What to ask the team, where the agenda does not ask it."""
        return () if self.are_exercises_extra else self.questions.team

    @property
    def duration(self) -> str:
        """How long it takes, as readers see it."""
        timed = [slot for slot in self.agenda if slot.most]
        if self.has_sittings and len(timed) > 1:
            times = " + ".join(format_span(slot.least, slot.most) for slot in timed)
            return _("%(number)s sittings: %(times)s", number=len(timed), times=times)
        least, most = sum(slot.least for slot in timed), sum(slot.most for slot in timed)
        return self.time or format_span(least, most)

    @property
    def participants(self) -> tuple[Text, ...]:
        """Who takes part; no one where each exercise is for other people."""
        people = self.people or tuple(dict.fromkeys(one.who for one in self.exercises))
        return people if self.are_exercises_extra or len(people) == 1 else ()

    @property
    def things(self) -> tuple[Text, ...]:
        """What has to be on the table, each thing once."""
        needed = self.materials or (thing for one in self.exercises for thing in one.materials)
        return tuple(dict.fromkeys(needed))
