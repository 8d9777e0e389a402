"""The packages that are installed beside us -> their shelves. No code of theirs is run."""

import re
from collections import defaultdict
from collections.abc import Container
from importlib.metadata import Distribution, EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from playbook import __version__
from playbook.shelves.shelf import PACKAGE, Shelf, make_title
from playbook.text.english import list_choices, quoted

GROUP = "playbook.shelves"
"""The entry points by which a package names its shelves."""
NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
RELEASE = re.compile(r"[\w.-]+ [\w.+!-]+")
"""A package and its version, which become a remark in a YAML file."""
REMEDY = "install another version of it, or delete the shelf's name"


class Unusable(Exception):
    """A package's shelf can't be used; as a text it says why."""


def read_packages(own: Container[str]) -> tuple[dict[str, Shelf], dict[str, str]]:
    """Return the shelves by their names, and by those of others why they can't be used.

    `own` are the names of our own shelves.
    """
    shelves, faults = {}, {}
    by_name: dict[str, list[EntryPoint]] = defaultdict(list)
    for entry in entry_points(group=GROUP):
        by_name[entry.name].append(entry)
    for name, entries in sorted(by_name.items()):
        packages = [PACKAGE] * (name in own) + sorted(map(name_package, entries))
        if len(packages) > 1:
            faults[name] = (
                f"{list_choices(packages)} each have a shelf {quoted(name)}: "
                "uninstall all but one of them"
            )
            continue
        if not NAME.fullmatch(name):
            continue  # nobody can write it under `shelves:`
        try:
            shelves[name] = read_shelf(entries[0])
        except Unusable as fault:
            faults[name] = str(fault)
    return shelves, faults


def name_package(entry: EntryPoint) -> str:
    return str((entry.dist and entry.dist.metadata["Name"]) or entry.value)


def read_shelf(entry: EntryPoint) -> Shelf:
    """Return the shelf that a package names, whatever the package is like; raises Unusable."""
    try:
        return make_shelf(entry)
    except Unusable:
        raise
    except Exception as error:
        raise Unusable(f"{name_package(entry)} can't be read ({error}): {REMEDY}") from error


def make_shelf(entry: EntryPoint) -> Shelf:
    package = name_package(entry)
    version = str(entry.dist.version) if entry.dist else ""
    if not RELEASE.fullmatch(f"{package} {version}"):
        raise Unusable(f"{quoted(f'{package} {version}')} is not a name and version: {REMEDY}")
    folder = locate_folder(entry.value)
    if entry.dist:
        check_version(entry.dist, f"{package} {version}")
    shelf = Shelf(entry.name, make_title(package), package, version, (folder,))
    if not shelf.files:
        raise Unusable(f"{package} has no YAML in {quoted(entry.value)}: {REMEDY}")
    return shelf


def locate_folder(value: str) -> Path:
    """Return the folder of a package such as `otter_plays` or `otter.plays`; raises Unusable."""
    names = value.split(".")
    if not all(name.isidentifier() for name in names):
        raise Unusable(f"{quoted(value)} is not the name of a package: {REMEDY}")
    spec = find_spec(names[0])
    places = (spec and spec.submodule_search_locations) or ()
    for place in places:
        if (folder := Path(place, *names[1:])).is_dir():
            return folder
    raise Unusable(f"there is no folder for the package {quoted(value)}: {REMEDY}")


def check_version(package: Distribution, name: str) -> None:
    """Refuse a package that is for another version of ours; raises Unusable."""
    for line in package.requires or ():
        try:
            requirement = Requirement(line)
        except InvalidRequirement:
            continue  # whatever installs it says so
        if (
            canonicalize_name(requirement.name) == PACKAGE
            and (requirement.marker is None or requirement.marker.evaluate({"extra": ""}))
            and not requirement.specifier.contains(__version__, prereleases=True)
        ):
            raise Unusable(
                f"{name} is for {PACKAGE} {requirement.specifier}, and this is {__version__}: "
                f"{REMEDY}"
            )
