"""One shelf: what it is called, which package ships it, and its files."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from playbook.content.file_names import ARTIFACTS, VERSIONS, is_left_alone
from playbook.source.document import MAX_BYTES, derive_id
from playbook.system.untrusted_file import read_bytes
from playbook.text.english import capitalize

INTERNAL = re.compile(rb"""^visibility:\s*["']?internal""", re.MULTILINE)
PACKAGE = "discovery-playbook"


@dataclass(frozen=True)
class Shelf:
    """A collection of artifacts that a package ships."""

    name: str
    """What a site calls it under `shelves:`."""
    title: str
    """What readers call the package."""
    package: str
    """The name under which the package is installed."""
    version: str
    """The package's version."""
    folders: tuple[Path, ...]
    """Where its YAML lies."""

    @property
    def release(self) -> str:
        """What readers see of where its artifacts are from."""
        return f"{self.title} {self.version}"

    @cached_property
    def files(self) -> dict[str, Path]:
        """Its YAML by the ids, in one order on every machine, but for what is internal.

        Some installers make links.
        """
        paths: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted(folder.rglob("*")):
                hidden = any(map(is_left_alone, path.relative_to(folder).parts))
                is_version = path.parent.suffix == VERSIONS
                if path.suffix in ARTIFACTS and not (hidden or is_version) and path.is_file():
                    target = path.resolve()
                    if not INTERNAL.search(read_bytes(target, MAX_BYTES)):
                        paths.setdefault(derive_id(target), target)
        return paths


def make_title(package: str) -> str:
    """Return what readers call a package: `otter-plays` is Otter Plays."""
    return " ".join(capitalize(word) for word in re.split(r"[-_.\s]+", package) if word)
