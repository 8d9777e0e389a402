"""`playbook check`."""

import sys
from pathlib import Path

import click

from playbook.cli import needs
from playbook.content import read_content
from playbook.problem import Problem, breaking
from playbook.wording import counted


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--strict", is_flag=True, help="Let advice count as an error.")
@click.pass_obj
def check(root: Path, paths: tuple[Path, ...], *, strict: bool) -> None:
    """Report every problem at its line; with PATHS only those in these files or folders."""
    needs(root, "content")
    library, _, problems = read_content(root / "content", root)
    if paths:
        problems = [problem for problem in problems if asked_for(problem, paths)]
    for problem in problems:
        click.echo(problem)
    if problems:
        click.echo(
            f"{counted(len(problems), 'problem')} in {counted(len({p.path for p in problems}), 'file')}", err=True
        )
    else:
        click.echo(f"All is well: {counted(len(library.entries), 'artifact')} checked.")
    sys.exit(1 if breaking(problems, strict=strict) else 0)


def asked_for(problem: Problem, paths: tuple[Path, ...]) -> bool:
    """Whether a problem stands in one of the files or folders."""
    return any(problem.path.resolve().is_relative_to(path.resolve()) for path in paths)
