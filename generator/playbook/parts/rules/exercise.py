"""What a facilitator needs of an exercise."""

from collections.abc import Iterator
from typing import Any

from playbook.parts.exercise import Exercise
from playbook.rule import Finding, rule
from playbook.walk import every

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
    for loc, one in every(it, Exercise):
        if one.time.individual is None and one.time.team is None:
            yield Finding((*loc, "time"), f"'{one.id}' has no time: add 'individual:' or 'team:' in minutes")


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
    for loc, one in every(it, Exercise):
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
    for loc, one in every(it, Exercise):
        if len(one.steps) < FEWEST_STEPS:
            yield Finding((*loc, "steps"), f"'{one.id}' has {len(one.steps)} step: say what comes first, and what last")


RULES = (exercise_without_time, exercise_too_long, exercise_in_one_step)
