"""Whatever flow is drawn, a scenario comes to an end or says why not, and a walk can be walked
again."""

import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from playbook.kinds.play.model import Play
from playbook.parts.flow import Answer, Flow
from playbook.parts.rules import call, flow, scenario
from playbook.parts.simulation import LONGEST, NotRun, ScenarioRun, Simulation
from playbook.rules.rule import Finding, Rule
from playbook.source.problem import Severity

Drawn = dict[str, Any]
"""What YAML says of something: of a step, a flow, or of each play by its id."""

ENOUGH = 50_000
BARE = {
    "kind": "play",
    "title": "T",
    "summary": "S",
    "purpose": "P",
    "time": "5",
    "steps": [{"title": "A"}],
}
ERRORS = [each for each in (*flow.RULES, *call.RULES) if each.severity is Severity.ERROR]
STRAY = (scenario.scenario_ends_elsewhere, scenario.scenario_astray)
simulated = settings(max_examples=50, deadline=None)
seeds = st.integers(0, 2**32)


class Legs(list[Any]):
    """A walk that is known to turn in a circle when it is longer than any can be that doesn't."""

    def append(self, leg: Any) -> None:
        assert len(self) < ENOUGH, "the simulation does not end"
        super().append(leg)


class Plays:
    """Plays by their ids, made of what was drawn, and the flow that scenarios are run through.

    The first.
    """

    def __init__(self, drawn: Drawn) -> None:
        self.made = {
            name: Play.model_validate({**BARE, "flow": flows}) for name, flows in drawn.items()
        }

    @property
    def first(self) -> Flow:
        return self.made["here"].flow[0]

    def run(self, answers: list[Drawn]) -> ScenarioRun:
        given = tuple(Answer.model_validate(each) for each in answers)
        simulation = Simulation(self.made["here"], self.made.get, given)
        simulation.legs = Legs()
        return simulation.run(self.first)

    def found(self, *rules: Rule) -> list[Finding]:
        return [
            each
            for rule in rules
            for play in self.made.values()
            for each in rule.find_breaches(play, self)
        ]

    def __call__(self, name: str, /) -> Any:
        return self.made.get(name)

    def naming(self, artifact: Any, /) -> list[Any]:
        raise NotImplementedError  # no rule of flows and scenarios asks it


def ids(steps: list[Drawn]) -> list[str]:
    return [step["id"] for step in steps]


def ends(steps: list[Drawn]) -> list[str]:
    return [step["id"] for step in steps if not step["next"]]


def reached(steps: list[Drawn], start: str) -> set[str]:
    known = {step["id"]: step for step in steps}
    found: set[str] = set()
    ahead = [start]
    while ahead:
        each = ahead.pop()
        if each not in found:
            found.add(each)
            ahead += [way["to"] for way in known[each]["next"]]
    return found


def let_out(steps: list[Drawn]) -> list[Drawn]:
    """Return the steps with a way to an end from each of them, and without those that nobody
    reaches."""
    for step in steps:
        if not reached(steps, step["id"]) & set(ends(steps)):
            step["next"] = [{"to": steps[-1]["id"]}]
            step.pop("calls", None)
    here = reached(steps, steps[0]["id"])
    return [step for step in steps if step["id"] in here]


@st.composite
def sound(draw: st.DrawFn) -> Drawn:
    """Draw up to four flows in two plays, each of which may call those after it."""
    count = draw(st.integers(2, 4))
    homes = ["here", *(draw(st.sampled_from(["there", "here"])) for _ in range(count - 1))]
    flows: list[Drawn] = []
    for number in reversed(range(count)):
        size = draw(st.integers(1 if number else 3, 6))
        names = [f"step-{number}-{index}" for index in range(size)]
        steps = [drawn_step(draw, names, index, homes[number], flows) for index in range(size)]
        flows.insert(
            0,
            {"id": f"flow-{number}", "title": "F", "home": homes[number], "steps": let_out(steps)},
        )
    plays: Drawn = {"here": [], "there": []}
    for each in flows:
        plays[each.pop("home")].append(each)
    return plays


