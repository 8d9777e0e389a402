"""`playbook build`."""

import os
import sys
from pathlib import Path

import click

from playbook.cli import require_files, resolve_output, say_unreplaced
from playbook.system.output_folder import is_site


@click.command()
@click.option("--strict", is_flag=True, help="Let warnings and advice break the build.")
@click.option("--public", is_flag=True, help="Leave out what is internal, and links to it.")
@click.option(
    "--offline", is_flag=True, help="Make a site that works from a folder, without a server."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Where to write the site, in place of what is there; if left out, 'site_dir' in "
    "mkdocs.yml, or 'site'.",
)
@click.pass_obj
def build(root: Path, *, strict: bool, public: bool, offline: bool, out: Path | None) -> None:
    """Build the site into site/, whole or not at all: if it fails, the last good one stays."""
    require_files(root, "mkdocs.yml")
    target = resolve_output(out, root, is_site) if out else None
    from playbook.publish import runner  # noqa: PLC0415 - MkDocs takes half a second to load
    from playbook.starter.unreplaced import find_unreplaced  # noqa: PLC0415

    try:
        place, project = runner.build(
            root, strict=strict, public=public, offline=offline, out=target
        )
    except runner.Failed:
        click.echo("The site was not built; the last one is as it was.", err=True)
        sys.exit(1)
    pages = sum(1 for page in place.rglob("*.html") if page != place / "404.html")
    click.echo(f"Built {pages} pages in {os.path.relpath(place)}/")
    if project:
        say_unreplaced(find_unreplaced(root, project.library, project.settings))
    if offline:
        click.echo(f"Open {os.path.relpath(place / 'index.html')} in a browser.")
