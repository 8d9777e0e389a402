"""`playbook adopt`."""

from collections.abc import Iterable
from pathlib import Path

import click

from playbook.cli import require_files
from playbook.cli.new import write_files
from playbook.config.mkdocs_settings import look_up
from playbook.kinds import KINDS
from playbook.library.entry import Entry
from playbook.library.loader import read_entry
from playbook.project import load_project
from playbook.shelves.adoption import Adoption, compare_versions, find_adoption, renew_comment
from playbook.shelves.choice import Shelves, find_source
from playbook.shelves.shelf import Shelf
from playbook.source.document import read
from playbook.system.terminal import escape_controls, format_path
from playbook.text.english import did_you_mean, list_choices
from playbook.text.slug import compose

SCHEMA = "# yaml-language-server:"


@click.command()
@click.argument("names", metavar="[ID]…", nargs=-1)
@click.option(
    "--changes", is_flag=True, help="Show what has changed in the originals since you adopted them."
)
@click.option("--done", is_flag=True, help="Record that your copies have the changes you want.")
@click.pass_obj
def adopt(root: Path, names: tuple[str, ...], *, changes: bool, done: bool) -> None:
    """Make an artifact of a shelf your own: copy its YAML into your content, to edit.

    The copy takes the original's place. Without an ID, this lists what there is. --changes shows
    what has changed in the originals since you adopted them: in all, or in those of each ID.
    """
    require_files(root)
    project = load_project(root)
    shelves = project.unredacted.shelves
    adopted = {
        entry.id: entry
        for entry in project.unredacted.own_entries
        if find_adoption(entry.source.text)
    }
    wanted = [compose(name) for name in names]
    if changes or done:
        for name in wanted:
            if name not in adopted:
                raise click.UsageError(
                    f"'{name}' was not adopted{did_you_mean(name, adopted)}: {list_own(adopted)}"
                )
        if done and not wanted:
            raise click.UsageError("name the artifacts whose changes you have copied")
        for name in wanted or sorted(adopted):
            (mark_done if done else show_changes)(root, adopted[name], shelves)
        return
    if not wanted:
        click.echo(list_all(shelves))
        click.echo("'playbook adopt ID' copies one of these into your content, to edit.")
        return
    for name in wanted:
        if name in adopted:
            raise click.UsageError(
                f"'{name}' is already yours, in {format_path(adopted[name].source.path)}: edit it "
                f"there; 'playbook adopt --changes {name}' shows what has changed in the original "
                "since then"
            )
    copies = [copy_original(name, find_shelf(name, shelves)) for name in dict.fromkeys(wanted)]
    write_files(root, {path: f"{adoption.comment}\n{text}" for adoption, path, text in copies})
    for adoption, _, text in copies:
        keep_original(root, adoption, text)
    say_left_out(root, shelves, [adoption for adoption, _, _ in copies])


def say_left_out(root: Path, shelves: Shelves, adoptions: Iterable[Adoption]) -> None:
    """Say where the settings still leave out the original of what is the team's own now."""
    for adoption in adoptions:
        names = {adoption.id, f"{adoption.shelf}/{adoption.id}"} & shelves.left_out
        source = find_source(root, "leave_out") if names else None
        if source is None:
            continue
        listed = look_up(source, "extra", "leave_out")
        typed = listed if isinstance(listed, list) else [listed]
        for index, name in enumerate(typed):
            if compose(str(name)) in names:
                mark = source.find_mark(("extra", "leave_out", index))
                click.echo(
                    f"{format_path(source.path)}:{mark.line} still names '{name}' under "
                    "'leave_out:', which has no effect now: your copy stands in the original's "
                    "place. Delete it there."
                )


def list_own(adopted: dict[str, Entry]) -> str:
    return (
        f"it can be {list_choices(sorted(adopted))}" if adopted else "nothing has been adopted yet"
    )


