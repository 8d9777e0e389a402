"""What a session is made of, one slot after the other, with the minutes of each."""

from dataclasses import dataclass

from playbook.model.scalars import Minutes, People
from playbook.parts.exercise import Exercise, ExerciseStep
from playbook.text.inline import Text


@dataclass(frozen=True)
class AgendaSlot:
    """One thing on the agenda; `part` is its id where it has one."""

    title: Text
    minutes: tuple[Minutes, ...] = ()
    text: Text | None = None
    ask: Text | None = None
    part: str = ""
    steps: tuple[ExerciseStep, ...] = ()
    people: People | None = None
    who: Text | None = None

    @property
    def least(self) -> int:
        """The fewest minutes it takes."""
        return sum(each.least for each in self.minutes)

    @property
    def most(self) -> int:
        """The most minutes it takes."""
        return sum(each.most for each in self.minutes)


def make_exercise_slot(one: Exercise) -> AgendaSlot:
    """Return an exercise as one thing on the agenda."""
    minutes = drop_missing(one.time.individual, one.time.team)
    return AgendaSlot(
        one.title,
        minutes,
        one.purpose,
        part=str(one.id),
        steps=one.steps,
        people=one.people,
        who=one.who,
    )


def format_span(least: int, most: int) -> str:
    """Return a time as readers see it, nothing for none."""
    if not most:
        return ""
    return Minutes(most if least == most else f"{least}-{most}").words


def format_clock(minutes: int) -> str:
    """Return a time since the start as a clock that starts at 0:00 shows it."""
    return f"{minutes // 60}:{minutes % 60:02}"


def drop_missing(*minutes: Minutes | None) -> tuple[Minutes, ...]:
    """Return the times that are given."""
    return tuple(each for each in minutes if each)
