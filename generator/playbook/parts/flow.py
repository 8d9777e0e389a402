"""A flow: a procedure with branches, checkpoints, calls of other flows and ends.

And the scenarios that try it.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import Field

from playbook.language import N_
from playbook.model.part import Anchored, OneOrMany, Part
from playbook.model.ref import PartRef, Ref
from playbook.text.inline import Text


class StepRef(PartRef):
    """The id of a step of the same flow."""

    words = ("step",)


class FlowRef(Ref):
    """The id of a flow: of one in this artifact, or of another's as `play#flow`."""

    words = ("flow",)
    takes = "flow"


class AnyStepRef(Ref):
    """The id of a step: of one in this artifact, or of another's, in a flow that is called, as `play#step`."""  # noqa: E501 - shown as it stands

    words = ("step",)
    takes = "flow"


class Way(Part):
    """A way on from a step; where there are several, each has the answer that leads to it."""

    short_for = "to"

    to: StepRef
    """The id of the step it leads to."""
    answer: Text | None = None
    """The answer that sends you this way; after a call, the id of the end that was reached."""


class FlowStep(Anchored):
    """One thing that is done, asked, agreed or called; a step that leads nowhere is an end."""

    word = N_("step")

    title: Text
    """What is done, or the question that is asked, in a few words."""
    text: Text | None = None
    """How to do it, or how to answer it."""
    checkpoint: Text | None = None
    """Who has to agree before it goes on."""
    calls: FlowRef | None = None
    """The flow that is run here, as `play#flow`; where it ends decides how this one goes on."""
    see: Ref | None = None
    """The play, guide, map or tree that helps here."""
    next: Annotated[tuple[Way, ...], OneOrMany] = ()
    """Where it goes on; left out at an end."""

    @cached_property
    def is_asked(self) -> bool:
        """Whether an answer decides where it goes on."""
        return any(way.answer for way in self.next)

    def words(self, way: Way) -> str:
        """Return the answer of a way as readers see it.

        After a call, the id of an end without its hyphens.
        """
        answer = way.answer.plain() if way.answer else ""
        return answer.replace("-", " ") if self.calls else answer


class Answer(Part):
    """The answer that a scenario gives at one step."""

    at: AnyStepRef
    """The id of the step that asks; in a flow that is called, `play#step`."""
    answer: Text
    """One of the answers of that step."""


class Scenario(Anchored):
    """A simulation: what happens, how each branch is answered, and where that must end."""

    word = N_("scenario")
    quotes = ("title", "given")

    title: Text
    """The case in a few words."""
    given: Text | None = None
    """What is true when it begins."""
    answers: tuple[Answer, ...] = ()
    """The answers, in the order in which the flow asks for them."""
    ends: StepRef
    """The id of the end that must be reached."""


class Flow(Anchored):
    """A procedure from its first step to one of its ends."""

    word = N_("flow")

    title: Text
    """What is done from start to finish."""
    intro: Text | None = None
    """A sentence to open with."""
    steps: tuple[FlowStep, ...] = Field(min_length=1, max_length=100)
    """The steps; the first one is where it starts."""
    scenarios: tuple[Scenario, ...] = Field(default=(), max_length=30)
    """Cases that `playbook check` runs through the flow."""

    def step(self, name: str) -> FlowStep | None:
        """Return the step of this id, or None."""
        return self._by_id.get(name)

    @cached_property
    def _by_id(self) -> dict[str, FlowStep]:
        return {str(step.id): step for step in reversed(self.steps)}

    @property
    def ends(self) -> tuple[FlowStep, ...]:
        """The steps that lead nowhere."""
        return tuple(step for step in self.steps if not step.next)

    def reached_from(self, start: str) -> frozenset[str]:
        """Return the ids of all steps that can be reached from one, itself among them."""
        reached: set[str] = set()
        ahead = [start]
        while ahead:
            name = ahead.pop()
            step = self.step(name)
            if step and name not in reached:
                reached.add(name)
                ahead += [str(way.to) for way in step.next]
        return frozenset(reached)

    def leads_out(self, step: FlowStep) -> bool:
        """Whether an end can be reached from a step."""
        return any(end.id in self.reached_from(step.id) for end in self.ends)

    def depths(self) -> dict[str, int]:
        """Return the fewest steps from the first one to each that can be reached."""
        depths = {str(self.steps[0].id): 0}
        ahead = [self.steps[0]]
        for step in ahead:
            for way in step.next:
                to = self.step(way.to)
                if to and to.id not in depths:
                    depths[str(to.id)] = depths[str(step.id)] + 1
                    ahead.append(to)
        return depths

    def branches(self) -> Iterator[tuple[int, int, FlowStep, Way]]:
        """Yield each way that has an answer, with its place: the step's index and the way's."""
        for index, step in enumerate(self.steps):
            for number, way in enumerate(step.next):
                if way.answer:
                    yield index, number, step, way
