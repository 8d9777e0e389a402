"""`playbook schema`."""

import json
from typing import Any

import click

from playbook.cli.kind_name import KindName
from playbook.kinds import KINDS
from playbook.reference.examples import Examples
from playbook.reference.json_schema import make_schema as schema_of
from playbook.reference.json_schema import make_whole_schema
from playbook.text.english import quoted


@click.command()
@click.argument("kind", required=False, type=KindName())
@click.option(
    "--changes", is_flag=True, help="Print the schema of what 'playbook diff --format json' writes."
)
def schema(kind: str | None, *, changes: bool) -> None:
    """Print the JSON Schema that editors use to complete KIND, or one for all kinds."""
    if changes and kind:
        raise click.UsageError(f"'--changes' has a schema of its own: leave out {quoted(kind)}")
    click.echo(format_changes_schema() if changes else format_schema(kind), nl=False)


def format_changes_schema() -> str:
    """Return the schema of what changed as text."""
    from playbook.report.changes_json import make_changes_schema  # noqa: PLC0415 - few ask for it

    return write_schema(make_changes_schema())


def format_schema(name: str | None = None) -> str:
    """Return a schema as text."""
    examples = {kind.name: Examples(kind) for kind in KINDS}
    schema_of_kind = next(
        (schema_of(kind, examples[kind.name]) for kind in KINDS if kind.name == name), None
    )
    schema = schema_of_kind or make_whole_schema(KINDS, examples)
    return write_schema(schema)


def write_schema(schema: dict[str, Any]) -> str:
    """Return a schema as JSON."""
    return f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n"
