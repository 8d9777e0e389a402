"""`playbook explain`."""

import click

from playbook.kinds import KINDS
from playbook.reference.lessons import explain_fault, explain_rule, load_lessons
from playbook.rules.faults import load_faults
from playbook.text.english import did_you_mean


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say why CODE is a problem, with a bad and a good example; without CODE list all of them."""
    rules, faults = load_lessons(KINDS), load_faults()
    if code is None:
        for lesson in rules.values():
            click.echo(f"{lesson.rule.code}  {lesson.rule.name}")
        for fault in faults.values():
            click.echo(f"{fault.code}  {fault.name}")
    elif code.upper() in rules:
        click.echo(explain_rule(rules[code.upper()]))
    elif code.upper() in faults:
        click.echo(explain_fault(faults[code.upper()]))
    else:
        close = did_you_mean(code.upper(), [*rules, *faults])
        raise click.UsageError(f"there is no rule '{code}'{close}")
