"""`playbook export`."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import require_files, resolve_output, say_waiting
from playbook.exchange.writing import FORMS

if TYPE_CHECKING:
    from playbook.library.entry import Entry
    from playbook.library.library import Library


@click.command()
@click.argument("names", nargs=-1, metavar="FOLDER | --to FORM ID…")
@click.option(
    "--to", "form", type=click.Choice(tuple(FORMS)), help="The form to write artifacts in."
)
@click.option(
    "--out",
    "out",
    type=click.Path(file_okay=False, path_type=Path),
    help="With --to: the folder to write a file for each artifact to.",
)
@click.option("--public", is_flag=True, help="Leave out what is internal, and links to it.")
@click.pass_obj
def export(
    root: Path, names: tuple[str, ...], form: str | None, out: Path | None, *, public: bool
) -> None:
    """Write plain Markdown and SVG to FOLDER, for any engine that reads mkdocs.yml.

    With --to, print the artifacts of these IDs as other tools read them: Markdown lists, Mermaid,
    OPML for outliners, CSV for spreadsheets and whiteboards, JSON Canvas.
    """
    if form:
        export_artifacts(root, names, form, out, public=public)
        return
    if out:
        raise click.UsageError("--out belongs to --to FORM: name the folder alone, without --out")
    if len(names) != 1:
        raise click.UsageError(
            "name one folder to write the whole site to, or add --to FORM to write artifacts"
        )
    export_site(root, Path(names[0]), public=public)


def export_site(root: Path, folder: Path, *, public: bool) -> None:
    """Write the whole site as plain Markdown and SVG."""
    if folder.is_file():
        raise click.UsageError(f"'{folder}' is a file: name a folder")
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


def export_artifacts(
    root: Path, names: tuple[str, ...], form: str, out: Path | None, *, public: bool
) -> None:
    """Print artifacts in a form of other tools, or write a file for each."""
    from playbook.library.outlining import count_emphasis, outline_entry  # noqa: PLC0415
    from playbook.project import load_project  # noqa: PLC0415
    from playbook.source.problem import is_breaking  # noqa: PLC0415

    require_files(root)
    if not names:
        raise click.UsageError("name the artifacts by their ids, which are their files' names")
    if len(set(names)) > 1 and not out:
        raise click.UsageError("several artifacts take a file each: add --out FOLDER")
    project = load_project(root, public=public)
    library, writer = project.library, FORMS[form]
    entries = [find_entry(library, name) for name in dict.fromkeys(names)]
    if is_breaking(project.problems, strict=False):
        raise click.ClickException(
            "there are problems in the content: run 'playbook check' and fix them first"
        )
    outlines = [outline_entry(entry, library, project.settings.site_url) for entry in entries]
    for entry, outline in zip(entries, outlines, strict=True):
        if writer.is_picture and not outline.edges:
            raise click.UsageError(
                f"'{entry.id}' has no boxes and arrows, which is all that Mermaid holds: "
                "export it to markdown, opml, csv or canvas"
            )
    for entry, outline in zip(entries, outlines, strict=True):
        text = writer.write(outline)
        if out:
            write_new_file(out / f"{entry.id}.{writer.ending}", text)
        else:
            click.echo(escape_lines(text) if sys.stdout.isatty() else text, nl=False)
        if lost := describe_lost(
            outline.count_facts() if writer.is_picture else 0, count_emphasis(entry)
        ):
            click.echo(f"{entry.id}: {form} can't hold {lost}", err=True)


def escape_lines(text: str) -> str:
    """Return a text of several lines as a terminal may show it."""
    from playbook.system.terminal import escape_controls  # noqa: PLC0415

    return "\n".join(map(escape_controls, text.replace("\r\n", "\n").split("\n")))


def write_new_file(path: Path, text: str) -> None:
    """Write a text to a file that isn't there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise click.UsageError(
            f"'{path}' is there already: delete it, or name another folder"
        ) from None
    click.echo(f"Wrote {path}")


def find_entry(library: "Library", name: str) -> "Entry":
    """Return an artifact by its id; anything else is a usage error."""
    from playbook.text.english import did_you_mean  # noqa: PLC0415
    from playbook.text.slug import compose  # noqa: PLC0415

    wanted = compose(name)
    if wanted in library.unread:
        raise click.UsageError(f"'{name}' can't be read: see what 'playbook check' says about it")
    if wanted not in library.entries:
        raise click.UsageError(f"there is no '{name}'{did_you_mean(wanted, library.entries)}")
    return library.entries[wanted]


def describe_lost(facts: int, emphasis: int) -> str:
    """Return what a form leaves out, counted; nothing where it holds everything."""
    from playbook.text.english import counted  # noqa: PLC0415

    return " and ".join(
        words
        for words in (
            f"{counted(facts, 'text')} beside the titles" if facts else "",
            f"the bold and italic type of {counted(emphasis, 'text')}" if emphasis else "",
        )
        if words
    )
