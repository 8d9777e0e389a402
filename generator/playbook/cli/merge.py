"""`playbook merge`."""

from pathlib import Path
from posixpath import commonpath

import click

from playbook.cli import needs
from playbook.cli.new import put
from playbook.kinds.experience_map import KIND
from playbook.kinds.experience_map.merging.draft import MapDraft
from playbook.kinds.experience_map.merging.union import union
from playbook.kinds.experience_map.merging.view import views
from playbook.kinds.experience_map.model import ExperienceMap
from playbook.library.library import Library
from playbook.library.loader import fault_in_name
from playbook.project import load_project
from playbook.source.emit import emit_title
from playbook.text.english import did_you_mean, list_choices
from playbook.text.slug import compose

FEWEST = 2


@click.command()
@click.argument("maps", nargs=-1, metavar="MAP MAP…", type=compose)
@click.option(
    "--id", "name", metavar="NAME", type=compose, help="The id of the shared map, such as first-lesson-shared."
)
@click.pass_obj
def merge(root: Path, maps: tuple[str, ...], name: str | None) -> None:
    """Write the first draft of a shared map from individual MAPs, given by their ids.

    No moment gets lost, and each says which nodes it came from; remarks say where the maps differ.
    What 'playbook check' advises afterwards, such as on several ends, is for the trio to settle.
    """
    needs(root, "content")
    if len(set(maps)) < max(FEWEST, len(maps)):
        raise click.UsageError("merging takes two maps or more, each once: name them by their ids")
    library = load_project(root).library
    given = views((each, drawn_alone(library, each)) for each in maps)
    name = name or name_for(maps)
    if fault := fault_in_name(name):
        raise click.UsageError(fault)
    draft = MapDraft(union(given), emit_title(name), {*library.entries, *library.unread, name})
    put(root, {f"{KIND.folder}/{name}.yml": draft.text()})


def drawn_alone(library: Library, name: str) -> ExperienceMap:
    """Return an individual map by its id; anything else is a usage error."""
    if name in library.unread:
        raise click.UsageError(f"'{name}' can't be read: see what 'playbook check' says of it")
    entry = library.entries.get(name)
    alone = [each.id for each in library.of(KIND) if not each.artifact.merges]
    if entry is None or entry.kind is not KIND:
        raise click.UsageError(
            f"'{name}' is no map{did_you_mean(name, alone)}: there are {list_choices(alone) or 'none yet'}"
        )
    if name not in alone:
        sources = list_choices(map(str, entry.artifact.merges))
        raise click.UsageError(f"'{name}' is merged itself: name the maps that it was made from, {sources}")
    it: ExperienceMap = entry.artifact
    return it


def name_for(maps: tuple[str, ...]) -> str:
    """Return the words that all ids start with, or `merged`, and `shared`."""
    common = commonpath(each.replace("-", "/") for each in maps).replace("/", "-")
    return f"{common or 'merged'}-shared"
