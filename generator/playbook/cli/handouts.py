"""`playbook handouts`."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from playbook.cli import require_files, resolve_output, say_waiting
from playbook.language import load_language, use_language
from playbook.library.library import Library
from playbook.project import load_project
from playbook.source.problem import Severity
from playbook.text.english import counted, did_you_mean, list_choices
from playbook.text.slug import compose

if TYPE_CHECKING:
    from playbook.handouts.handout import Handout
    from playbook.handouts.printing import Print


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID…]", type=compose)
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter", "both"]),
    default="both",
    show_default=True,
    help="The paper in the printer.",
)
@click.option(
    "--for",
    "whom",
    type=click.Choice(["participants", "facilitator"]),
    help="Only worksheets, or only what the facilitator prepares.",
)
@click.option(
    "--copies",
    type=click.IntRange(1, 999),
    show_default="as many as each exercise works for, at most 8",
    help="How many people come, for the cover.",
)
@click.option(
    "--flip",
    type=click.Choice(["long", "short"]),
    default="long",
    show_default=True,
    help="Which edge the printer flips a sheet on, for cards with two sides.",
)
@click.option(
    "--out",
    default="handouts",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to.",
)
@click.option("--public", is_flag=True, help="Leave out what is internal, and links to it.")
@click.pass_obj
def handouts(  # noqa: PLR0913 - one argument for each option
    root: Path,
    ids: tuple[str, ...],
    *,
    paper: str,
    whom: str | None,
    copies: int | None,
    flip: str,
    out: Path,
    public: bool,
) -> None:
    """Print worksheets, cards, packs and posters: all, or those of each ID, an artifact or artifact#exercise.

    The folder then holds what was printed now and nothing else. With an ID, earlier sheets of others stay; with
    --public they go, since they may show what is internal. A folder with files of your own in it is refused.
    """  # noqa: E501 - shown as it stands
    require_files(root)
    from playbook.drawing.cache import PictureCache  # noqa: PLC0415 - only this command prints
    from playbook.handouts.catalogue import Order, list_all_handouts  # noqa: PLC0415
    from playbook.handouts.faults import find_print_faults  # noqa: PLC0415
    from playbook.handouts.folder import is_ours, keep_sheets  # noqa: PLC0415
    from playbook.handouts.printing import PAPER_NAMES, choose_papers, print_handouts  # noqa: PLC0415
    from playbook.system.atomic_swap import Draft  # noqa: PLC0415

    target = resolve_output(out, root, is_ours)
    project = load_project(root, public=public)
    library, settings = project.library, project.settings
    errors = [problem for problem in project.problems if problem.severity is Severity.ERROR]
    for problem in errors:
        click.echo(problem, err=True)
    if errors:
        sys.exit(1)
    order = Order(copies, "short" if flip == "short" else "long")
    cache = PictureCache(root / ".cache" / "playbook")
    with use_language(load_language(settings.theme.language)):
        all_handouts = list(list_all_handouts(library, settings, order, cache))
    selection = [
        handout
        for handout in select_handouts(all_handouts, ids, library)
        if is_for(handout.use, whom)
    ]
    papers = choose_papers(paper)
    sheets = print_handouts(selection, cache, papers)
    failed: list[Print] = []
    with Draft(target, say_waiting) as draft:
        if ids and target.is_dir() and not settings.extra.public:
            known = {
                f"{handout.path.partition('/')[2]}.{name}.pdf"
                for handout in all_handouts
                for name in PAPER_NAMES.values()
            }
            keep_sheets(target, draft.folder, known)
        pages = [
            write_print(handout, draft.folder)
            for handout in set_faults_aside(
                show_progress(sheets, len(selection) * len(papers)), failed
            )
        ]
        draft.put_in_place()
    counts = f"{counted(len(pages), 'handout')}, {counted(sum(pages), 'page')}"
    click.echo(f"Printed {counts}, to {os.path.relpath(out)}/")
    for problem in find_print_faults(failed, library):
        click.echo(problem, err=True)
    sys.exit(1 if failed else 0)


def set_faults_aside(sheets: Iterator["Print"], failed: "list[Print]") -> Iterator["Print"]:
    """Yield the prints that could be made, and put the others aside."""
    for sheet in sheets:
        if sheet.fault:
            failed.append(sheet)
        else:
            yield sheet


def select_handouts(
    handouts: "list[Handout]", ids: tuple[str, ...], library: Library
) -> "list[Handout]":
    """Return the handouts of these artifacts and exercises, or all where none is named."""
    for name_or_part in ids:
        name, _, part = name_or_part.partition("#")
        own = [handout for handout in handouts if handout.of == name]
        if name not in library.entries:
            raise click.UsageError(
                f"there is no '{name}'{did_you_mean(name, library.entries)}: an id is a file's name"
            )
        if not own and library.entries[name].artifact.session:
            raise click.UsageError(
                f"'{name}' has nothing to print yet: it has no exercise, no question and no step"
            )
        if not own:
            raise click.UsageError(
                f"'{name}' has nothing to print: name a play, a guide, a map, "
                "a tree or an interview snapshot"
            )
        parts = [handout.part for handout in own if handout.part]
        if part and part not in parts:
            raise click.UsageError(
                f"'{name}' has no exercise '{part}'{did_you_mean(part, parts)}: {list_parts(parts)}"
            )
    return [
        handout
        for handout in handouts
        if not ids or {handout.of, f"{handout.of}#{handout.part}"} & set(ids)
    ]


def list_parts(parts: list[str]) -> str:
    """Return what there is to choose from."""
    return f"it has {list_choices(parts)}" if parts else "it has none yet"


def is_for(use: str, whom: str | None) -> bool:
    """Whether a handout is for participants, or for the facilitator, as it was asked."""
    return whom is None or use == "fault" or (use == "worksheet") == (whom == "participants")


def show_progress(sheets: Iterator["Print"], count: int) -> Iterator["Print"]:
    """Yield the prints, and say on a terminal how far they have come."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield from sheets
        return
    with click.progressbar(sheets, length=count, label="Printing", file=sys.stderr) as bar:
        yield from bar


def write_print(sheet: "Print", folder: Path) -> int:
    """Write a print, and return how many pages it has."""
    path = folder / sheet.path.partition("/")[2]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(sheet.content)
    return sheet.pages
