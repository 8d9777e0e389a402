"""Every shelf that is installed: our own, and those of other packages."""

from dataclasses import dataclass, field

from playbook import __version__
from playbook.assets import OWN_SHELVES
from playbook.shelves.shelf import PACKAGE, Shelf, make_title

OWN = {
    "plays": ("plays", "signposts", "glossaries"),
    "book-club": ("books", "reading-guides", "glossaries"),
    "worked-case": ("maps", "snapshots", "trees"),
}
"""The folders of our own shelves."""


@dataclass(frozen=True)
class Installed:
    """Every shelf by its name, and by the name of each that can't be used why not."""

    shelves: dict[str, Shelf] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)


def find_installed() -> Installed:
    """Return our own shelves, and those of all packages that are installed beside us."""
    # what knows packages takes long to load, and few commands are about shelves
    from playbook.shelves.packages import read_packages  # noqa: PLC0415

    shelves, faults = read_packages(OWN)
    return Installed({**{name: make_own_shelf(name) for name in OWN}, **shelves}, faults)


def make_own_shelf(name: str) -> Shelf:
    folders = tuple(OWN_SHELVES / folder for folder in OWN[name])
    return Shelf(name, make_title(PACKAGE), PACKAGE, __version__, folders)