def drawn_step(
    draw: st.DrawFn, names: list[str], index: int, home: str, later: list[Drawn]
) -> Drawn:
    """Return a step.

    An end, a plain one, a question, or the call of a later flow, after which it leads ahead.
    """
    step: Drawn = {"id": names[index], "title": "S", "next": []}
    anywhere, ahead = st.sampled_from(names), st.sampled_from(names[index + 1 :] or names)
    sort = (
        "end"
        if index == len(names) - 1
        else draw(st.sampled_from(["call" if later else "ask", "ask", "ask", "plain"]))
    )
    if index and sort == "plain":
        sort = draw(st.sampled_from(["end", "plain"]))
    if sort == "call":
        called = draw(st.sampled_from(later))
        step["calls"] = (
            called["id"] if called["home"] == home else f"{called['home']}#{called['id']}"
        )
        answered = [{"answer": end, "to": draw(ahead)} for end in ends(called["steps"])]
        step["next"] = draw(st.sampled_from([answered, [{"to": draw(ahead)}]]))
    elif sort == "ask":
        count = draw(st.integers(2, 3))
        step["next"] = [
            {"answer": f"answer {number}", "to": draw(anywhere)} for number in range(count)
        ]
    elif sort != "end":
        step["next"] = [{"to": draw(anywhere)}]
    return step


class Walker:
    """Walks the drawn flows on its own, at random, and writes down what it was asked and where it
    went."""

    def __init__(self, plays: Drawn, seed: int) -> None:
        self.flows = {
            each["id"]: (home, each["steps"]) for home, flows in plays.items() for each in flows
        }
        self.draw = random.Random(seed)  # noqa: S311 - ways, not secrets
        self.answers: list[Drawn] = []
        self.legs: list[tuple[str, str]] = []
        self.end = self.walk(plays["here"][0]["id"])

    def walk(self, name: str) -> str:
        home, steps = self.flows[name]
        known = {step["id"]: step for step in steps}
        step = steps[0]
        while step["next"]:
            assume(len(self.legs) < LONGEST)
            way = self.way(step, home)
            self.legs.append((step["id"], way["to"]))
            step = known[way["to"]]
        return str(step["id"])

    def way(self, step: Drawn, home: str) -> Drawn:
        ways: list[Drawn] = step["next"]
        if "calls" in step:
            end = self.walk(step["calls"].rpartition("#")[2])
            return next(way for way in ways if way.get("answer", end) == end)
        way = self.draw.choice(ways)
        if "answer" in way:
            written = {"here": ["", "here#"], "there": ["there#"]}[home]
            self.answers.append(
                {"at": self.draw.choice(written) + step["id"], "answer": way["answer"]}
            )
        return way


def said(plays: Drawn, answers: list[Drawn], end: str) -> Drawn:
    """Return the plays with one scenario for the first flow."""
    told = deepcopy(plays)
    told["here"][0]["scenarios"] = [{"id": "case", "title": "C", "answers": answers, "ends": end}]
    return told


def legs(run: ScenarioRun) -> list[tuple[str, str]]:
    return [(str(leg.step.id), str(leg.way.to)) for leg in run.legs]


@simulated
@given(plays=sound(), seed=seeds)
def test_a_walk_turned_into_a_scenario_ends_where_the_walk_ended(plays: Drawn, seed: int) -> None:
    walker = Walker(plays, seed)
    run = Plays(plays).run(walker.answers)
    assert run.astray is None
    assert run.end is not None
    assert (run.end.id, legs(run)) == (walker.end, walker.legs)
    assert Plays(said(plays, walker.answers, walker.end)).found(*ERRORS, *STRAY) == []


