"""Where a project's YAML lies, and whether the whole site is ours, as `mkdocs.yml` has it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playbook.config.mkdocs_settings import MKDOCS, read_own_settings, resolve_env

PLUGIN = "playbook"
GUEST_FOLDER = "discovery"
"""Where a guest's YAML lies below the site's pages, unless it says something else."""
DOCS_DIR = "docs"
"""MkDocs' own default."""
OURS = "content"
"""The folder of a project that says nothing to MkDocs."""


@dataclass(frozen=True)
class Place:
    """Where the YAML lies, and where its pages do."""

    content: Path
    """The folder of the YAML."""
    folder: str = ""
    """Where its pages lie below the root of a site that isn't ours; nothing where it is."""
    has_reference: bool | None = None
    """Whether the site has the pages for contributors; None where nothing is said of that."""

    @property
    def title(self) -> str:
        """What our pages are called among theirs, as MkDocs derives it from a folder."""
        words = re.sub("[-_]", " ", self.folder.rpartition("/")[2])
        return words.capitalize() if words.islower() else words

    @property
    def is_guest(self) -> bool:
        """Whether the site is someone's own, and only some pages in it are ours."""
        return bool(self.folder)

    def holds(self, path: str) -> bool:
        """Whether a file lies where our pages do, by its path from the root of the site."""
        return path.startswith(f"{self.folder}/") if self.folder else True

    def locate(self, path: str) -> str:
        """Return the path of one of our files from the root of the site."""
        return f"{self.folder}/{path}" if self.folder else path


WHOLE = Place(Path())
"""Where the whole site is ours, a file has one path in the content and on the site."""


def find_place(root: Path, name: str = MKDOCS) -> Place:
    """Return where the YAML of the project at `root` lies.

    That is `content/` where there is no such folder as `mkdocs.yml` says, as the commands still
    have to tell what is wrong with it.
    """
    own = read_own_settings(root, name)
    written = resolve_env(own.get("docs_dir"))
    docs = root / (written if isinstance(written, str) and written else DOCS_DIR)
    if not own or (not docs.is_dir() and (root / OURS).is_dir()):
        docs = root / OURS
    options = find_options(own.get("plugins"))
    return make_place(docs, options) if options is not None else Place(docs)


def make_place(docs: Path, options: Mapping[str, Any]) -> Place:
    """Return where the YAML lies below `docs` by the options of our plugin."""
    wanted = options.get("reference")
    has_reference = None if wanted is None else is_on(wanted)
    if is_on(options.get("site")):
        return Place(docs, has_reference=has_reference)
    written = options.get("folder")
    is_usable = isinstance(written, str) and not explain_folder(written)
    folder = str(written).removesuffix("/") if is_usable else GUEST_FOLDER
    return Place(docs / folder, folder, bool(has_reference))


def is_on(value: Any) -> bool:
    """Whether an option is switched on; in our own reader's eyes its value is a word."""
    return value is True or str(value).casefold() in {"true", "yes", "on"}


def find_options(plugins: Any) -> Mapping[str, Any] | None:
    """Return the options of our plugin in a list of plugins; None where it isn't there."""
    entries = [plugins] if isinstance(plugins, Mapping) else plugins
    for entry in entries if isinstance(entries, list) else ():
        if entry == PLUGIN:
            return {}
        if isinstance(entry, Mapping) and PLUGIN in entry:
            options = entry[PLUGIN]
            return options if isinstance(options, Mapping) else {}
    return None


def explain_folder(folder: str) -> str:
    """Return why a folder can't be that of a guest's YAML; nothing when it can."""
    parts = folder.removesuffix("/").split("/")
    if any(part in {"", ".", ".."} or part.startswith(".") for part in parts) or "\\" in folder:
        return "it names a folder below 'docs_dir', such as 'discovery'"
    return ""
