"""What a reading guide says."""

from typing import Annotated

from pydantic import Field

from playbook.language import ngettext
from playbook.library.kind import Artifact
from playbook.model.part import OneOrMany
from playbook.model.ref import Ref
from playbook.parts.anti_pattern import AntiPattern
from playbook.parts.chapter import BookRef, format_runs
from playbook.parts.checklist import Checklist
from playbook.parts.exercise import Exercise
from playbook.parts.point import Point
from playbook.parts.question import Questions
from playbook.parts.reference import Next, Reference
from playbook.parts.run_of_show import make_exercise_slot
from playbook.parts.session import GuideRef
from playbook.parts.session_plan import SessionPlan
from playbook.text.inline import Text


class ReadingGuide(Artifact):
    """What to read, ponder, discuss and try with one part of a book; the club that reads it says when."""  # noqa: E501 - shown as it stands

    tells_of_customers = False

    book: BookRef | None = None
    """The id of the book."""
    chapters: Annotated[tuple[int, ...], OneOrMany] = Field(min_length=1)
    """The numbers of the chapters to read."""
    introduces: tuple[Point, ...] = ()
    """The ideas the chapters bring."""
    videos: tuple[Reference, ...] = ()
    """Short videos to pass on."""
    prepare: Checklist | None = None
    """What to do to take part."""
    questions: Questions = Questions()
    """To ponder alone and with the team."""
    exercises: tuple[Exercise, ...] = ()
    """To put it into practice."""
    late: Text | None = None
    """What the facilitator leaves out or shortens when it runs late."""
    close: Text | None = None
    """How the facilitator brings the session to an end."""
    anti_patterns: tuple[AntiPattern, ...] = ()
    """What goes wrong."""
    further_reading: tuple[Reference, ...] = ()
    """To go deeper."""
    audio: Reference | None = None
    """A recording."""
    builds_on: Annotated[tuple[GuideRef, ...], OneOrMany] = ()
    """The guides that a late joiner has to catch up on first."""
    joining_late: Text | None = None
    """What to do if you join here."""
    examples: tuple[Ref, ...] = ()
    """Maps and trees that show it."""
    next: Annotated[tuple[Next, ...], OneOrMany] = ()
    """What comes after."""

    @property
    def session(self) -> SessionPlan:
        """Its exercises, each in a sitting of its own."""
        return SessionPlan(
            agenda=tuple(make_exercise_slot(one) for one in self.exercises),
            exercises=self.exercises,
            has_sittings=True,
            prepare=self.prepare,
            questions=self.questions,
            anti_patterns=self.anti_patterns,
            late=self.late,
            close=self.close,
        )

    @property
    def cover(self) -> tuple[str, str]:
        """The numbers of its chapters."""
        return (format_runs(self.chapters), ngettext("chapter", "chapters", len(self.chapters)))
