"""What a facilitator needs of a play."""

from collections.abc import Iterator

from playbook.kind import Finding, rule
from playbook.kinds.play.model import Play


@rule("PL001", "steps-run-over")
def steps_run_over(it: Play) -> Iterator[Finding]:
    """The steps' minutes are the facilitator's clock; together they must fit the time the play promises."""
    least = sum(step.minutes.least for step in it.steps if step.minutes)
    if least > it.time.most:
        yield Finding(
            ("time",),
            f"the steps take {least} minutes, more than the {it.time.most} promised: shorten them, or promise more",
        )


RULES = (steps_run_over,)
