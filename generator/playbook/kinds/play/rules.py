"""What a facilitator needs of a play."""

import re
from collections.abc import Iterator

from playbook.kinds.play.model import Play
from playbook.rules.rule import Finding, rule

TO_CLOSE = 3
"""The fewest minutes in which people are asked for a last word."""
CLOSING = re.compile(r"(?i)\b(?:clos(?:e|es|ing)|wrap(?:s|ping)?[ -]up|last round|check[ -]?out)\b")


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
    """When every step has its minutes and they end long before the play does, someone is left
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
    """A play that is always right is a slogan; say when not to run it.

    Bad:
        when: [A review comes up]
        when_not: []
    Good:
        when: [A review comes up]
        when_not: [The decision has been made]
    """
    if not it.when_not:
        yield Finding((), "the play doesn't say when not to run it: add 'when_not:'")


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
        yield Finding((), "the play credits nobody: say under 'sources:' whose thinking it is")


@rule("PL006", "no-time-to-close")
def no_time_to_close(it: Play) -> Iterator[Finding]:
    """A session that is closed in a hurry leaves everyone unsure what follows. This finds a 'close:'
    where the steps take all of the time and the last of them doesn't speak of closing.

    Bad:
        time: 30
        close: Ask each person what they take away.
        steps: [{title: Draw, minutes: 15}, {title: Show the drawings, minutes: 15}]
    Good:
        time: 30-35
        close: Ask each person what they take away.
        steps: [{title: Draw, minutes: 15}, {title: Show the drawings, minutes: 15}]
    """
    last = it.steps[-1]
    most = sum(step.minutes.most for step in it.steps if step.minutes)
    words = " ".join(text.plain() for text in (last.title, last.text) if text)
    is_planned = all(step.minutes for step in it.steps)
    if it.close and is_planned and it.time.most - most < TO_CLOSE and not CLOSING.search(words):
        message = (
            f"the steps take {most} of the {it.time.most} minutes, and none is left to close: "
            "shorten a step, or promise more"
        )
        yield Finding(("close",), message)


RULES = (
    steps_run_over,
    time_left_unplanned,
    no_when_not,
    nobody_takes_part,
    uncredited_play,
    no_time_to_close,
)
