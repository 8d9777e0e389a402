"""What the scenarios say of the flow they are run through."""

from collections.abc import Iterator
from typing import Any

from playbook.parts.rules.flow import walk_flows
from playbook.parts.simulation import Leg, run_scenario
from playbook.rules.rule import Finding, Others, rule
from playbook.source.problem import Severity
from playbook.text.english import list_choices, quoted


@rule("SN001", "scenario-ends-elsewhere", Severity.ERROR)
def scenario_ends_elsewhere(it: Any, others: Others) -> Iterator[Finding]:
    """A scenario says where a case must end; when the flow ends it elsewhere, one of the two is
    wrong.

    Bad:
        flow:
          title: Reply
          steps:
            - {id: known, title: Known?, next: [{answer: 'yes', to: send}, {answer: 'no', to: ask}]}
            - {id: send, title: Send}
            - {id: ask, title: Ask}
          scenarios: [{title: A known question, answers: [{at: known, answer: 'no'}], ends: send}]
    Good:
        flow:
          title: Reply
          steps:
            - {id: known, title: Known?, next: [{answer: 'yes', to: send}, {answer: 'no', to: ask}]}
            - {id: send, title: Send}
            - {id: ask, title: Ask}
          scenarios: [{title: A known question, answers: [{at: known, answer: 'yes'}], ends: send}]
    """
    for loc, flow in walk_flows(it):
        for index, scenario in enumerate(flow.scenarios):
            expected, at = flow.step(scenario.ends), (*loc, "scenarios", index, "ends")
            if expected not in flow.ends:
                if expected is None or flow.leads_out(expected):
                    ends = list_choices(end.id for end in flow.ends)
                    yield Finding(
                        at,
                        f"{quoted(scenario.ends)} is not an end of '{flow.id}': it ends at {ends}",
                    )
                continue
            done = run_scenario(flow, scenario, it, others)
            if (
                expected
                and done
                and done.end
                and done.end is not expected
                and expected.id in flow.depths()
            ):
                own = [leg for leg in done.legs if leg.flow is flow]
                left = next(
                    (leg for leg in own if expected.id not in flow.reached_from(leg.way.to)), None
                )
                message = (
                    f"'{scenario.id}' ends at '{done.end.id}' and not at "
                    f"'{expected.id}'{describe_end(left)}"
                )
                yield Finding(at, f"{message}: change its answers, its end, or the flow")


def describe_end(left: Leg | None) -> str:
    """Return the words for the step at which the expected end was lost."""
    if left is None:
        return ""
    after = f"{quoted(left.way.answer)} at " if left.way.answer else ""
    return f", which is out of reach after {after}'{left.step.id}'"


@rule("SN002", "scenario-astray", Severity.ERROR)
def scenario_astray(it: Any, others: Others) -> Iterator[Finding]:
    """A scenario answers what the flow asks, in the order in which it asks; a change to the flow
    shows up here.

    Bad:
        flow:
          title: Reply
          steps:
            - {id: known, title: Known?, next: [{answer: 'yes', to: send}, {answer: 'no', to: ask}]}
            - {id: send, title: Send}
            - {id: ask, title: Ask}
          scenarios: [{title: A known question, answers: [{at: known, answer: maybe}], ends: send}]
    Good:
        flow:
          title: Reply
          steps:
            - {id: known, title: Known?, next: [{answer: 'yes', to: send}, {answer: 'no', to: ask}]}
            - {id: send, title: Send}
            - {id: ask, title: Ask}
          scenarios: [{title: A known question, answers: [{at: known, answer: 'yes'}], ends: send}]
    """
    for loc, flow in walk_flows(it):
        for index, scenario in enumerate(flow.scenarios):
            done = run_scenario(flow, scenario, it, others)
            if done and done.astray:
                at = () if done.astray.index is None else ("answers", done.astray.index)
                yield Finding(
                    (*loc, "scenarios", index, *at), f"'{scenario.id}' goes astray, {done.astray}"
                )


@rule("SN003", "branch-no-scenario-walks")
def branch_no_scenario_walks(it: Any, others: Others) -> Iterator[Finding]:
    """A branch that no scenario walks can break without anybody noticing.

    Bad:
        flow:
          title: Reply
          steps:
            - {id: known, title: Known?, next: [{answer: 'yes', to: send}, {answer: 'no', to: ask}]}
            - {id: send, title: Send}
            - {id: ask, title: Ask}
          scenarios: [{title: A known question, answers: [{at: known, answer: 'yes'}], ends: send}]
    Good:
        flow:
          title: Reply
          steps:
            - {id: known, title: Known?, next: [{answer: 'yes', to: send}, {answer: 'no', to: ask}]}
            - {id: send, title: Send}
            - {id: ask, title: Ask}
          scenarios:
            - {title: A known question, answers: [{at: known, answer: 'yes'}], ends: send}
            - {title: A new question, answers: [{at: known, answer: 'no'}], ends: ask}
    """
    for loc, flow in walk_flows(it):
        runs = [run_scenario(flow, scenario, it, others) for scenario in flow.scenarios]
        walked = {
            (leg.step.id, leg.number)
            for done in runs
            if done
            for leg in done.legs
            if leg.flow is flow
        }
        for index, number, step, way in flow.branches():
            if flow.scenarios and None not in runs and (step.id, number) not in walked:
                message = (
                    f"no scenario takes {quoted(way.answer)} at '{step.id}': add one that does, "
                    "or delete this branch"
                )
                yield Finding((*loc, "steps", index, "next", number), message)


@rule("SN004", "flow-without-scenarios")
def flow_without_scenarios(it: Any) -> Iterator[Finding]:
    """A flow that branches is a promise for every case; scenarios show that it keeps the
    promise, after each change as well.

    Bad:
        flow:
          title: Reply
          steps:
            - {id: known, title: Known?, next: [{answer: 'yes', to: send}, {answer: 'no', to: ask}]}
            - {id: send, title: Send}
            - {id: ask, title: Ask}
    Good:
        flow:
          title: Reply
          steps:
            - {id: known, title: Known?, next: [{answer: 'yes', to: send}, {answer: 'no', to: ask}]}
            - {id: send, title: Send}
            - {id: ask, title: Ask}
          scenarios: [{title: A known question, answers: [{at: known, answer: 'yes'}], ends: send}]
    """
    for loc, flow in walk_flows(it):
        if not flow.scenarios and any(flow.branches()):
            yield Finding(
                loc,
                (
                    f"no scenario tries the flow '{flow.id}': add 'scenarios:', "
                    "one for each kind of case"
                ),
            )


RULES = (scenario_ends_elsewhere, scenario_astray, branch_no_scenario_walks, flow_without_scenarios)
