"""What makes the call of another flow one that comes back."""

from collections.abc import Iterator
from typing import Any

from playbook.parts.flow import Flow, FlowStep
from playbook.parts.rules.flow import walk_flows
from playbook.parts.simulation import FlowPlace, find_flow
from playbook.rules.rule import Finding, Others, rule
from playbook.source.document import Loc
from playbook.source.problem import Severity
from playbook.text.english import did_you_mean, list_choices, quoted


def find_calls(it: Any, others: Others) -> Iterator[tuple[Loc, Flow, FlowStep, FlowPlace]]:
    """Yield each step that calls a flow there is.

    Its location, its own flow, itself, what it calls.
    """
    for loc, flow in walk_flows(it):
        for index, step in enumerate(flow.steps):
            if step.calls and (called := find_flow(step.calls, FlowPlace("", it, flow), others)):
                yield (*loc, "steps", index), flow, step, called


@rule("FL101", "call-that-leads-nowhere", Severity.ERROR)
def call_that_leads_nowhere(it: Any) -> Iterator[Finding]:
    """A called flow comes back to where it was called from, so the step that calls it must lead on.

    Bad:
        flow:
          - {id: reply, title: Reply, steps: [{id: a, title: Look up, calls: look}]}
          - {id: look, title: Look, steps: [{id: b, title: Found}]}
    Good:
        flow:
          - {id: reply, title: Reply, steps: [{id: a, title: Look up, calls: look, next: c}, {id: c, title: Send}]}
          - {id: look, title: Look, steps: [{id: b, title: Found}]}
    """
    for loc, flow in walk_flows(it):
        for index, step in enumerate(flow.steps):
            if step.calls and not step.next:
                message = (
                    f"'{step.id}' calls {quoted(step.calls)} and leads nowhere: add 'next:', "
                    "for when it comes back"
                )
                yield Finding((*loc, "steps", index, "calls"), message)


@rule("FL102", "answer-for-no-end", Severity.ERROR)
def answer_for_no_end(it: Any, others: Others) -> Iterator[Finding]:
    """After a call the answers are the ends of the flow that was called: each once, and no other.

    Bad:
        flow:
          - id: reply
            title: Reply
            steps:
              - {id: a, title: Look, calls: look, next: [{answer: found, to: c}, {answer: lost, to: d}]}
              - {id: c, title: Send}
              - {id: d, title: Ask}
          - {id: look, title: Look, steps: [{id: found, title: Found}]}
    Good:
        flow:
          - {id: reply, title: Reply, steps: [{id: a, title: Look, calls: look, next: c}, {id: c, title: Send}]}
          - {id: look, title: Look, steps: [{id: found, title: Found}]}
    """
    for loc, _, step, called in find_calls(it, others):
        ends = [str(end.id) for end in called.flow.ends]
        if not step.is_asked:
            continue
        for number, way in enumerate(step.next):
            if way.answer and str(way.answer) not in ends:
                close = did_you_mean(str(way.answer), ends)
                message = (
                    f"{quoted(way.answer)} is not an end of {quoted(step.calls)}{close}: "
                    f"it ends at {list_choices(ends)}"
                )
                yield Finding((*loc, "next", number, "answer"), message)
        lacking = [end for end in ends if end not in {str(way.answer) for way in step.next}]
        if lacking:
            message = (
                f"{quoted(step.calls)} may end at {list_choices(lacking)}, "
                "and nothing says what happens then"
            )
            yield Finding((*loc, "calls"), f"{message}: add a branch with that answer")


@rule("FL103", "calls-in-a-circle", Severity.ERROR)
def calls_in_a_circle(it: Any, others: Others) -> Iterator[Finding]:
    """A flow that, call by call, comes back to itself never ends.

    Bad:
        flow:
          id: reply
          title: Reply
          steps: [{id: a, title: Start again, calls: reply, next: b}, {id: b, title: Send}]
    Good:
        flow: {id: reply, title: Reply, steps: [{id: a, title: Read, next: b}, {id: b, title: Send}]}
    """
    comes_back: dict[tuple[str, str], bool] = {}
    for loc, flow, step, called in find_calls(it, others):
        key = flow.id, str(step.calls)
        if key not in comes_back:
            comes_back[key] = any(other is flow for other in list_called_flows(called, others))
        if comes_back[key]:
            message = f"{quoted(step.calls)} calls '{flow.id}' again, and so on for ever"
            yield Finding(
                (*loc, "calls"), f"{message}: call another flow, or lead back with 'next:'"
            )


def list_called_flows(first: FlowPlace, others: Others) -> list[Flow]:
    """Return a flow and all that it calls, call by call."""
    seen: list[Flow] = []
    ahead = [first]
    while ahead:
        at = ahead.pop()
        if not any(at.flow is known for known in seen):
            seen.append(at.flow)
            refs = dict.fromkeys(step.calls for step in at.flow.steps if step.calls)
            ahead += [place for ref in refs if (place := find_flow(ref, at, others))]
    return seen


RULES = (call_that_leads_nowhere, answer_for_no_end, calls_in_a_circle)
