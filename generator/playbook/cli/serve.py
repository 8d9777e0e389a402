"""`playbook serve`."""

import sys
from pathlib import Path

import click

from playbook.cli import require_files


@click.command()
@click.option(
    "-a",
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="Where to listen, as HOST:PORT.",
)
@click.pass_obj
def serve(root: Path, address: str) -> None:
    """Preview the site; an edit shows at once."""
    require_files(root, "mkdocs.yml")
    from playbook.publish import runner  # noqa: PLC0415 - MkDocs takes half a second to load

    try:
        runner.serve(root, address)
    except runner.Failed:
        sys.exit(1)
