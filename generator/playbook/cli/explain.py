"""`playbook explain`."""

import click

from playbook.kinds import KINDS
from playbook.rulebook import explain as explained
from playbook.rulebook import lessons
from playbook.wording import did_you_mean


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
    if lesson is None:
        raise click.UsageError(f"there is no rule '{code}'{did_you_mean(code.upper(), known)}")
    click.echo(explained(lesson))
