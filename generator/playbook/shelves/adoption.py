"""An artifact of a shelf that a team has made its own: where it came from, and what changed since.

A comment above it says so, as no key of a model could without every kind knowing it. The original
is kept as it was, so that what changed upstream can be shown without the network.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from playbook.shelves.shelf import Shelf

FOLDER = Path("site_config") / "adopted"
"""Where the originals are kept, as they were when they were adopted."""
SIGN = "# adopted:"
FORM = re.compile(
    r"# adopted: (?P<shelf>[\w-]+)/(?P<id>[\w-]+), (?P<package>[\w.-]+) (?P<version>[\w.+!-]+)"
)


@dataclass(frozen=True)
class Adoption:
    """Which artifact of which shelf a file was, and in which line it says so."""

    shelf: str
    id: str
    package: str
    version: str
    line: int = 1

    @classmethod
    def of(cls, shelf: Shelf, name: str) -> "Adoption":
        """Return that of an artifact as its shelf has it now."""
        return cls(shelf.name, name, shelf.package, shelf.version or "0")

    @property
    def comment(self) -> str:
        """The line that says so."""
        return f"{SIGN} {self.shelf}/{self.id}, {self.package} {self.version}"

    @property
    def original(self) -> Path:
        """Where the original is kept, from the project's folder."""
        return FOLDER / self.shelf / f"{self.id}.yml"


def find_adoption(text: str) -> Adoption | None:
    """Return where a file came from, by the remarks above what it says."""
    if SIGN not in text:
        return None
    for number, line in enumerate(text.splitlines(), 1):
        if match := FORM.fullmatch(line.strip()):
            return Adoption(**match.groupdict(), line=number)
        if line.strip() and not line.startswith("#"):
            return None
    return None


def renew_comment(text: str, adoption: Adoption) -> str:
    """Return a file that says it came from another version."""
    lines = text.splitlines(keepends=True)
    old = lines[adoption.line - 1]
    ending = old[len(old.rstrip("\r\n")) :]
    lines[adoption.line - 1] = adoption.comment + ending
    return "".join(lines)


def compare_versions(before: str, after: str, adoption: Adoption, version: str) -> Iterator[str]:
    """Yield the lines that say what changed between two versions of an original."""
    old, new = (
        f"{adoption.id}.yml, {adoption.package} {release}"
        for release in (adoption.version, version)
    )
    yield from unified_diff(before.splitlines(), after.splitlines(), old, new, lineterm="")
