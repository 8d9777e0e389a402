"""Running a scenario through its flow, and through the flows that it calls."""

from dataclasses import dataclass
from typing import Any

from playbook.model.traverse import find_pieces
from playbook.parts.flow import Answer, Flow, FlowStep, Scenario, Way
from playbook.rules.rule import Lookup
from playbook.text.english import did_you_mean, list_choices, quoted

LONGEST, DEEPEST = 100, 10


class NotRun(Exception):
    """The flow can't be run, for a reason that is reported at its own place."""


class Astray(Exception):
    """The scenario's answers don't fit the flow.

    `index` is the first answer that doesn't, or None when one lacks.
    """

    def __init__(self, message: str, index: int | None = None) -> None:
        super().__init__(message)
        self.index = index


@dataclass(frozen=True)
class FlowPlace:
    """A flow, its artifact, and that artifact's id, which is empty where the run began."""

    home: str
    artifact: Any
    flow: Flow


@dataclass(frozen=True)
class Leg:
    """One step that was taken, in which artifact and flow, and the way that was left by."""

    artifact: Any
    flow: Flow
    step: FlowStep
    way: Way

    @property
    def number(self) -> int:
        """The way's place among those of its step."""
        return next(number for number, way in enumerate(self.step.next) if way is self.way)


@dataclass(frozen=True)
class ScenarioRun:
    """How a scenario went: its legs in order, and the end it reached or why it reached none."""

    legs: tuple[Leg, ...]
    end: FlowStep | None = None
    astray: Astray | None = None


class Simulation:
    """Runs a scenario of an artifact's flow; `others` returns an artifact by its id, or None."""

    def __init__(self, artifact: Any, others: Lookup, answers: tuple[Answer, ...]) -> None:
        self.artifact, self.others = artifact, others
        self.answers = answers
        self.given = 0
        self.legs: list[Leg] = []

    def run(self, flow: Flow) -> ScenarioRun:
        """Walk the flow from its first step.

        Raises NotRun when a step or a called flow is missing.
        """
        try:
            end = self._walk(FlowPlace("", self.artifact, flow), ())
        except Astray as astray:
            return ScenarioRun(tuple(self.legs), astray=astray)
        if self.given == len(self.answers):
            return ScenarioRun(tuple(self.legs), end)
        message = (
            f"the flow has ended at '{end.id}' before {quoted(self.answers[self.given].at)} is "
            "asked:"
            " delete this answer"
        )
        return ScenarioRun(tuple(self.legs), astray=Astray(message, self.given))

    def _walk(self, at: FlowPlace, outer: tuple[Flow, ...]) -> FlowStep:
        """Walk one flow to its end, which is returned."""
        if any(at.flow is flow for flow in outer):
            raise NotRun
        step: FlowStep | None = at.flow.steps[0]
        unasked = 0
        while step and step.next:
            if len(self.legs) >= LONGEST or len(outer) >= DEEPEST:
                message = (
                    f"it has reached no end after {LONGEST} steps or {DEEPEST} calls within calls: "
                    "call fewer flows"
                )
                raise Astray(message)
            given = self.given
            way = self._way(at, step, outer)
            self.legs.append(Leg(at.artifact, at.flow, step, way))
            unasked = unasked + 1 if self.given == given else 0
            if unasked > len(at.flow.steps):
                raise NotRun
            step = at.flow.step(way.to)
        if step is None:
            raise NotRun
        return step

    def _way(self, at: FlowPlace, step: FlowStep, outer: tuple[Flow, ...]) -> Way:
        """Return the way on from a step that has one."""
        if step.calls:
            called = find_flow(step.calls, at, self.others)
            if called is None:
                raise NotRun
            answer: str = self._walk(called, (*outer, at.flow)).id
        elif step.is_asked:
            answer = self._answer(at, step)
        way = next((way for way in step.next if not step.is_asked or way.answer == answer), None)
        if way is None:
            raise NotRun
        return way

    def _answer(self, at: FlowPlace, step: FlowStep) -> str:
        """Take the scenario's next answer, which must be one to this step."""
        offered = [str(way.answer) for way in step.next if way.answer]
        asked = f"{at.home}#{step.id}" if at.home else step.id
        if self.given == len(self.answers):
            raise Astray(
                f"it has no answer for '{asked}' ({quoted(step.title.plain())}): "
                f"it can be {list_choices(offered)}"
            )
        index, answer = self.given, self.answers[self.given]
        home, _, name = answer.at.rpartition("#")
        meant = self.others(home) if home else self.artifact
        if meant is None or not any(
            other_step.id == name for _, other_step in find_pieces(meant, FlowStep)
        ):
            raise NotRun
        if name != step.id or meant is not at.artifact:
            message = (
                f"the flow asks '{asked}' here, and not {quoted(answer.at)}: answer it first, "
                "or delete this answer"
            )
            raise Astray(message, index)
        if str(answer.answer) not in offered:
            close = did_you_mean(str(answer.answer), offered)
            raise Astray(
                (
                    f"{quoted(answer.answer)} is not an answer at '{asked}'{close}: "
                    f"it can be {list_choices(offered)}"
                ),
                index,
            )
        self.given += 1
        return str(answer.answer)


def run_scenario(
    flow: Flow, scenario: Scenario, artifact: Any, others: Lookup
) -> ScenarioRun | None:
    """Return how a scenario goes, or None when the flow itself is broken."""
    try:
        return Simulation(artifact, others, scenario.answers).run(flow)
    except NotRun:
        return None


def find_flow(ref: str, at: FlowPlace, others: Lookup) -> FlowPlace | None:
    """Return the flow that `ref`, written in the artifact of another flow, names, or None."""
    written, _, name = ref.rpartition("#")
    home = written or at.home
    artifact = others(home) if written else at.artifact
    if artifact is None:
        return None
    return next(
        (
            FlowPlace(home, artifact, flow)
            for _, flow in find_pieces(artifact, Flow)
            if flow.id == name
        ),
        None,
    )
