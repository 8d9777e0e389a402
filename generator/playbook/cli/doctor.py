"""`playbook doctor`."""

import os
import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from playbook.cli.schema import format_schema
from playbook.config.place import find_place
from playbook.config.settings import CONFIG, FILE, LOST
from playbook.starter.survey import find_lacks
from playbook.system.git import is_shallow


@click.command()
@click.pass_obj
def doctor(root: Path) -> None:
    """Say what is installed, what a project lacks, and how to add it."""
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
    needed = list_needed(root)
    missing = [name for name in needed if not (root / name).exists()]
    if len(missing) == len(needed):
        click.echo("without  a playbook in this folder: 'playbook init' begins one")
    else:
        healthy &= not missing
        check_project(root, missing)
    click.echo(
        "All that a build needs is here." if healthy else "Some of what a build needs is missing."
    )
    sys.exit(0 if healthy else 1)


def list_needed(root: Path) -> list[str]:
    """Return what a build needs of the project at `root`; a guest may go without our settings."""
    place = find_place(root)
    settings = [] if place.is_guest else [FILE.as_posix()]
    return [os.path.relpath(place.content, root), CONFIG.name, *settings]


def check_project(root: Path, missing: list[str]) -> None:
    """Say what a project lacks, of what a build needs and of what makes it easy."""
    for name in missing:
        if name == FILE.as_posix() and CONFIG.name not in missing:
            click.echo(f"missing  {LOST}")
        else:
            click.echo(
                f"missing  {name} in this folder: go to the playbook's folder, "
                "or name it with -C FOLDER"
            )
    if is_shallow(root):
        click.echo(
            "without  the history of this clone; only 'check' wants it, to see what moved: "
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