@simulated
@given(plays=sound(), seed=seeds)
def test_a_walk_that_should_have_ended_elsewhere_says_so_at_its_end(
    plays: Drawn, seed: int
) -> None:
    walker = Walker(plays, seed)
    steps = plays["here"][0]["steps"]
    others = [each for each in ids(steps) if each != walker.end]
    assume(others)
    found = Plays(said(plays, walker.answers, others[-1])).found(*STRAY)
    assert [each.loc for each in found] == [("flow", 0, "scenarios", 0, "ends")]
    is_an_end = others[-1] in ids([step for step in steps if not step["next"]])
    wrong = (
        f"ends at '{walker.end}' and not at '{others[-1]}'"
        if is_an_end
        else f"'{others[-1]}' is not an end of "
    )
    assert wrong in found[0].message


@simulated
@given(plays=sound(), seed=seeds, data=st.data())
def test_the_first_answer_that_does_not_fit_is_told(
    plays: Drawn, seed: int, data: st.DataObject
) -> None:
    walker = Walker(plays, seed)
    answers = walker.answers
    leftover = Plays(plays).run([*answers, {"at": "step-0-0", "answer": "x"}])
    assert (leftover.end, leftover.astray and leftover.astray.index) == (None, len(answers))
    assume(answers)
    cut = data.draw(st.integers(0, len(answers) - 1))
    short = Plays(plays).run(answers[:cut])
    assert short.astray is not None
    assert (short.end, short.astray.index) == (None, None)
    assert legs(short) == walker.legs[: len(short.legs)]
    wrong = Plays(plays).run([*answers[:cut], {**answers[cut], "answer": "x"}, *answers[cut + 1 :]])
    assert wrong.astray is not None
    assert (wrong.end, wrong.astray.index) == (None, cut)


def every_way(plays: Drawn) -> Iterator[tuple[str, Drawn, Drawn]]:
    for home, flows in plays.items():
        for each in flows:
            for step in each["steps"]:
                yield from ((home, step, way) for way in step["next"])


@simulated
@given(plays=sound(), seed=seeds, data=st.data())
def test_a_flow_that_cannot_be_run_after_a_change_is_an_error_where_it_was_changed(
    plays: Drawn, seed: int, data: st.DataObject
) -> None:
    walker = Walker(plays, seed)
    ways = list(every_way(plays))
    assume(ways)
    home, step, way = data.draw(st.sampled_from(ways))
    match data.draw(st.sampled_from(["lead", "rename", "drop", "call", "stop"])):
        case "lead":
            way["to"] = data.draw(
                st.sampled_from([name for each in plays[home] for name in ids(each["steps"])])
            )
        case "rename":
            way["answer"] = "another"
        case "drop":
            step["next"].remove(way)
        case "call":
            step["calls"] = data.draw(st.sampled_from([each["id"] for each in plays[home]]))
        case _:
            step.pop("calls", None)
    changed = Plays(plays)
    try:
        run = changed.run(walker.answers)
    except NotRun:
        assert changed.found(*ERRORS) != []
    else:
        assert (run.end is None) is (run.astray is not None)


FLOWS = (
    "here-f",
    "here-g",
    "there-f",
    "there-g",
    "here#here-f",
    "here#here-g",
    "there#there-f",
    "nowhere#f",
    "no-flow",
)
anywhere_called = st.none() | st.none() | st.sampled_from(FLOWS)


@st.composite
def anything(draw: st.DrawFn) -> Drawn:
    """Draw flows as wrong as the model lets them be."""
    sizes = {
        f"{home}-{letter}": draw(st.integers(1, 4)) for home in ("here", "there") for letter in "fg"
    }
    steps = {name: [f"{name}-{number}" for number in range(size)] for name, size in sizes.items()}
    plays: Drawn = {"here": [], "there": []}
    for name, names in steps.items():
        home = name.partition("-")[0]
        near = [
            *names,
            *names,
            *names,
            *(each for other in steps if other.startswith(home) for each in steps[other]),
        ]
        answer = st.sampled_from(
            [None, "yes", "no", *(each for every in steps.values() for each in every)]
        )
        way = st.fixed_dictionaries(
            {"to": st.sampled_from([*near, *near, "no-step"]), "answer": answer}
        )
        drawn = [
            {
                "id": each,
                "title": "S",
                "next": draw(st.lists(way, max_size=3)),
                "calls": draw(anywhere_called),
            }
            for each in names
        ]
        plays[home].append({"id": name, "title": "F", "steps": drawn})
    return plays


