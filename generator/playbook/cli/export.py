"""`playbook export`."""

import os
import sys
from pathlib import Path

import click

from playbook.cli import require_files, resolve_output, say_waiting


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--public", is_flag=True, help="Leave out what is internal, and links to it.")
@click.pass_obj
def export(root: Path, folder: Path, *, public: bool) -> None:
    """Write plain Markdown and SVG to FOLDER, for any engine that reads mkdocs.yml."""
    if not require_files(root, "mkdocs.yml").is_guest:
        require_files(root, "site_config/site.yml")
    from playbook.drawing.cache import PictureCache  # noqa: PLC0415
    from playbook.project import load_project  # noqa: PLC0415
    from playbook.publish import export as exporting  # noqa: PLC0415 - only this command draws
    from playbook.publish.mkdocs_config import find_config_problems  # noqa: PLC0415
    from playbook.site.site import make_site  # noqa: PLC0415
    from playbook.source.problem import Severity  # noqa: PLC0415
    from playbook.system.atomic_swap import Draft  # noqa: PLC0415

    target = resolve_output(folder, root, exporting.is_ours)
    project = load_project(root, public=public)
    errors = [
        problem
        for problem in (*project.problems, *find_config_problems(root))
        if problem.severity is Severity.ERROR
    ]
    for problem in errors:
        click.echo(problem, err=True)
    if errors:
        sys.exit(1)
    settings = project.settings.with_section("")
    site = make_site(project.library, settings, PictureCache(root / ".cache" / "playbook"))
    for problem in site.problems:
        click.echo(problem, err=True)
    with Draft(target, say_waiting) as draft:
        exporting.export(site, project, root, draft.folder)
        draft.put_in_place()
    pages = sum(1 for _ in (target / "content").rglob("*.md"))
    click.echo(
        f"Wrote {pages} pages: build them with 'mkdocs build -f "
        f"{os.path.relpath(folder / 'mkdocs.yml')}'"
    )
