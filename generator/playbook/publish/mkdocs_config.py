"""`mkdocs.yml` and what it inherits -> what keeps MkDocs and our commands from using it."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from playbook.config.mkdocs_settings import look_up, read_mkdocs_configs
from playbook.config.place import WHOLE, Place, find_options, find_place
from playbook.config.settings import CONFIG, FILE, find_lost_settings
from playbook.library.library import Library
from playbook.publish.options import PlaybookConfig
from playbook.source.document import read
from playbook.source.problem import Mark, Problem
from playbook.text.address import is_address
from playbook.text.english import quoted

CODE = "SET020"
THEME = "material"
EMPTY, TWICE = "SRC004", "SRC002"
TAGGED = {"SRC014", "SRC024"}
"""What says more to MkDocs than to us: `!ENV`, `!!python/name:…`."""
MAPPING = "write 'key: value' lines, 'site_name:' first"


def find_config_problems(root: Path, library: Library | None = None) -> list[Problem]:
    """Return what is wrong with the configuration of the project at `root`.

    And what is wrong with it for these artifacts.
    """
    path = root / CONFIG
    if not path.exists():
        return []
    place = find_place(root)
    lost = [] if place.is_guest else find_lost_settings(root, [*read_mkdocs_configs(root)])
    problems = [*lost] or [*find_unreadable(path, root, set())]
    if problems:
        return problems
    config = MkDocsConfig(config_file_path=str(path))
    faults = [*find_faults(config, path)]
    problems = [replace(place_of(key, path, root), message=message) for key, message in faults]
    if not problems and library:
        problems += find_excluded(config, library, place)
    return problems


def find_unreadable(path: Path, root: Path, seen: set[Path]) -> Iterator[Problem]:
    """Yield why a file or one that it inherits can't be read."""
    seen.add(path)
    source, problems = read(path, root)
    if source is None:
        wrong = [other for other in problems if other.code not in TAGGED]
        yield from (
            replace(other, code=CODE, message=MAPPING) if other.code == EMPTY else other
            for other in wrong
        )
        return
    if not isinstance(source.data, dict):
        yield Problem(path, Mark(), CODE, MAPPING)
        return
    yield from (replace(other, code=CODE) for other in problems if other.code == TWICE)
    parent = look_up(source, "INHERIT")
    if parent is None:
        return
    inherited = (path.parent / str(parent)).resolve()
    if (
        not isinstance(parent, str)
        or not inherited.is_file()
        or inherited in {other.resolve() for other in seen}
    ):
        message = (
            f"'INHERIT' is '{parent}', which is not another file with settings: "
            "bring that file back, name another, or delete the line, and all its settings with it"
        )
        yield Problem(path, source.find_mark(("INHERIT",)), CODE, message)
        return
    yield from find_unreadable(inherited, root, seen)


def find_faults(config: MkDocsConfig, path: Path) -> Iterator[tuple[str, str]]:
    """Yield each key that MkDocs or our commands can't use, with the reason.

    Plugins are looked up, not loaded.
    """
    try:
        with path.open("rb") as file:
            config.load_file(file)
        plugins, config["plugins"] = config.get("plugins"), []
        errors, _ = config.validate()
    except Exception as error:  # noqa: BLE001 - whatever MkDocs and its libraries make of odd settings
        yield "", f"MkDocs can't read it: {error}"
        return
    yield from ((key, f"'{key}': {error}") for key, error in errors)
    yield from (("plugins", fault) for fault in find_plugin_faults(plugins))
    if not errors:
        yield from (
            ("nav", f"{quoted(text)} is not an address: check how it is spelt")
            for text in find_odd(config.nav)
        )
    if not errors and config.theme.name != THEME:
        yield "theme", f"our pages need the theme '{THEME}': write 'name: {THEME}' below 'theme:'"


def find_plugin_faults(plugins: Any) -> Iterator[str]:
    """Yield what is wrong with the list of plugins."""
    if plugins is not None and not isinstance(plugins, list | dict):
        yield "it is a list: write '- playbook' below 'plugins:'"
        return
    names = [
        name
        for plugin in plugins or ()
        for name in (plugin if isinstance(plugin, dict) else [plugin])
    ]
    known = {entry.name for entry in entry_points(group="mkdocs.plugins")}
    for name in names:
        if str(name) not in known and f"{THEME}/{name}" not in known:
            yield f"the plugin '{name}' is not installed: install it, or delete its line"
    options = find_options(plugins)
    if options is None:
        yield "our plugin is missing: write '- playbook' below 'plugins:'"
        return
    settings = PlaybookConfig()
    settings.load_dict(dict(options))
    errors, warnings = settings.validate()
    yield from (f"'{key}' below 'playbook:': {fault}" for key, fault in (*errors, *warnings))


def find_odd(nav: Any) -> Iterator[str]:
    """Yield each entry of a navigation that no program can take apart as an address."""
    if isinstance(nav, str) and not is_address(nav):
        yield nav
    elif isinstance(nav, list | dict):
        for entry in nav.values() if isinstance(nav, dict) else nav:
            yield from find_odd(entry)


def find_excluded(
    config: MkDocsConfig, library: Library, where: Place = WHOLE
) -> Iterator[Problem]:
    """Yield each artifact that MkDocs is told to leave out, which our pages would still link to."""
    path = Path(config.config_file_path or CONFIG)
    for key in ("exclude_docs", "draft_docs"):
        patterns = config.get(key)
        if not patterns:
            continue
        place = place_of(key, path, path.parent)
        for entry in library.entries.values():
            page = where.locate(entry.page)
            if entry.shelf:
                file = page
                remedy = f"write '{entry.id}' under 'leave_out:' in {FILE.as_posix()} instead"
            else:
                file = where.locate(library.inventory.get_path(entry.source.path))
                remedy = "write 'visibility: internal' in it, or move it out of the content"
            is_left_out = patterns.match_file(page)
            if is_left_out or (not where.is_guest and patterns.match_file(file)):
                message = f"'{key}' leaves out {quoted(file)}, which other pages link to: {remedy}"
                yield replace(place, message=message)


def place_of(key: str, path: Path, root: Path) -> Problem:
    """Return a problem at a key of a file, or of the one that it inherits the key from.

    It has no message yet.
    """
    source, _ = read(path, root)
    data = source.data if source else None
    if source is None or not isinstance(data, dict) or (key not in data and "INHERIT" not in data):
        return Problem(path, Mark(), CODE, "")
    if key in data:
        return Problem(path, source.find_mark((key,)), CODE, "")
    inherited = place_of(key, (path.parent / str(data["INHERIT"])).resolve(), root)
    return inherited if inherited.mark != Mark() else Problem(path, Mark(), CODE, "")
