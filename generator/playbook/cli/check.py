"""`playbook check`."""

import gc
import os
import sys
from datetime import date
from pathlib import Path

import click

from playbook.cli import require_files, say_unreplaced
from playbook.config.mkdocs_settings import describe_settings
from playbook.content.file_names import is_left_alone
from playbook.library.future_dates import find_future_dates
from playbook.library.kept_records import KeptRecords
from playbook.privacy.history import GIT_REMEMBERS, is_private
from playbook.project import CONFIG_FILES, RECORDS, VALUES, Project, load_project
from playbook.source.document import derive_id
from playbook.source.kept_values import KeptValues
from playbook.source.problem import Problem, count_problems, is_breaking
from playbook.starter.unreplaced import find_unreplaced
from playbook.system.git import is_in_git
from playbook.text.english import counted

FORMATS = ("text", "github", "gitlab", "json", "sarif")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Count advice as an error.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For people, for the pages of GitHub and GitLab, or for other tools.",
)
@click.pass_obj
def check(root: Path, paths: tuple[Path, ...], form: str, *, strict: bool) -> None:
    """Report every problem at its line; with PATHS, only those in these files or folders."""
    require_files(root)
    # what is made here is wanted to the end, so that looking for waste is itself the waste
    gc.disable()
    values = KeptValues(root / VALUES)
    records = KeptRecords(root / RECORDS, values)
    project = load_project(root, steps=records.steps)
    future = find_future_dates(project.unredacted, date.today())  # noqa: DTZ011 - the day at the desk
    problems = sorted([*project.problems, *future])
    for path in paths:
        if reason := explain_unchecked(path, root, project):
            raise click.UsageError(f"'{path}' {reason}")
    if not is_breaking(problems, strict=False):
        problems = sorted([*problems, *find_mkdocs_problems(project, root, records)])
    if paths:
        problems = [problem for problem in problems if is_in(problem.path, paths)]
    if problems or form != "text":
        report = format_problems(problems, form)
        click.echo(report, nl=bool(report))
    if problems:
        files = {problem.path for problem in problems}
        more = announce_more(problems, project)
        click.echo(f"{count_problems(problems)} in {counted(len(files), 'file')}{more}", err=True)
        if any(is_private(problem.code) for problem in problems) and is_in_git(root):
            click.echo(GIT_REMEMBERS, err=True)
    elif form == "text":
        files = {entry.source.path for entry in project.unredacted.own_entries}
        checked = sum(1 for file in files if not paths or is_in(file, paths))
        click.echo(f"All is well: {counted(checked, 'artifact')} checked.")
    if form == "text":
        unreplaced = find_unreplaced(root, project.unredacted, project.settings)
        say_unreplaced(place for place in unreplaced if not paths or is_in(place[0], paths))
    values.sweep()
    records.save()
    leave_standing(project)
    sys.exit(1 if is_breaking(problems, strict=strict) else 0)


def announce_more(problems: list[Problem], project: Project) -> str:
    """Return that more may show, where a file's errors keep rules from being applied to it."""
    library = project.unredacted
    unread = {path for path in library.inventory.artifacts if derive_id(path) in library.unread}
    if unread.isdisjoint(problem.path for problem in problems):
        return ""
    return f"; more may show once {'this is' if len(problems) == 1 else 'these are'} fixed"


def leave_standing(project: Project) -> None:
    """Keep Python from taking a project apart, piece by piece, before it ends.

    That takes a tenth of the time of a check. What refers to itself and is frozen stays.
    """
    kept: list[object] = [project]
    kept.append(kept)
    gc.freeze()


def find_mkdocs_problems(project: Project, root: Path, records: KeptRecords) -> list[Problem]:
    """Return what is wrong with mkdocs.yml.

    MkDocs is slow to load, and is asked only where all else is in order, and once about the same
    settings.
    """
    described = describe_settings(root)
    if described:
        described += f" {project.unredacted.content}"
    if described and described == records.settled:
        return []
    from playbook.publish.mkdocs_config import find_config_problems  # noqa: PLC0415

    problems = find_config_problems(root, project.library)
    records.settle("" if problems else described)
    return problems


def format_problems(problems: list[Problem], form: str) -> str:
    """Return the problems in one of the formats.

    Each is loaded only when it is asked for.
    """
    match form:
        case "github":
            from playbook.report import github  # noqa: PLC0415

            return github.report(problems)
        case "gitlab":
            from playbook.report import gitlab  # noqa: PLC0415

            return gitlab.report(problems)
        case "json":
            from playbook.report import json  # noqa: PLC0415

            return json.report(problems)
        case "sarif":
            from playbook.kinds import KINDS  # noqa: PLC0415
            from playbook.reference.lessons import load_lessons  # noqa: PLC0415
            from playbook.report import sarif  # noqa: PLC0415

            return sarif.report(problems, load_lessons(KINDS))
        case _:
            from playbook.report import text  # noqa: PLC0415

            return text.report(problems, colour=bool(sys.stdout and sys.stdout.isatty()))


def is_in(file: Path, paths: tuple[Path, ...]) -> bool:
    """Whether a file is one of these, or lies in one of these folders."""
    return any(locate(file).is_relative_to(locate(path)) for path in paths)


def locate(path: Path) -> Path:
    """Return a path from the root of the system; where it is a link, that of the link itself."""
    return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()


def explain_unchecked(path: Path, root: Path, project: Project) -> str:
    """Return why nothing at a path was looked at; nothing when something was."""
    if not os.path.lexists(path):
        return "does not exist: check how it is spelt"
    inventory, place = project.unredacted.inventory, locate(path)
    files = [*inventory.artifacts, *inventory.pages, *inventory.assets, *inventory.extras]
    files += [
        *(problem.path for problem in project.problems),
        *(root / name for name in CONFIG_FILES),
    ]
    if any(locate(file).is_relative_to(place) for file in files):
        return ""
    if not place.is_relative_to(locate(inventory.content)):
        return (
            f"is not read: name a file or a folder in {os.path.relpath(inventory.content)}/, or "
            "one of the settings in site_config/"
        )
    if any(map(is_left_alone, place.relative_to(locate(inventory.content)).parts)):
        return (
            "is not read, since its name, or that of its folder, is hidden: call it something else"
        )
    return ""
