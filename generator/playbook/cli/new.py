"""`playbook new`."""

import os
from pathlib import Path

import click

from playbook.cli import needs
from playbook.cli.schema import write
from playbook.examples import beside
from playbook.kinds import KINDS
from playbook.reading import fault_in_name, yaml_files
from playbook.schema import FILE


@click.command()
@click.argument("kind", type=click.Choice([kind.name for kind in KINDS]))
@click.argument("name", metavar="ID")
@click.pass_obj
def new(root: Path, kind: str, name: str) -> None:
    """Write a file of KIND to fill in, that already passes; ID is its name, such as first-interview."""
    needs(root, "content")
    if fault := fault_in_name(name):
        raise click.UsageError(fault)
    taken = next((path for path in yaml_files(root / "content") if path.stem == name), None)
    if taken:
        raise click.UsageError(f"'{name}' is already the id of {os.path.relpath(taken)}: choose another")
    chosen = next(each for each in KINDS if each.name == kind)
    path = root / "content" / chosen.folder / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = root / FILE
    if not schema.exists():
        write(schema)
    line = f"# yaml-language-server: $schema={Path(os.path.relpath(schema, path.parent)).as_posix()}"
    text = beside(chosen, "new.yml").read_text(encoding="utf-8")
    title = name.replace("-", " ").capitalize()
    path.write_text(f"{line}\n{text.replace('TITLE', title, 1)}", encoding="utf-8", newline="\n")
    click.echo(f"Wrote {os.path.relpath(path)}: open it, and 'playbook serve' to see it")
