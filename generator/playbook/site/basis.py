"""What decides how the pages of a site read, to know which of them are as they were."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from playbook.assets import THEME
from playbook.drawing.layout import ENGINE
from playbook.language import SPOKEN
from playbook.library.pieces import collect_pieces
from playbook.parts.term import Term
from playbook.site.build import Build

PACKAGE = Path(__file__).parents[1]
LIBRARIES = (
    *("babel", "jinja2", "markdown-it-py", "markupsafe", "pydantic", "pygraphviz", "pyyaml"),
    *("regex", "segno", "tzdata", "icalendar"),
)
"""What has a hand in a page before it is Markdown."""


@dataclass(frozen=True)
class Basis:
    """What decides how the pages of one site read."""

    whole: str
    """What stands for all but what single artifacts say."""
    artifacts: Mapping[str, str]
    """What stands for all that an artifact says, by its id."""


def describe_basis(build: Build) -> Basis:
    """Return what decides how the pages of a site read."""
    parts = [describe_program(), *describe_site(build), *describe_library(build)]
    whole = sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()
    digests = {name: entry.digest for name, entry in build.library.entries.items()}
    return Basis(whole, digests)


@cache
def describe_program() -> str:
    """Return what stands for the code, the templates and the languages."""
    total = sha256()
    folders = (PACKAGE, THEME / "pages", THEME / "languages")
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__":
            total.update(f"{path.name}\0".encode() + path.read_bytes())
    return " ".join([total.hexdigest(), sys.version, ENGINE, *map(find_version, LIBRARIES)])


def find_version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def describe_site(build: Build) -> Iterator[str]:
    """Yield what is set for the site."""
    library = build.library
    yield repr((build.directory_urls, build.on_demand, SPOKEN.get().code))
    yield repr(build.settings)
    yield repr((library.audiences, sorted(library.weights.items()), sorted(library.unread)))


def describe_library(build: Build) -> Iterator[str]:
    """Yield what artifacts there are, what they are called, what refers to what, and the terms."""
    library = build.library
    for entry in library.entries.values():
        place = (
            entry.shelf.release if entry.shelf else library.inventory.get_path(entry.source.path)
        )
        yield repr((entry.id, entry.kind.name, place))
        yield repr((entry.artifact.title, sorted(entry.artifact.tags), entry.artifact.visibility))
    for name in library.entries:
        yield repr([other.id for other in library.connections.referring.get(name, ())])
    for term in collect_pieces(library, Term):
        yield f"{term.key} {term.piece.model_dump_json()}"
    yield repr((sorted(library.inventory.assets_by_path), sorted(library.handwritten)))
