"""`playbook init`."""

import os
import re
from collections.abc import Collection, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

import click

from playbook.cli import is_terminal
from playbook.cli.schema import format_schema
from playbook.config.mkdocs_settings import read_own_settings
from playbook.config.place import GUEST_FOLDER, OURS, find_place
from playbook.config.settings import CONFIG, load_settings
from playbook.config.settings import FILE as SETTINGS
from playbook.reference.json_schema import FILE
from playbook.shelves.installed import find_installed
from playbook.shelves.shelf import PACKAGE, Shelf
from playbook.starter.files import HOSTS, Choices, find_recent_day, make_files
from playbook.starter.repository import Repository, read_repository
from playbook.starter.writing import find_obstacle, is_taken, write_new_files
from playbook.system.output_folder import list_visible
from playbook.system.terminal import escape_controls, format_path, quote_path
from playbook.text.english import capitalize, counted, list_choices
from playbook.text.slug import compose

LONGEST_NAME = 100
PLAYS, NONE = "plays", "none"
NAMELESS = "Our playbook"


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option(
    "--name", help="What the site is called, such as 'Team Otter'; if left out, the folder's name."
)
@click.option(
    "--host",
    type=click.Choice(list(HOSTS)),
    help="Who checks and publishes it; if left out, the host of the git remote, if there is one.",
)
@click.option(
    "--shelf",
    "shelves",
    multiple=True,
    metavar="NAME",
    help="What to show beside your own, such as 'plays', or 'none'; if left out, 'plays'.",
)
@click.option("-y", "--yes", is_flag=True, help="Don't ask; add to a folder that isn't empty.")
@click.pass_obj
def init(  # noqa: PLR0913 - click passes one argument for each option
    root: Path,
    folder: Path,
    name: str | None,
    host: str | None,
    shelves: tuple[str, ...],
    *,
    yes: bool,
) -> None:
    """Begin a playbook in FOLDER, or in this one, with an example of each thing to replace.

    In a folder that isn't empty, this adds what is missing, and changes no file.
    """
    place = root / folder
    is_playbook = find_playbook(place)
    asks = not yes and is_terminal()
    is_guest = is_playbook and find_place(place).is_guest
    lacks_settings = not is_guest and not is_taken(place / SETTINGS)
    if is_playbook and name is None and has_name(place):
        name = load_settings(place, ())[0].site_name
    name = choose_name(name, place, asks=asks)
    repository = read_repository(place)
    host = choose_host(host, place, repository, asks=asks, is_playbook=is_playbook)
    if not is_top(place, repository):  # whose addresses lead to other files
        repository = Repository(branch=repository.branch)
    choices = Choices(
        name,
        host,
        version(PACKAGE),
        find_recent_day(),
        repository,
        choose_shelves(shelves, asks=asks) if lacks_settings else (),
        locate_content(place) if is_playbook else OURS,
    )
    files = make_files(choices, with_content=not is_playbook, with_settings=not is_guest)
    files[FILE] = ""
    missing = {path: text for path, text in files.items() if not is_taken(place / path)}
    if not missing:
        click.echo(f"{describe(place)} already has everything that 'playbook init' writes.")
        return
    if obstacle := find_obstacle(place, missing):
        raise click.UsageError(
            f"'{format_path(obstacle)}' is where a folder is needed: move it elsewhere"
        )
    was_empty = not place.is_dir() or not any(list_visible(place))
    if len(missing) < len(files) or not was_empty:
        confirm_adding(place, missing, files.keys() - missing.keys(), yes=yes, asks=asks)
    if FILE in missing:  # which takes the longest
        missing[FILE] = format_schema()
    write_new_files(place, missing)
    say_what_next(place, choices, missing, was_empty=was_empty, is_playbook=is_playbook)


def locate_content(place: Path) -> str:
    """Return the folder of a project's YAML, from the project's own."""
    return Path(os.path.relpath(find_place(place).content, place)).as_posix()


def find_playbook(place: Path) -> bool:
    """Whether a folder holds a playbook; refuse one that is another site of MkDocs."""
    if is_taken(place) and not place.is_dir():
        raise click.UsageError(f"'{format_path(place)}' is not a folder: name another")
    configs = (place / CONFIG, (place / CONFIG).with_suffix(".yaml"))
    config = next(filter(is_taken, configs), None)
    if config is None:
        return False
    if "playbook" not in config.read_text(encoding="utf-8", errors="replace"):
        raise click.UsageError(
            f"'{format_path(config)}' belongs to another site: to have a playbook in it, write "
            f"'- playbook: {{folder: {GUEST_FOLDER}}}' below its 'plugins:'; for a site of its "
            "own, name another folder"
        )
    return True


