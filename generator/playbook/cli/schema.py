"""`playbook schema`."""

import json
from pathlib import Path

import click

from playbook.kinds import KINDS
from playbook.reference.examples import Examples
from playbook.reference.json_schema import schema as schema_of
from playbook.reference.json_schema import whole


@click.command()
@click.argument("kind", required=False, type=click.Choice([kind.name for kind in KINDS]))
def schema(kind: str | None) -> None:
    """Print the JSON Schema of KIND, or one for all kinds, which editors complete from."""
    click.echo(text_of(kind), nl=False)


def text_of(name: str | None = None) -> str:
    """Return a schema as text."""
    examples = {kind.name: Examples(kind) for kind in KINDS}
    made = next((schema_of(kind, examples[kind.name]) for kind in KINDS if kind.name == name), None)
    return f"{json.dumps(made or whole(KINDS, examples), indent=2, ensure_ascii=False)}\n"


def write(path: Path) -> None:
    """Write the schema for all kinds where editors look for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text_of(), encoding="utf-8", newline="\n")
