"""`playbook doctor`."""

import platform
import re
import shutil
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from playbook.system.git import is_shallow

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Browsers that the tests run in, the quickest first."""


@click.command()
@click.pass_obj
def doctor(root: Path) -> None:
    """Say what is installed, and what is missing for what."""
    healthy = True
    click.echo(
        f"ok       Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    )
    for name in list_packages():
        try:
            click.echo(f"ok       {name} {version(name)}")
        except PackageNotFoundError:
            healthy = False
            click.echo(f"missing  {name}, needed to build the site: pip install {name}")
    healthy &= check_graphviz()
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser:
        click.echo(f"ok       browser {Path(browser).name}")
    else:
        click.echo("without  a browser; only 'make test' wants one: install the package 'chromium'")
    for name in ("content", "mkdocs.yml", "site_config/site.yml"):
        if not (root / name).exists():
            healthy = False
            click.echo(
                f"missing  {name} in this folder: go to the playbook's folder, "
                "or name it with -C FOLDER"
            )
    if is_shallow(root):
        click.echo(
            "without  the history of this clone; only 'check' wants it, to see what moved: "
            "git fetch --unshallow"
        )
    click.echo(
        "All that a build needs is here." if healthy else "Some of what a build needs is missing."
    )
    sys.exit(0 if healthy else 1)


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
