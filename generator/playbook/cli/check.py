"""`playbook check`."""

import gc
import sys
from datetime import date
from pathlib import Path

import click

from playbook.cli import needs
from playbook.future import find_future_dates
from playbook.privacy.history import GIT_REMEMBERS, in_git, is_private
from playbook.problem import Problem, breaking
from playbook.project import load_project
from playbook.wording import counted

FORMATS = ("text", "github", "json", "sarif")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--strict", is_flag=True, help="Let advice count as an error.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For people, for GitHub's pull requests, or for other tools.",
)
@click.pass_obj
def check(root: Path, paths: tuple[Path, ...], form: str, *, strict: bool) -> None:
    """Report every problem at its line; with PATHS only those in these files or folders."""
    needs(root, "content")
    gc.disable()  # what is made here is wanted to the end, so that looking for waste is itself the waste
    project = load_project(root)
    future = find_future_dates(project.unredacted, date.today())  # noqa: DTZ011 - the day at the desk
    problems = sorted([*project.problems, *future])
    if paths:
        problems = [problem for problem in problems if asked_for(problem, paths)]
    if problems or form != "text":
        said = written(problems, form)
        click.echo(said, nl=bool(said))
    if problems:
        files = {problem.path for problem in problems}
        click.echo(f"{counted(len(problems), 'problem')} in {counted(len(files), 'file')}", err=True)
        if any(is_private(problem.code) for problem in problems) and in_git(root):
            click.echo(GIT_REMEMBERS, err=True)
    elif form == "text":
        click.echo(f"All is well: {counted(len(project.unredacted.entries), 'artifact')} checked.")
    sys.exit(1 if breaking(problems, strict=strict) else 0)


def written(problems: list[Problem], form: str) -> str:
    """Return the problems in one of the formats, each of which is loaded only when it is asked for."""
    match form:
        case "github":
            from playbook.report import github  # noqa: PLC0415

            return github.report(problems)
        case "json":
            from playbook.report import json  # noqa: PLC0415

            return json.report(problems)
        case "sarif":
            from playbook.kinds import KINDS  # noqa: PLC0415
            from playbook.report import sarif  # noqa: PLC0415
            from playbook.rulebook import lessons  # noqa: PLC0415

            return sarif.report(problems, lessons(KINDS))
        case _:
            from playbook.report import text  # noqa: PLC0415

            return text.report(problems, colour=bool(sys.stdout and sys.stdout.isatty()))


def asked_for(problem: Problem, paths: tuple[Path, ...]) -> bool:
    """Whether a problem stands in one of the files or folders."""
    return any(problem.path.resolve().is_relative_to(path.resolve()) for path in paths)
