"""What, beside its own Markdown, decides how MkDocs makes a page."""

import functools
import inspect
import json
import os
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import material
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from playbook.publish.config_files import find_language
from playbook.publish.kept.page_store import make_key
from playbook.publish.short_navigation import list_levels

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

LIBRARIES = (
    *("markdown", "pymdown-extensions", "pygments", "mkdocs", "mkdocs-material", "jinja2"),
    "snowballstemmer",
)
OPTIONAL = ("jieba",)
"""What Material's search uses where it is installed."""
PLUGINS = {"material.plugins.search.plugin", "playbook.publish.plugin"}
"""The plugins that keep nothing of one page for another, by where they are written."""
EXTENSIONS = {
    *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html"),
    *("meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "codehilite", "extra"),
}
PYMDOWN = {
    *("arithmatex", "betterem", "caret", "critic", "details", "emoji", "extra", "highlight"),
    *("inlinehilite", "keys", "magiclink", "mark", "progressbar", "smartsymbols", "superfences"),
    *("tabbed", "tasklist", "tilde"),
}
"""The extensions that read no file, by what they are called below `markdown` and `pymdownx`."""
NOT_SEEN = {
    *("site_dir", "docs_dir", "config_file_path", "plugins", "hooks", "nav", "watch", "theme"),
    *("exclude_docs", "draft_docs", "not_in_nav", "strict"),
}
"""The settings that no page shows, or that are counted otherwise."""
PRUNE = "navigation.prune"


class Unknown(Exception):
    """Something that decides how pages are made and that can't be told from another such thing."""


def has_known_parts(config: "MkDocsConfig") -> bool:
    """Whether all that has a hand in pages is known to make each from its own content alone."""
    if config.hooks or {type(plugin).__module__ for plugin in config.plugins.values()} - PLUGINS:
        return False
    names = [name.removeprefix("markdown.extensions.") for name in config.markdown_extensions]
    return all(name in EXTENSIONS or name in list_pymdown() for name in names)


def list_pymdown() -> set[str]:
    return {f"pymdownx.{name}" for name in PYMDOWN}


def describe_engine(config: "MkDocsConfig") -> str:
    """Return what decides how Markdown becomes HTML and what a search reads of that.

    Raises Unknown.
    """
    package = Path(__file__).parents[2]
    folders = ("publish/**/*.py", "text/*.py", "site/search*.py")
    code = sorted(path for folder in folders for path in package.glob(folder))
    settings = ("markdown_extensions", "mdx_configs", "validation", "use_directory_urls")
    return make_key(
        sys.version,
        *(find_version(name) for name in (*LIBRARIES, *OPTIONAL)),
        *(path.read_bytes() for path in code),
        describe([{name: config[name] for name in settings}, list(config.plugins)]),
        find_language(config),
    )


def describe_site(config: "MkDocsConfig") -> str:
    """Return what decides how a theme fills its template with any page; raises Unknown."""
    settings = {name: config[name] for name in config if name not in NOT_SEEN}
    plugins = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    theme = {name: config.theme.get(name) for name in config.theme}
    files = [path for folder in find_own_dirs(config) for path in sorted(folder.rglob("*"))]
    return make_key(
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        describe([settings, plugins, theme, config.theme.name or ""]),
        *(
            part
            for path in files
            if path.is_file()
            for part in (path.as_posix(), path.read_bytes())
        ),
    )


def find_own_dirs(config: "MkDocsConfig") -> list[Path]:
    """Return the theme's folders but those of Material, which its version stands for."""
    packages = [
        Path(inspect.getfile(module)).parent for module in (material, sys.modules["mkdocs"])
    ]
    folders = map(Path, config.theme.dirs)
    return [
        folder
        for folder in folders
        if not any(folder.is_relative_to(package) for package in packages)
    ]


def find_version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def describe(value: Any) -> str:
    """Return a text that is the same for the same settings; raises Unknown."""
    try:
        return json.dumps(value, default=describe_object)
    except (TypeError, ValueError) as error:  # keys that JSON hasn't, or a circle
        raise Unknown(str(error)) from error


def describe_object(value: object) -> Any:
    if isinstance(value, Mapping):
        return {str(key): value[key] for key in value}
    if isinstance(value, functools.partial):
        return [value.func, value.args, value.keywords]
    if inspect.isroutine(value) or inspect.isclass(value):
        return f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, Iterable):
        return sorted(value) if isinstance(value, set | frozenset) else list(value)
    if type(value).__repr__ is object.__repr__:
        raise Unknown(repr(value))
    return repr(value)


class NavigationPrint:
    """What each page shows of the navigation.

    Where the theme prunes it, that is the top, what stands beside the page, and the way there; of a
    long section what is near, where it is short.
    """

    def __init__(self, nav: "Navigation", *, is_pruned: bool, is_short: bool) -> None:
        self.items: dict[int, str] = {}
        self.nav, self.is_pruned, self.is_short = nav, is_pruned, is_short
        self.whole = "" if is_pruned else describe_below(nav.items)
        self.home = describe_item(nav.homepage) if nav.homepage else ""

    def describe(self, page: Page) -> str:
        """Return what of the navigation decides how a page looks."""
        neighbours = [page.previous_page, page.next_page]
        beside = [other and other.parent is page.parent for other in neighbours]
        ways = [repr(beside), *(self._describe(other) for other in neighbours if other)]
        if not self.is_pruned:
            return make_key(self.whole, self.home, *ways)
        levels = list_levels(self.nav, page, is_short=self.is_short)
        return make_key(self.home, *ways, *map(self._describe_list, levels))

    def _describe_list(self, items: "list[StructureItem]") -> str:
        return make_key(*map(self._describe, items))

    def _describe(self, item: "StructureItem") -> str:
        """Return what is shown of an item that is not open."""
        if isinstance(item, Link):  # that to all is new on each page, and its id is soon another's
            return describe_item(item)
        key = id(item)
        if key not in self.items:
            first = item
            while list_children(first):
                first = list_children(first)[0]
            parts = [describe_item(item), describe_item(first), str(len(list_children(item)))]
            self.items[key] = make_key(*parts)
        return self.items[key]


def describe_below(items: "list[StructureItem]") -> str:
    """Return what is shown of items and of all that is below them."""
    return make_key(
        *(
            part
            for item in items
            for part in (describe_item(item), describe_below(list_children(item)))
        )
    )


def describe_item(item: "StructureItem") -> str:
    """Return what a theme shows of a page, a section or a link in the navigation."""
    url, meta = getattr(item, "url", ""), getattr(item, "meta", {})
    parts = {key: meta.get(key) for key in ("icon", "status", "subtitle", "preview")}
    return describe([item.title, url, item.is_page, getattr(item, "is_index", False), parts])


def list_children(item: "StructureItem") -> "list[StructureItem]":
    return item.children or [] if isinstance(item, Page | Section) else []
