"""`mkdocs.yml` and what it inherits -> what keeps MkDocs and our commands from using it."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from playbook.config.settings import CONFIG, look_up
from playbook.source.document import Source, read
from playbook.source.problem import Mark, Problem

CODE = "SET020"
THEME = "material"
EMPTY = "SRC004"
MAPPING = "write 'key: value' lines, 'site_name:' first"


def find_config_problems(root: Path) -> list[Problem]:
    """Return what is wrong with the configuration of the project at `root`, if there is any."""
    path = root / CONFIG
    if not path.exists():
        return []
    problems = list(find_unreadable(path, root, set()))
    source, _ = read(path, root)
    if problems or source is None:
        return problems
    return [Problem(path, mark_of(source, key), CODE, message) for key, message in find_faults(path, root)]


def find_unreadable(path: Path, root: Path, seen: set[Path]) -> Iterator[Problem]:
    """Yield why a file or one that it inherits can't be read."""
    seen.add(path)
    source, problems = read(path, root)
    if source is None:
        yield from (replace(each, code=CODE, message=MAPPING) if each.code == EMPTY else each for each in problems)
        return
    if not isinstance(source.data(), dict):
        yield Problem(path, Mark(), CODE, MAPPING)
        return
    parent = look_up(source, "INHERIT")
    if parent is None:
        return
    inherited = (path.parent / str(parent)).resolve()
    if not isinstance(parent, str) or not inherited.is_file() or inherited in {each.resolve() for each in seen}:
        message = f"'INHERIT' names another file with settings, and '{parent}' is none: delete the line, or name one"
        yield Problem(path, source.mark(("INHERIT",)), CODE, message)
        return
    yield from find_unreadable(inherited, root, seen)


def find_faults(path: Path, root: Path) -> Iterator[tuple[str, str]]:
    """Yield each key that MkDocs or our commands can't use, with the reason; plugins are looked up, not loaded."""
    config = MkDocsConfig(config_file_path=str(path))
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
    if not errors and config.theme.name != THEME:
        yield "theme", f"our pages need the theme '{THEME}': write 'name: {THEME}' below 'theme:'"
    if not errors and Path(config.docs_dir).resolve() != (root / "content").resolve():
        yield "docs_dir", "the commands read content/: rename the folder to 'content' and write 'docs_dir: content'"


def find_plugin_faults(plugins: Any) -> Iterator[str]:
    """Yield what is wrong with the list of plugins."""
    if plugins is not None and not isinstance(plugins, list | dict):
        yield "it is a list: write '- playbook' below 'plugins:'"
        return
    names = [name for each in plugins or () for name in (each if isinstance(each, dict) else [each])]
    known = {entry.name for entry in entry_points(group="mkdocs.plugins")}
    for name in names:
        if str(name) not in known and f"{THEME}/{name}" not in known:
            yield f"the plugin '{name}' is not installed: install it, or delete its line"
    if "playbook" not in names:
        yield "our plugin is missing: write '- playbook' below 'plugins:'"


def mark_of(source: Source, key: str) -> Mark:
    """Return where a key stands, or the first line for one that the file doesn't have itself."""
    data = source.data()
    return source.mark((key,)) if isinstance(data, dict) and key in data else Mark()
