"""`playbook remove`."""

from collections.abc import Collection, Iterable, Iterator, Sized
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from playbook.cli import is_terminal, require_files, say_unreplaced
from playbook.config.place import find_place
from playbook.config.settings import FILE
from playbook.history.versions import list_kept_versions
from playbook.library.library import Library
from playbook.project import Project, load_project
from playbook.removal.plan import Plan, Trace, plan_removal
from playbook.removal.trial import copy_changed, write_texts
from playbook.shelves.adoption import find_adoption
from playbook.source.document import derive_id
from playbook.source.problem import is_breaking
from playbook.starter.unreplaced import find_unreplaced
from playbook.system.git import ask_git
from playbook.system.terminal import escape_controls, format_path
from playbook.text.english import counted, did_you_mean, list_choices
from playbook.text.slug import compose


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="ID…", type=compose)
@click.option("--clean", is_flag=True, help="Delete it, and take out all that refers to it.")
@click.pass_obj
def remove(root: Path, names: tuple[str, ...], *, clean: bool) -> None:
    """Show what refers to an artifact; with --clean, remove the artifact and those references.

    A reference becomes plain words, or is deleted with its line; everything else stays as you typed
    it. Without --clean nothing is changed.
    """
    require_files(root)
    root = root.resolve()
    project = load_project(root)
    library = project.unredacted
    require_known(root, library, names)
    plan = plan_removal(library, names, root)
    names = tuple(dict.fromkeys(names))
    files = [library.entries[name].source.path for name in names]
    files += find_originals(root, library, names)
    kept = find_versions(library, names)
    say_traces(plan.traces)
    say_traces(plan.by_hand)
    say_traces(plan.dependents)
    if plan.needed:
        together = " ".join([*names, *plan.needed, *(["--clean"] if clean else [])])
        raise click.ClickException(
            f"nothing was changed, since other artifacts can't do without {name_them(names)}: "
            f"remove those as well, with 'playbook remove {together}', or change them first"
        )
    say_extent(plan, [*files, *list_folders(kept)])
    guides = find_unread(library, names)
    if guides and not clean:
        together = " ".join([*names, *guides])
        click.echo(
            f"After that, nothing refers to {list_choices(guides)}: 'playbook remove "
            f"{together}' takes {name_them(guides)} out as well."
        )
    if not clean and is_terminal():
        clean = click.confirm("Remove and clean up now?")
    if not clean:
        click.echo(f"Nothing was changed: add --clean to remove {name_them(names)}.")
        return
    remove_files(root, project, plan, files, kept)
    if guides:
        click.echo(
            f"Nothing refers to {list_choices(guides)} any more: 'playbook remove "
            f"{' '.join(guides)} --clean' takes {name_them(guides)} out as well."
        )


def name_them(several: Sized) -> str:
    """Return the pronoun for one thing or for more."""
    return "it" if len(several) == 1 else "them"


def find_originals(root: Path, library: Library, names: Collection[str]) -> Iterator[Path]:
    """Yield the kept originals of artifacts that were adopted, unless another one needs them."""
    adoptions = {
        entry.id: adoption.original
        for entry in library.own_entries
        if (adoption := find_adoption(entry.source.text))
    }
    needed = {path for name, path in adoptions.items() if name not in names}
    for original in sorted({adoptions[name] for name in names if name in adoptions} - needed):
        path = root / original
        if path.is_file() and path.resolve() == path:  # through a link it is another folder's
            yield path


def find_versions(library: Library, names: Collection[str]) -> list[Path]:
    """Return the kept versions of artifacts, which belong to nothing without these."""
    owners = {library.entries[name].source.path for name in names}
    return [path for path, owner, _ in list_kept_versions(library.inventory) if owner in owners]


def list_folders(files: Iterable[Path]) -> list[Path]:
    """Return the folders of files, each once."""
    return [*dict.fromkeys(path.parent for path in files)]


def require_known(root: Path, library: Library, names: Iterable[str]) -> None:
    """Refuse an id that there is none of, and files that can't be searched for it."""
    for name in names:
        if name in library.entries and library.entries[name].shelf:
            raise click.UsageError(
                f"'{name}' is from a shelf, and isn't one of your files: write it under "
                f"'leave_out:' in {FILE.as_posix()}, and the site does without it"
            )
        if name not in library.entries and name not in library.unread:
            raise click.UsageError(explain_unknown(root, name, library))
    if library.unread:
        raise click.ClickException(
            f"{list_choices(sorted(library.unread))} can't be read, and may refer to it: "
            "see what 'playbook check' says"
        )


def explain_unknown(root: Path, name: str, library: Library) -> str:
    """Return the answer to an id of no file; git may know that there was one."""
    deleted = map(Path, ask_git(root, "ls-files", "--deleted", "-z").split("\0"))
    path = next((path for path in deleted if path.name and derive_id(path) == name), None)
    if path:
        return (
            f"the file of '{name}' has already been deleted: 'git restore {path.as_posix()}' puts "
            "it back, and then this takes it out with all that refers to it"
        )
    close = did_you_mean(name, library.entries)
    return f"'{name}' is not the id of anything{close}: an id is a file's name without '.yml'"


def say_traces(traces: Iterable[Trace]) -> None:
    """Say of each place what becomes of it."""
    for trace in traces:
        place = f"{format_path(trace.path)}:{trace.mark.line}:{trace.mark.column}"
        click.echo(f"{place}: {escape_controls(trace.fate)}")


def say_extent(plan: Plan, files: list[Path]) -> None:
    """Say how much changes."""
    listed = ", ".join(format_path(path) for path in files)
    places = f"{counted(len(plan.traces), 'place')} in {counted(len(plan.texts), 'other file')}"
    alone = f": nothing else refers to {name_them(files)}"
    rest = f", and changes {places}" if plan.texts else alone
    click.echo(f"This removes {listed}{rest}.")


def find_unread(library: Library, names: Collection[str]) -> list[str]:
    """Return which guides of a club that goes are then read by nobody."""
    clubs = {name for name in names if library.entries[name].kind.is_club}
    return [
        entry.id
        for entry in library.own_entries
        if entry.id not in names
        and (readers := {other.id for other in library.backlinks(entry)})
        and readers <= clubs
    ]


def remove_files(
    root: Path, project: Project, plan: Plan, files: list[Path], kept: list[Path]
) -> None:
    """Clean up and delete, with kept versions, unless `check` would refuse what is left."""
    content = project.unredacted.content
    known = {(problem.path, problem.code, problem.message) for problem in project.problems}
    with copy_changed(root, content, plan.texts, [*files, *kept]) as copy:
        place = replace(find_place(root), content=copy.locate(content))
        trial = load_project(copy.locate(root), place).problems
        moved = [replace(problem, path=copy.restore(problem.path)) for problem in trial]
    news = [
        problem for problem in moved if (problem.path, problem.code, problem.message) not in known
    ]
    for problem in news:
        click.echo(str(problem))
    if is_breaking(news, strict=False):
        raise click.ClickException(
            "nothing was changed, since the check would fail on these: change them by hand first"
        )
    write_texts(plan.texts, [*files, *kept])
    folders = list_folders(kept)
    for folder in folders:
        with suppress(OSError):  # where anything else is in it
            folder.rmdir()
    click.echo(f"Removed {', '.join(map(format_path, [*files, *folders]))}, and cleaned up.")
    unreplaced = find_unreplaced(root, project.unredacted, project.settings)
    say_unreplaced(place for place in unreplaced if place[0] not in files)
