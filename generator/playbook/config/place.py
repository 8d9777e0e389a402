"""Where a project's YAML lies, and whether the whole site is ours, as `mkdocs.yml` has it."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playbook.config.mkdocs_settings import MKDOCS, look_up, read_own_settings, resolve_env
from playbook.source.document import Loc, Source
from playbook.source.problem import Problem

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

    def explain_missing(self, root: Path) -> str:
        """Return what to do where the folder of the YAML isn't there, in the project at `root`."""
        folder = Path(os.path.relpath(self.content.resolve(), root.resolve())).as_posix()
        missing = f"'{folder}', the folder for the YAML, isn't there"
        if self.is_guest:
            return (
                f"{missing} yet: 'playbook new play first-look' makes it; or name another with "
                f"'folder:' below '- {PLUGIN}:' in {MKDOCS}"
            )
        return f"{missing}: make it, or name another with 'docs_dir:' in {MKDOCS}"


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
    return next((options for _, options in locate_options(plugins)), None)


def locate_options(plugins: Any) -> Iterator[tuple[Loc, Mapping[str, Any]]]:
    """Yield where our plugin has its options in a list of plugins, and these."""
    if isinstance(plugins, list):
        for index, entry in enumerate(plugins):
            if entry == PLUGIN:
                yield (index,), {}
            elif isinstance(entry, Mapping):
                yield from (((index, *loc), options) for loc, options in locate_options(entry))
    elif isinstance(plugins, Mapping) and PLUGIN in plugins:
        options = plugins[PLUGIN]
        yield (PLUGIN,), options if isinstance(options, Mapping) else {}


def find_idle_folder(configs: Iterable[Source | None]) -> Iterator[Problem]:
    """Yield where a site that is all ours is told of a folder for a guest."""
    for config in filter(None, configs):
        for loc, options in locate_options(look_up(config, "plugins")):
            if is_on(options.get("site")) and "folder" in options:
                mark = config.find_mark(("plugins", *loc, "folder"), key=True)
                message = (
                    "with 'site: true' the whole site is playbook's, and 'folder:' is for a guest "
                    "in a site of your own: delete the one that you don't mean"
                )
                yield Problem(config.path, mark, "SET020", message)


def explain_folder(folder: str) -> str:
    """Return why a folder can't be that of a guest's YAML; nothing when it can."""
    parts = folder.removesuffix("/").split("/")
    if any(part in {"", ".", ".."} or part.startswith(".") for part in parts) or "\\" in folder:
        return "it names a folder below 'docs_dir', such as 'discovery'"
    return ""
