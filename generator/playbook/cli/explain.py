"""`playbook explain`."""

import re

import click

from playbook.kinds import KINDS
from playbook.rulebook import explain as explained
from playbook.rulebook import lessons
from playbook.wording import did_you_mean

FAULT = re.compile(r"(?:SHP|SRC|REF)\d{3}")
"""The codes of what can't be read, has another shape, or leads nowhere."""


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say why the rule CODE exists, with a bad and a good example; without CODE list all rules."""
    known = lessons(KINDS)
    if code is None:
        for each in known.values():
            click.echo(f"{each.rule.code}  {each.rule.name}")
        return
    lesson = known.get(code.upper())
    if lesson is None and FAULT.fullmatch(code.upper()):
        raise click.UsageError(
            f"{code.upper()} is no rule of the method: its message says all, and 'Reference' has the fields"
        )
    if lesson is None:
        raise click.UsageError(f"there is no rule '{code}'{did_you_mean(code.upper(), known)}")
    click.echo(explained(lesson))
