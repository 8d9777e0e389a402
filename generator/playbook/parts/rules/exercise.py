"""What a facilitator needs of an exercise."""

from collections.abc import Iterator
from typing import Any

from playbook.model.traverse import find_pieces
from playbook.parts.exercise import Exercise
from playbook.rules.rule import Finding, rule

LONGEST = 120
FEWEST_STEPS = 2


@rule("EX001", "exercise-without-time")
def exercise_without_time(it: Any) -> Iterator[Finding]:
    """A facilitator plans by the clock; an exercise without a time can't be put into a session.

    Bad:
        exercises:
          - {title: Draw, purpose: To see, time: {}, who: The trio, steps: [Draw alone, Show it]}
    Good:
        exercises:
          - {title: Draw, purpose: To see, time: {individual: 20}, who: The trio, steps: [Draw alone, Show it]}
    """
    for loc, one in find_pieces(it, Exercise):
        if one.time.individual is None and one.time.team is None:
            yield Finding(
                (*loc, "time"), f"'{one.id}' has no time: add 'individual:' or 'team:' in minutes"
            )


@rule("EX002", "exercise-too-long")
def exercise_too_long(it: Any) -> Iterator[Finding]:
    """Attention ends before two hours do; split an exercise that lasts longer.

    Bad:
        exercises:
          - {title: Draw, purpose: To see, time: {team: 180}, who: The trio, steps: [Draw alone, Show it]}
    Good:
        exercises:
          - {title: Draw, purpose: To see, time: {team: 45-60}, who: The trio, steps: [Draw alone, Show it]}
    """
    for loc, one in find_pieces(it, Exercise):
        most = sum(time.most for time in (one.time.individual, one.time.team) if time)
        if most > LONGEST:
            message = f"'{one.id}' lasts {most} minutes, more than {LONGEST}: split it into two"
            yield Finding((*loc, "time"), message)


@rule("EX003", "exercise-in-one-step")
def exercise_in_one_step(it: Any) -> Iterator[Finding]:
    """'Do it' is no instruction; people need to know what to do first, and when they are done.

    Bad:
        exercises:
          - {title: Draw, purpose: To see, time: {team: 20}, who: The trio, steps: [Draw a map]}
    Good:
        exercises:
          - {title: Draw, purpose: To see, time: {team: 20}, who: The trio, steps: [Draw alone, Show it]}
    """
    for loc, one in find_pieces(it, Exercise):
        if len(one.steps) < FEWEST_STEPS:
            yield Finding(
                (*loc, "steps"),
                f"'{one.id}' has {len(one.steps)} step: say what comes first, and what last",
            )


@rule("EX004", "steps-miss-the-time")
def steps_miss_the_time(it: Any) -> Iterator[Finding]:
    """The steps' minutes run the timer in the room; they must come to the time that the exercise
    promises.

    Bad:
        exercises:
          - title: Draw
            purpose: To see
            time: {team: 45-60}
            who: The trio
            steps: [{minutes: 10, text: Draw alone}, {minutes: 10, text: Show it}]
    Good:
        exercises:
          - title: Draw
            purpose: To see
            time: {team: 20}
            who: The trio
            steps: [{minutes: 10, text: Draw alone}, {minutes: 10, text: Show it}]
    """
    for loc, one in find_pieces(it, Exercise):
        planned = [step.minutes for step in one.steps if step.minutes]
        promised = [time for time in (one.time.individual, one.time.team) if time]
        least, most = (
            sum(minutes.least for minutes in planned),
            sum(minutes.most for minutes in planned),
        )
        fewest, longest = (
            sum(minutes.least for minutes in promised),
            sum(minutes.most for minutes in promised),
        )
        if promised and least > longest:
            message = (
                f"the steps of '{one.id}' take {least} minutes, more than the {longest} promised"
            )
            yield Finding((*loc, "time"), f"{message}: shorten them, or promise more")
        elif promised and len(planned) == len(one.steps) and most < fewest:
            message = (
                f"the steps of '{one.id}' take {most} minutes, and it promises at least {fewest}"
            )
            yield Finding((*loc, "time"), f"{message}: plan the rest, or promise less")


RULES = (exercise_without_time, exercise_too_long, exercise_in_one_step, steps_miss_the_time)
