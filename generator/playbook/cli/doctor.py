"""`playbook doctor`."""

import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from playbook.cli import require_files
from playbook.cli.schema import format_schema
from playbook.config.mkdocs_settings import read_own_settings
from playbook.config.place import PLUGIN, Place, find_options, find_place
from playbook.config.settings import CONFIG, FILE, explain_lost
from playbook.starter.git_driver import explain_driver_fault, remove_driver, set_up_driver
from playbook.starter.survey import find_lacks
from playbook.system.git import is_shallow
from playbook.system.git_objects import GitFailure


@click.command()
@click.option(
    "--git/--no-git",
    "with_git",
    default=None,
    help="Let 'git diff' show the YAML in words in this clone, or end that; nothing else is said.",
)
@click.pass_obj
def doctor(root: Path, *, with_git: bool | None) -> None:
    """Say what is installed, what a project lacks, and how to add it."""
    if with_git is not None:
        content = require_files(root).content
        if fault := explain_driver_fault(root, content):
            raise click.UsageError(fault)
        try:
            for line in (set_up_driver if with_git else remove_driver)(root, content):
                click.echo(line)
        except GitFailure as failure:
            raise click.ClickException(f"git's settings can't be changed: {failure}") from failure
        return
    healthy = True
    click.echo(
        f"ok       Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    )
    for name in ("discovery-playbook", *list_packages()):
        try:
            click.echo(f"ok       {name} {version(name)}")
        except PackageNotFoundError:
            healthy = False
            click.echo(f"missing  {name}, needed to build the site: pip install {name}")
    healthy &= check_graphviz()
    place = find_place(root)
    if any(path.exists() for path in (place.content, root / CONFIG, root / FILE)):
        missing = list(find_missing(root, place))
        healthy &= not missing
        check_project(root, missing)
    else:
        click.echo("without  a playbook in this folder: 'playbook init' begins one")
    click.echo(
        "All that a build needs is here." if healthy else "Some of what a build needs is missing."
    )
    sys.exit(0 if healthy else 1)


def find_missing(root: Path, place: Place) -> Iterator[str]:
    """Yield what a build needs of a project and doesn't find, with what to do.

    A guest may go without our settings.
    """
    own = read_own_settings(root)
    if own and find_options(own.get("plugins")) is None:
        yield f"our plugin in {CONFIG}: write '- {PLUGIN}' below 'plugins:'"
        return
    if not (root / CONFIG).exists():
        yield (f"{CONFIG} in this folder: go to the playbook's folder, or name it with -C FOLDER")
    elif not place.content.exists():
        yield place.explain_missing(root)
    if not place.is_guest and not (root / FILE).exists():
        yield explain_lost(root)


def check_project(root: Path, missing: list[str]) -> None:
    """Say what a project lacks, of what a build needs and of what makes it easy."""
    for lack in missing:
        click.echo(f"missing  {lack}")
    if is_shallow(root):
        click.echo(
            "without  the history of this clone; only 'check' needs it, to see what moved: "
            "git fetch --unshallow"
        )
    for lack in find_lacks(root, version("discovery-playbook"), format_schema):
        click.echo(f"without  {lack}")


def list_packages() -> list[str]:
    """Return the names of the packages that a build needs."""
    return sorted(re.split(r"[^\w.-]", line)[0] for line in requires("discovery-playbook") or [])


def check_graphviz() -> bool:
    """Draw something; say whether it worked."""
    try:
        from playbook.drawing.drawing import Card, Connector, Drawing  # noqa: PLC0415 - the same
        from playbook.drawing.layout import ENGINE, lay_out  # noqa: PLC0415 - it may not load, which is the question

        cards = [Card(id="a", title="a"), Card(id="b", title="b")]
        lay_out(Drawing("try", "", "", cards=cards, links=[Connector(tail="a", head="b")]))
    except Exception as error:  # noqa: BLE001 - whatever it is, the user shall read it
        click.echo(f"missing  Graphviz, needed to draw: {error}; reinstall pygraphviz")
        return False
    click.echo(f"ok       {ENGINE}, inside pygraphviz")
    return True
