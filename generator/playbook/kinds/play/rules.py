"""What a facilitator needs of a play."""

from collections.abc import Iterator

from playbook.kinds.play.model import Play
from playbook.rules.rule import Finding, rule


@rule("PL001", "steps-run-over")
def steps_run_over(it: Play) -> Iterator[Finding]:
    """The steps' minutes are the facilitator's clock; together they must fit the time that the play
    promises.

    Bad:
        time: 10
        steps: [{title: Draw, minutes: 20}, {title: Show, minutes: 15}]
    Good:
        time: 30-40
        steps: [{title: Draw, minutes: 20}, {title: Show, minutes: 15}]
    """
    least = sum(step.minutes.least for step in it.steps if step.minutes)
    if least > it.time.most:
        promised = f"more than the {it.time.most} promised"
        yield Finding(
            ("time",), f"the steps take {least} minutes, {promised}: shorten them, or promise more"
        )


@rule("PL002", "time-left-unplanned")
def time_left_unplanned(it: Play) -> Iterator[Finding]:
    """When every step has its minutes and they end long before the play does, someone stands there
    without a plan.

    Bad:
        time: 60
        steps: [{title: Draw, minutes: 10}, {title: Show, minutes: 10}]
    Good:
        time: 20-25
        steps: [{title: Draw, minutes: 10}, {title: Show, minutes: 10}]
    """
    times = [step.minutes for step in it.steps]
    most = sum(minutes.most for minutes in times if minutes)
    if all(times) and most < it.time.least:
        message = (
            f"the steps take {most} minutes, and the play at least {it.time.least}: "
            "plan the rest, or promise less"
        )
        yield Finding(("time",), message)


@rule("PL003", "no-when-not")
def no_when_not(it: Play) -> Iterator[Finding]:
    """A play that is always right is a slogan; say when to leave it.

    Bad:
        when: [A review comes up]
        when_not: []
    Good:
        when: [A review comes up]
        when_not: [The decision has been made]
    """
    if not it.when_not:
        yield Finding((), "the play does not say when to leave it: add 'when_not:'")


@rule("PL004", "nobody-takes-part")
def nobody_takes_part(it: Play) -> Iterator[Finding]:
    """A facilitator invites people before anything else.

    Bad:
        people: []
    Good:
        people: [The product trio]
    """
    if not it.people:
        yield Finding((), "the play does not say who takes part: add 'people:'")


@rule("PL005", "uncredited-play")
def uncredited_play(it: Play) -> Iterator[Finding]:
    """Someone thought of it first; credit shows readers where to learn more.

    Bad:
        sources: []
    Good:
        sources: [{title: A post, by: Its author}]
    """
    if not it.sources:
        yield Finding((), "the play credits nobody: add 'sources:' with whose thinking it is")


RULES = (steps_run_over, time_left_unplanned, no_when_not, nobody_takes_part, uncredited_play)
