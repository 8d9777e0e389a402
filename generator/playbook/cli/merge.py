"""`playbook merge`."""

from pathlib import Path
from posixpath import commonpath

import click

from playbook.cli import require_files
from playbook.cli.new import write_files
from playbook.kinds.experience_map import KIND
from playbook.kinds.experience_map.merging.draft import MapDraft
from playbook.kinds.experience_map.merging.union import unite_maps
from playbook.kinds.experience_map.merging.view import make_views
from playbook.kinds.experience_map.model import ExperienceMap
from playbook.library.library import Library
from playbook.library.loader import explain_id_fault
from playbook.project import load_project
from playbook.source.emit import emit_title
from playbook.text.english import did_you_mean, list_choices
from playbook.text.slug import compose

FEWEST = 2


@click.command()
@click.argument("maps", nargs=-1, metavar="MAP MAP…", type=compose)
@click.option(
    "--id",
    "name",
    metavar="NAME",
    type=compose,
    help="The id of the shared map, such as first-lesson-shared.",
)
@click.pass_obj
def merge(root: Path, maps: tuple[str, ...], name: str | None) -> None:
    """Write the first draft of a shared map from individual MAPs, given by their ids.

    No moment gets lost, and each says which nodes it came from; comments say where the maps
    differ. What 'playbook check' advises afterwards, such as when a story has several ends, is for
    the trio to settle.
    """
    require_files(root)
    if len(set(maps)) < max(FEWEST, len(maps)):
        raise click.UsageError("merging takes two maps or more, each once: name them by their ids")
    library = load_project(root).library
    maps_read = make_views(
        (name_of_map, find_individual_map(library, name_of_map)) for name_of_map in maps
    )
    name = name or make_name(maps)
    if fault := explain_id_fault(name):
        raise click.UsageError(fault)
    draft = MapDraft(
        unite_maps(maps_read), emit_title(name), {*library.entries, *library.unread, name}
    )
    write_files(root, {f"{KIND.folder}/{name}.yml": draft.text()})


def find_individual_map(library: Library, name: str) -> ExperienceMap:
    """Return an individual map by its id; anything else is a usage error."""
    if name in library.unread:
        raise click.UsageError(f"'{name}' can't be read: see what 'playbook check' says about it")
    entry = library.entries.get(name)
    individual = [other.id for other in library.of(KIND) if not other.artifact.merges]
    if entry is None or entry.kind is not KIND:
        raise click.UsageError(
            f"'{name}' is not a map{did_you_mean(name, individual)}: "
            f"there are {list_choices(individual) or 'none yet'}"
        )
    if name not in individual:
        sources = list_choices(map(str, entry.artifact.merges))
        raise click.UsageError(
            f"'{name}' is itself merged: name the maps that it was made from, {sources}"
        )
    individual_map: ExperienceMap = entry.artifact
    return individual_map


def make_name(maps: tuple[str, ...]) -> str:
    """Return the words that all ids start with, or `merged`, and `shared`."""
    common = commonpath(name.replace("-", "/") for name in maps).replace("/", "-")
    return f"{common or 'merged'}-shared"
