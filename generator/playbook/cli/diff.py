"""`playbook diff`."""

import gc
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import name_folder
from playbook.review.revisions import NoState, choose_revisions

if TYPE_CHECKING:
    from playbook.review.comparison import Comparison

FORMATS = ("text", "markdown", "json", "html")
NOTHING = "nothing changed in meaning"


@click.command()
@click.argument("base", default="")
@click.argument("head", default="")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For people, for a comment on a pull request, for other tools, or a page with pictures.",
)
@click.option("--exit-code", is_flag=True, help="End with 1 where something changed in meaning.")
@click.option(
    "--public", is_flag=True, help="Leave out what is internal in either state, and all problems."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="The file to write to, in place of the terminal; for html, a folder for the page, which "
    "opens without a server.",
)
@click.pass_obj
def diff(  # noqa: PLR0913 - each is an option
    root: Path, base: str, head: str, form: str, out: Path | None, *, exit_code: bool, public: bool
) -> None:
    """Say what changed from BASE to HEAD, in words or on a page with pictures.

    Each is a commit, a branch, or a folder with a project. Without HEAD, it is your files as they
    are; without BASE, the commit where your branch left the main one. Nothing is checked out.
    """
    if not root.is_dir():
        raise click.UsageError(f"{name_folder(root)} isn't there")
    target = choose_target(out, form)
    # what is made here is wanted to the end, so that looking for waste is itself the waste
    gc.disable()
    with ExitStack() as stack:
        try:
            revisions = choose_revisions(root, base, head)
            from playbook.review.comparison import Comparison  # noqa: PLC0415 - a usage error needs none

            comparison = Comparison(root, revisions, stack, public=public)
        except NoState as reason:
            raise click.UsageError(str(reason)) from reason
        report = format_changes(comparison, form, colour=not out and sys.stdout.isatty())
    if target:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(report, encoding="utf-8", newline="\n")
        click.echo(f"Wrote {target}")
    else:
        click.echo(report, nl=not report.endswith("\n"))
    gc.freeze()
    sys.exit(1 if exit_code and comparison.changes else 0)


def choose_target(out: Path | None, form: str) -> Path | None:
    """Return the file to write to; None where it is the terminal."""
    if form != "html":
        if out and out.is_dir():
            raise click.UsageError(f"'{out}' is a folder: name the file to write to behind --out")
        return out
    if not out:
        raise click.UsageError(
            "--format html writes a page: name the folder for it, as in '--out changes'"
        )
    if out.exists() and not out.is_dir():
        raise click.UsageError(f"'{out}' is a file: name a folder for the page behind --out")
    return out / "index.html"


def format_changes(comparison: "Comparison", form: str, *, colour: bool) -> str:
    """Return what changed in one of the formats.

    Each is loaded only when it is asked for.
    """
    changes = comparison.changes
    states = comparison.before.entries, comparison.after.entries
    match form:
        case "markdown":
            from playbook.report import changes_markdown  # noqa: PLC0415

            return changes_markdown.report_changes(changes, *states)
        case "html":
            from playbook.changes_page.page import write_page  # noqa: PLC0415

            labels = comparison.before.revision.label, comparison.after.revision.label
            return write_page(changes, *states, labels, comparison.after.project.settings.look)
        case "json":
            from playbook.report import changes_json  # noqa: PLC0415

            return changes_json.report_changes(changes, *states)
        case _:
            from playbook.report import changes_text  # noqa: PLC0415

            return changes_text.report_changes(changes, *states, colour=colour)
