"""What makes a flow one that can be followed to an end."""

from collections.abc import Iterator, Sequence
from typing import Any

from playbook.model.traverse import find_pieces
from playbook.parts.flow import Flow
from playbook.rules.rule import Finding, rule
from playbook.source.document import Loc
from playbook.source.problem import Severity
from playbook.text.english import list_choices, quoted


def walk_flows(it: Any) -> Sequence[tuple[Loc, Flow]]:
    """Return each flow of an artifact with its location."""
    return find_pieces(it, Flow)


@rule("FL001", "way-without-answer", Severity.ERROR)
def way_without_answer(it: Any) -> Iterator[Finding]:
    """A step that leads to several others needs an answer for each of them; a step that leads to one
    needs none.

    Bad:
        flow: {title: Reply, steps: [{id: a, title: Known?, next: [b, c]}, {id: b, title: Send}, {id: c, title: Ask}]}
    Good:
        flow:
          title: Reply
          steps:
            - {id: a, title: Known?, next: [{answer: 'yes', to: b}, {answer: 'no', to: c}]}
            - {id: b, title: Send}
            - {id: c, title: Ask}
    """
    for loc, flow in walk_flows(it):
        for index, step in enumerate(flow.steps):
            for number, way in enumerate(step.next):
                at = (*loc, "steps", index, "next", number)
                if way.answer is None and len(step.next) > 1:
                    message = (
                        f"'{step.id}' has {len(step.next)} branches, and the one to "
                        f"{quoted(way.to)} has no answer"
                    )
                    yield Finding(at, f"{message}: write {{answer: …, to: {way.to}}}")
                if way.answer and len(step.next) == 1 and not step.calls:
                    message = f"'{step.id}' has only one answer, {quoted(way.answer)}"
                    yield Finding(at, f"{message}: add the other answers, or write next: {way.to}")


@rule("FL002", "answer-given-twice", Severity.ERROR)
def answer_given_twice(it: Any) -> Iterator[Finding]:
    """Two branches with the same answer leave a person who follows the flow guessing.

    Bad:
        flow:
          title: Reply
          steps:
            - {id: a, title: Known?, next: [{answer: 'yes', to: b}, {answer: 'yes', to: c}]}
            - {id: b, title: Send}
            - {id: c, title: Ask}
    Good:
        flow:
          title: Reply
          steps:
            - {id: a, title: Known?, next: [{answer: 'yes', to: b}, {answer: 'no', to: c}]}
            - {id: b, title: Send}
            - {id: c, title: Ask}
    """
    for loc, flow in walk_flows(it):
        for index, step in enumerate(flow.steps):
            answers = [way.answer for way in step.next]
            for number, answer in enumerate(answers):
                if answer and answer in answers[:number]:
                    message = (
                        f"'{step.id}' already has the answer {quoted(answer)}: name another, "
                        "or delete this branch"
                    )
                    yield Finding((*loc, "steps", index, "next", number, "answer"), message)


@rule("FL003", "no-way-out", Severity.ERROR)
def no_way_out(it: Any) -> Iterator[Finding]:
    """A flow that goes round in a circle never lets anyone go; from every step there must be a path to
    an end.

    Bad:
        flow: {title: Reply, steps: [{id: a, title: Read, next: b}, {id: b, title: Read again, next: a}]}
    Good:
        flow: {title: Reply, steps: [{id: a, title: Read, next: b}, {id: b, title: Send}]}
    """
    for loc, flow in walk_flows(it):
        stuck = [step for step in flow.steps if not flow.leads_out(step)]
        if stuck and all(flow.step(way.to) for step in stuck for way in step.next):
            message = f"no end can be reached from {list_choices(step.id for step in stuck)}"
            at = (*loc, "steps", flow.steps.index(stuck[0]))
            yield Finding(at, f"{message}: let one of them lead to a step without 'next:'")


@rule("FL004", "step-nobody-reaches", Severity.ERROR)
def step_nobody_reaches(it: Any) -> Iterator[Finding]:
    """A step that nothing leads to looks like part of the procedure, but isn't.

    Bad:
        flow: {title: Reply, steps: [{id: a, title: Read, next: b}, {id: b, title: Send}, {id: c, title: Ask}]}
    Good:
        flow: {title: Reply, steps: [{id: a, title: Read, next: b}, {id: b, title: Send}]}
    """
    for loc, flow in walk_flows(it):
        if any(flow.step(way.to) is None for step in flow.steps for way in step.next):
            continue
        reached = flow.reached_from(flow.steps[0].id)
        for index, step in enumerate(flow.steps):
            if step.id not in reached:
                what = "step" if step.next else "end"
                message = f"nothing leads to the {what} '{step.id}' from '{flow.steps[0].id}'"
                yield Finding(
                    (*loc, "steps", index),
                    f"{message}: name it under the 'next:' of another step, or delete it",
                )


@rule("FL005", "way-into-another-flow", Severity.ERROR)
def way_into_another_flow(it: Any) -> Iterator[Finding]:
    """A way leads from step to step within one flow; to run another flow, call it.

    Bad:
        flow:
          - {id: reply, title: Reply, steps: [{id: a, title: Read, next: b}]}
          - {id: ask, title: Ask, steps: [{id: b, title: Write}]}
    Good:
        flow:
          - {id: reply, title: Reply, steps: [{id: a, title: Read, calls: ask, next: c}, {id: c, title: Send}]}
          - {id: ask, title: Ask, steps: [{id: b, title: Write}]}
    """
    homes = {str(step.id): flow for _, flow in walk_flows(it) for step in flow.steps}
    for loc, flow in walk_flows(it):
        for index, step in enumerate(flow.steps):
            for number, way in enumerate(step.next):
                home = homes.get(str(way.to), flow)
                if home is not flow and flow.step(way.to) is None:
                    message = (
                        f"{quoted(way.to)} is a step of the flow '{home.id}': "
                        f"call that flow with 'calls: {home.id}'"
                    )
                    yield Finding((*loc, "steps", index, "next", number, "to"), message)


@rule("FL006", "checkpoint-nobody-can-decline")
def checkpoint_nobody_can_decline(it: Any) -> Iterator[Finding]:
    """Where a person has to agree, that person must be able to refuse; say what happens then.

    Bad:
        flow: {title: Refund, steps: [{id: a, title: Approve, checkpoint: Lead, next: b}, {id: b, title: Pay}]}
    Good:
        flow:
          title: Refund
          steps:
            - {id: a, title: Approve, checkpoint: Lead, next: [{answer: agreed, to: b}, {answer: declined, to: c}]}
            - {id: b, title: Pay}
            - {id: c, title: Say why not}
    """
    for loc, flow in walk_flows(it):
        for index, step in enumerate(flow.steps):
            if step.checkpoint and len(step.next) < 2:  # noqa: PLR2004 - agreed, and declined
                message = f"nobody can decline at '{step.id}': add the answer 'declined'"
                yield Finding((*loc, "steps", index, "checkpoint"), message)


RULES = (
    way_without_answer,
    answer_given_twice,
    no_way_out,
    step_nobody_reaches,
    way_into_another_flow,
    checkpoint_nobody_can_decline,
)
