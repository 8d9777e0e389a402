"""`playbook schema`."""

import json

import click

from playbook.cli.kind_name import KindName
from playbook.kinds import KINDS
from playbook.reference.examples import Examples
from playbook.reference.json_schema import make_schema as schema_of
from playbook.reference.json_schema import make_whole_schema


@click.command()
@click.argument("kind", required=False, type=KindName())
def schema(kind: str | None) -> None:
    """Print the JSON Schema that editors use to complete KIND, or one for all kinds."""
    click.echo(format_schema(kind), nl=False)


def format_schema(name: str | None = None) -> str:
    """Return a schema as text."""
    examples = {kind.name: Examples(kind) for kind in KINDS}
    schema_of_kind = next(
        (schema_of(kind, examples[kind.name]) for kind in KINDS if kind.name == name), None
    )
    schema = schema_of_kind or make_whole_schema(KINDS, examples)
    return f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n"