def dangles(plays: Drawn) -> bool:
    """Whether a way or a call leads nowhere, which is a problem of its own kind."""
    flows = {home: {each["id"] for each in flows} for home, flows in plays.items()}
    for home, each in ((home, each) for home, flows in plays.items() for each in flows):
        known = {name for every in plays[home] for name in ids(every["steps"])}
        for step in each["steps"]:
            where, _, name = (step["calls"] or "").rpartition("#")
            if name and name not in flows.get(where or home, ()):
                return True
            if any(way["to"] not in known for way in step["next"]):
                return True
    return False


NOWHERE = [{"at": "no-step", "answer": "yes"}, {"at": "nowhere#a", "answer": "yes"}]


def attempts(plays: Drawn) -> list[Drawn]:
    """Return every answer that some step of a flow may ask for, and two to steps that are
    nowhere.
    """
    asked = [
        {"at": each["id"] if home == "here" else f"{home}#{each['id']}", "answer": way["answer"]}
        for home, each, way in every_way(plays)
        if way["answer"]
    ]
    return [*asked, *NOWHERE]


@simulated
@given(plays=anything(), seed=seeds)
def test_any_flow_at_all_comes_to_an_end_goes_astray_or_is_an_error(
    plays: Drawn, seed: int
) -> None:
    made, draw = Plays(plays), random.Random(seed)  # noqa: S311
    is_wrong = dangles(plays) or made.found(*ERRORS) != []
    answers: list[Drawn] = []
    for _ in range(6):
        taken = []
        for each in attempts(plays):
            try:
                run = made.run([*answers, each])
            except NotRun:
                assert is_wrong or each in NOWHERE
                continue
            assert (run.end is None) is (run.astray is not None)
            if not run.astray or run.astray.index != len(answers):
                taken.append(each)
        if not taken:
            break
        answers.append(draw.choice(taken))
    found = Plays(said(plays, answers, "here-f-0")).found(*flow.RULES, *call.RULES, *scenario.RULES)
    assert [each for each in found if each.loc[0] != "flow" or not each.message] == []


CIRCLES: dict[str, list[Drawn]] = {
    "a call of itself": [{"id": "a", "title": "A", "calls": "f", "next": "e"}],
    "a call that calls back": [{"id": "a", "title": "A", "calls": "back", "next": "e"}],
    "steps that ask nothing": [
        {"id": "a", "title": "A", "next": "b"},
        {"id": "b", "title": "B", "next": "a"},
    ],
    "a call over and over": [{"id": "a", "title": "A", "calls": "g", "next": "a"}],
    "a call that can end in one way": [
        {
            "id": "a",
            "title": "A",
            "calls": "g",
            "next": [{"answer": "y", "to": "a"}, {"answer": "z", "to": "e"}],
        }
    ],
}
CALLED: list[Drawn] = [
    {
        "id": "g",
        "title": "G",
        "steps": [{"id": "x", "title": "X", "next": "y"}, {"id": "y", "title": "Y"}],
    },
    {
        "id": "back",
        "title": "B",
        "steps": [{"id": "w", "title": "W", "calls": "f", "next": "v"}, {"id": "v", "title": "V"}],
    },
]


@pytest.mark.parametrize("name", CIRCLES)
def test_a_circle_that_asks_nothing_is_left_and_is_an_error(name: str) -> None:
    steps = [*CIRCLES[name], {"id": "e", "title": "E"}]
    plays = Plays({"here": [{"id": "f", "title": "F", "steps": steps}, *CALLED]})
    with pytest.raises(NotRun):
        plays.run([])
    assert {each.loc[1] for each in plays.found(*ERRORS)} >= {0}
