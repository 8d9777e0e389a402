"""The pages for running a session: one to plan it, one to show it on a large screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playbook.language import N_, _
from playbook.library.entry import Entry
from playbook.library.library import Library
from playbook.library.subpage import SubPage
from playbook.parts.exercise import ExerciseStep
from playbook.parts.run_of_show import AgendaSlot, format_clock, format_span, make_exercise_slot
from playbook.parts.session_plan import SessionPlan
from playbook.text.inline import Text
from playbook.text.slug import make_slug


@dataclass(frozen=True)
class Screen:
    """What people look at for so long.

    A step, or an exercise with the steps that have no minutes of their own.
    """

    title: Text
    least: int = 0
    most: int = 0
    text: Text | None = None
    ask: Text | None = None
    purpose: Text | None = None
    exercise: Text | None = None
    place: str = ""
    steps: tuple[ExerciseStep, ...] = ()

    @property
    def words(self) -> str:
        """How long it takes, as readers see it."""
        return format_span(self.least, self.most)


@dataclass(frozen=True)
class AgendaItem:
    """A slot to choose, by a name of its own; what `is_extra` is left out until it is chosen."""

    name: str
    slot: AgendaSlot
    is_extra: bool
    start: str
    """When it begins at the latest if all before it that is not extra is done, from 0:00."""

    @property
    def screens(self) -> list[Screen]:
        """What is shown while it lasts."""
        return list_screens(self.slot)

    @property
    def words(self) -> str:
        """How long it takes, as readers see it."""
        return format_span(self.slot.least, self.slot.most)


def make_subpages(entry: Entry, library: Library) -> Iterator[SubPage]:
    """Yield the page to plan a session and the one to show it, where there is anything to run."""
    del library
    session: SessionPlan = entry.artifact.session
    place = entry.page.removesuffix(".md")
    plan, show = f"{place}/plan.md", f"{place}/present.md"

    def fill() -> dict[str, Any]:
        return {"turns": list_agenda_items(session), "plan": plan, "show": show}

    pages = (
        (plan, "plan.md.jinja", N_("Plan a session")),
        (show, "present.md.jinja", N_("Present it")),
    )
    for path, template, title in pages:
        if session.agenda or session.extra_exercises:
            yield SubPage(path=path, template=template, title=title, is_shared=True, fill=fill)


def list_agenda_items(session: SessionPlan) -> list[AgendaItem]:
    """Return what a session can be made of: all on its agenda, and then its other exercises."""
    extra = [make_exercise_slot(one) for one in session.extra_exercises]
    items: list[AgendaItem] = []
    taken = {slot.part for slot in (*session.agenda, *extra)}
    passed = 0
    for slot in (*session.agenda, *extra):
        name = slot.part or take_free_name(make_slug(slot.title.plain()), taken)
        is_extra = len(items) >= len(session.agenda)
        items.append(AgendaItem(name, slot, is_extra, "" if is_extra else format_clock(passed)))
        passed += slot.most
    return items


def take_free_name(name: str, taken: set[str]) -> str:
    """Return a name that nothing else has, and take it."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def list_screens(slot: AgendaSlot) -> list[Screen]:
    """Return what is shown while a slot lasts.

    Each step that has its minutes, or all of it at once.
    """
    timed = [(step, step.minutes) for step in slot.steps if step.minutes]
    if not timed or len(timed) < len(slot.steps):
        return [Screen(slot.title, slot.least, slot.most, slot.text, slot.ask, steps=slot.steps)]
    return [
        Screen(
            step.lead or slot.title,
            minutes.least,
            minutes.most,
            step.text,
            purpose=None if number else slot.text,
            exercise=slot.title if step.lead else None,
            place=_("%(number)s of %(of)s", number=number + 1, of=len(timed)),
        )
        for number, (step, minutes) in enumerate(timed)
    ]
