"""`playbook show`."""

import os
import sys
from pathlib import Path

import click

from playbook.source.document import parse
from playbook.source.plain_lines import list_lines
from playbook.source.problem import Severity


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def show(file: Path) -> None:
    """Print what a FILE of YAML says, the same however it is written.

    So does 'git diff' once 'playbook doctor --git' has set it up. A file that can't be read is
    printed as it is.
    """
    raw = file.read_bytes()
    text = read_words(file, raw)
    if text is None:
        sys.stdout.flush()
        with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
            out.write(raw)
        return
    click.echo(text.encode(errors="replace"))


def read_words(file: Path, raw: bytes) -> str | None:
    """Return what a file says in lines; None where it can't be read."""
    try:
        source, problems = parse(file, raw)
    except (ValueError, RecursionError):
        return None
    if source is None or any(problem.severity is Severity.ERROR for problem in problems):
        return None
    return "\n".join(list_lines(source.data))