def list_all(shelves: Shelves) -> str:
    """Return what there is on each shelf: an id a line, with its title."""
    lines = []
    for name, shelf in shelves.installed.shelves.items():
        width = max(map(len, shelf.files), default=0)
        lines.append(f"{name}:")
        for artifact, path in sorted(shelf.files.items()):
            data = read(path, path.parent)[0]
            title = look_up(data, "title") if data else None
            lines.append(f"  {artifact:{width}}  {escape_controls(str(title or ''))}".rstrip())
    return "\n".join(lines)


def find_shelf(name: str, shelves: Shelves) -> Shelf:
    """Return the shelf that an artifact is taken from: one that the site wants, or else any."""
    for shelf in (*shelves.wanted, *shelves.installed.shelves.values()):
        if name in shelf.files:
            return shelf
    close = did_you_mean(name, shelves.known)
    raise click.UsageError(f"no shelf has '{name}'{close}: 'playbook adopt' lists what they have")


def copy_original(name: str, shelf: Shelf) -> tuple[Adoption, str, str]:
    """Return where an artifact comes from, where it goes below content/, and what it says."""
    path, kinds = shelf.files[name], {kind.name: kind for kind in KINDS}
    entry, problems = read_entry(path, path.parent, kinds)
    if entry is None:
        raise click.UsageError(f"'{name}' of {shelf.package} can't be read: {problems[0].message}")
    adoption, text = Adoption.of(shelf, name), read_original(path)
    return adoption, f"{entry.kind.folder}/{name}.yml", text


def read_original(path: Path) -> str:
    """Return what a file of a shelf says, without the remark to editors above it."""
    text = path.read_text(encoding="utf-8-sig")
    return text.partition("\n")[2] if text.startswith(SCHEMA) else text


def keep_original(root: Path, adoption: Adoption, text: str) -> None:
    path = root / adoption.original
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def find_original(entry: Entry, shelves: Shelves) -> tuple[Adoption, Shelf]:
    """Return where an adopted artifact came from, and the shelf as it is now."""
    adoption = find_adoption(entry.source.text)
    shelf = shelves.installed.shelves.get(adoption.shelf) if adoption else None
    if adoption is None or shelf is None or adoption.id not in shelf.files:
        raise click.UsageError(f"the original of '{entry.id}' is gone: 'playbook check' says more")
    return adoption, shelf


def show_changes(root: Path, entry: Entry, shelves: Shelves) -> None:
    """Print what changed in an original since it was adopted."""
    adoption, shelf = find_original(entry, shelves)
    kept = root / adoption.original
    if not kept.is_file():
        click.echo(
            f"{entry.id}: the original is not in {adoption.original.as_posix()} any more, so "
            "nobody can say what changed; 'playbook adopt --done' keeps it as it is now",
            err=True,
        )
        return
    before, after = (
        kept.read_text(encoding="utf-8", errors="replace"),
        read_original(shelf.files[adoption.id]),
    )
    lines = list(compare_versions(before, after, adoption, shelf.version))
    if not lines:
        click.echo(f"{entry.id}: nothing has changed since {adoption.package} {adoption.version}")
        return
    click.echo("\n".join(lines))
    click.echo(
        f"Copy what you want of this into {entry.source.path.name}, and then run "
        f"'playbook adopt --done {entry.id}'",
        err=True,
    )


def mark_done(root: Path, entry: Entry, shelves: Shelves) -> None:
    """Keep the original as it is now, and its version above the copy."""
    adoption, shelf = find_original(entry, shelves)
    now = Adoption.of(shelf, adoption.id)
    path = entry.source.path
    text = path.read_bytes().decode("utf-8")
    keep_original(root, now, read_original(shelf.files[adoption.id]))
    renewed = renew_comment(
        text, Adoption(now.shelf, now.id, now.package, now.version, adoption.line)
    )
    path.write_bytes(renewed.encode())
    click.echo(f"{entry.id} is now from {shelf.package} {shelf.version}")