def has_name(place: Path) -> bool:
    """Whether a playbook still says what it is called; its `site.yml` may be gone."""
    return is_taken(place / SETTINGS) or "site_name" in read_own_settings(place)


def choose_name(name: str | None, place: Path, *, asks: bool) -> str:
    """Return what the site is called; a name that can't be used is a usage error."""
    if name is None:
        words = " ".join(re.split(r"[\s_-]+", compose(place.resolve().name))).strip()
        guess = capitalize(words) if explain_name_fault(words) == "" else NAMELESS
        if not asks:
            return guess
        question = "What is your playbook called?"
        chosen: str = click.prompt(question, default=guess, value_proc=parse_name)
        return chosen
    return parse_name(name)


def parse_name(typed: str) -> str:
    """Return a name with single spaces; one that can't be used is a usage error."""
    name = " ".join(compose(typed).split())
    if fault := explain_name_fault(name):
        raise click.UsageError(fault)
    return name


def explain_name_fault(name: str) -> str:
    """Return why a site can't be called so; nothing when it can."""
    if not any(map(str.isalnum, name)):
        return "a name has at least one letter or digit, such as --name 'Team Otter'"
    if escape_controls(name) != name:
        return "the name has invisible characters in it: type it again"
    if len(name) > LONGEST_NAME:
        return f"a name has {LONGEST_NAME} characters at most"
    return ""


def choose_host(
    host: str | None, place: Path, repository: Repository, *, asks: bool, is_playbook: bool
) -> str:
    """Return the host that is to check and publish; it reads a repository's own folder only."""
    if not is_top(place, repository):
        if host not in {None, "none"}:
            raise click.UsageError(
                f"this folder lies inside the repository '{repository.top}', and hosts read "
                "workflows from there: leave --host out, or run 'git init' in this folder first"
            )
        return "none"
    if host or is_playbook:
        return host or "none"
    guess = repository.forge or "none"
    if asks:
        question = "Which host is to check and publish it?"
        guess = click.prompt(question, default=guess, type=click.Choice(list(HOSTS)))
    return guess


def choose_shelves(names: Sequence[str], *, asks: bool) -> tuple[Shelf, ...]:
    """Return the shelves to show; a name of none is a usage error."""
    if not names:
        question = "Show the plays of the Discovery Playbook beside your own?"
        names = [PLAYS] if not asks or click.confirm(question, default=True) else [NONE]
    if NONE in names:
        return ()
    installed = find_installed()
    for name in names:
        if name not in installed.shelves:
            fault = installed.faults.get(name, f"it can be {list_choices(installed.shelves)}")
            raise click.UsageError(f"there is no shelf '{name}' to use: {fault}, or 'none'")
    return tuple(installed.shelves[name] for name in dict.fromkeys(names))


def is_top(place: Path, repository: Repository) -> bool:
    """Whether a folder is that of its whole repository, or can become one."""
    return repository.top is None or repository.top.resolve() == place.resolve()


def confirm_adding(
    place: Path, missing: Mapping[str, str], left: Collection[str], *, yes: bool, asks: bool
) -> None:
    """Say what would be added to a folder that has something; go on when that is wanted."""
    if yes:
        return
    click.echo(f"{describe(place)} already has files in it. This would be added:")
    click.echo("".join(f"  {path}\n" for path in sorted(missing)), nl=False)
    if left:
        click.echo(f"Nothing else would change; these stay as they are: {', '.join(sorted(left))}")
    if not asks:
        raise click.ClickException("nothing was written: add --yes to have these files added")
    if not click.confirm("Add them?"):
        raise click.ClickException("nothing was written")


def describe(place: Path) -> str:
    """Return how a sentence begins that is about a folder."""
    return "This folder" if place.resolve() == Path.cwd() else f"'{format_path(place)}'"


def say_what_next(
    place: Path,
    choices: Choices,
    files: Collection[str],
    *,
    was_empty: bool,
    is_playbook: bool,
) -> None:
    """Say what was written, and what to do now."""
    where = "this folder" if place.resolve() == Path.cwd() else f"{format_path(place)}/"
    click.echo(f"Wrote {counted(len(files), 'file')} to {where} for '{choices.name}'.")
    if not was_empty:
        click.echo("".join(f"  {path}\n" for path in sorted(files)), nl=False)
    if is_playbook:
        return
    go = "" if place.resolve() == Path.cwd() else f"cd {quote_path(os.path.relpath(place))}, then "
    click.echo(f"Now: {go}'playbook serve', and open http://127.0.0.1:8000 in a browser.")
    click.echo("README.md says how to replace the example, and how we add an interview.")
    if read_repository(place).top is None:
        click.echo(
            "To have it checked before each commit: 'git init', 'pip install pre-commit', "
            "'pre-commit install'."
        )
