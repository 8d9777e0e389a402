"""The command `playbook`: one short file per command, loaded when it is asked for."""

import os
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from playbook.cli.answer import answer_errors

if TYPE_CHECKING:
    from playbook.config.place import Place
    from playbook.source.problem import Mark

COMMANDS = (
    "init",
    "new",
    "merge",
    "import",
    "adopt",
    "remove",
    "check",
    "diff",
    "show",
    "explain",
    "serve",
    "build",
    "announce",
    "handouts",
    "export",
    "schema",
    "doctor",
)
WITHOUT_PROJECT = {"init", "show"}
"""The commands that need not know which project they are called in."""


class Commands(click.Group):
    """Loads a command's file only when that command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Return the commands' names, in the order a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return one command."""
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(import_module(f"playbook.cli.{module}"), module)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; whatever stops it is answered in one line."""
        with answer_errors():
            return super().invoke(ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="discovery-playbook")
@click.option(
    "-C",
    "--project",
    "root",
    default=".",
    show_default="this folder, or the one above it that has a playbook",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds mkdocs.yml.",
)
@click.pass_context
def main(ctx: click.Context, root: Path) -> None:
    """Turn a folder of YAML about product discovery into a site that teams read and print."""
    is_named = ctx.get_parameter_source("root") is not ParameterSource.DEFAULT
    ctx.obj = root if is_named or ctx.invoked_subcommand in WITHOUT_PROJECT else find_root(root)


def find_root(folder: Path) -> Path:
    """Return the folder of the playbook that a folder lies in, as git does; else the folder itself.

    A folder with settings of MkDocs or with content is one of its own.
    """
    from playbook.config.mkdocs_settings import read_own_settings  # noqa: PLC0415
    from playbook.config.place import OURS, find_options  # noqa: PLC0415 - `playbook --help` reads no settings
    from playbook.config.settings import CONFIG  # noqa: PLC0415

    if any((folder / name).exists() for name in (CONFIG.name, OURS)):
        return folder
    for level, parent in enumerate(folder.resolve().parents, 1):
        root = folder.joinpath(*[".."] * level)
        if (
            os.path.isfile(parent / CONFIG)  # noqa: PTH113 - one that nobody may enter has none
            and find_options(read_own_settings(root).get("plugins")) is not None
        ):
            return root
    return folder


def require_files(root: Path, *names: str) -> "Place":
    """Return where the YAML lies; refuse a folder that lacks what a command works on."""
    from playbook.config.place import find_place  # noqa: PLC0415 - `playbook --help` reads no settings

    place = find_place(root)
    content = (
        place.content.relative_to(root) if place.content.is_relative_to(root) else place.content
    )
    folder = name_folder(root)
    if place.content.is_file():
        raise click.UsageError(f"'{content}' in {folder} is a file: a playbook has a folder there")
    for name in (content.as_posix(), *names):
        if not (root / name).exists():
            raise click.UsageError(explain_lack(root, name, place))
    return place


def name_folder(root: Path) -> str:
    """Return what a message calls the folder that a command works in."""
    return "this folder" if root == Path() else f"'{root}'"


def explain_lack(root: Path, name: str, place: "Place") -> str:
    """Return what to do where a file or a folder is missing that every playbook has."""
    from playbook.config.settings import CONFIG, FILE, explain_lost  # noqa: PLC0415

    is_configured = (root / CONFIG).exists()
    if is_configured:
        return explain_lost(root) if name == FILE.as_posix() else place.explain_missing(root)
    if not place.content.exists():
        where = "here" if root == Path() else f"in '{root}'"
        return (
            f"there is no playbook {where}: 'playbook init' begins one, or name its folder with "
            "-C FOLDER"
        )
    return (
        f"{name_folder(root)} has no {name}: go to the playbook's folder, or name it with -C FOLDER"
    )


def resolve_output(folder: Path, root: Path, is_ours: Callable[[Path], bool]) -> Path:
    """Return the folder that a command replaces, with links followed.

    Refuse one that holds anything else.
    """
    from playbook.config.place import find_place  # noqa: PLC0415
    from playbook.system.output_folder import Unusable, resolve_target  # noqa: PLC0415 - few commands replace a folder

    try:
        return resolve_target(folder, root, find_place(root).content, is_ours)
    except Unusable as error:
        raise click.UsageError(str(error)) from error


def say_unreplaced(places: "Iterable[tuple[Path, Mark]]") -> None:
    """Say where the content is still an example, which is no problem before it is published."""
    from playbook.starter.unreplaced import describe_unreplaced  # noqa: PLC0415

    if listed := list(places):
        click.echo(describe_unreplaced(listed))


def is_terminal() -> bool:
    """Whether someone is there to answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def say_waiting() -> None:
    """Say why nothing happens."""
    click.echo("another run is writing to this folder: waiting for it to end", err=True)
