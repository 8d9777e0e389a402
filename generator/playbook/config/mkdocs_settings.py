"""`mkdocs.yml` with what it inherits -> its settings, merged as MkDocs merges them."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from playbook.source.document import Source, read

MKDOCS = "mkdocs.yml"
WORD = re.compile(r"\w+")
READING = ("custom_dir", "hooks", "exclude_docs", "draft_docs", "watch", "\\")
"""The settings of MkDocs about which other files decide; and what can spell one otherwise."""


def read_own_settings(root: Path, name: str = MKDOCS) -> dict[str, Any]:
    """Return what the project at `root` says to MkDocs; nothing of a file that can't be read."""
    merged: dict[str, Any] = {}
    for source in read_mkdocs_configs(root, name):
        if source and isinstance(source.data, Mapping):
            merged = merge_settings(source.data, merged)
    return merged


def merge_settings(inherited: Mapping[Any, Any], own: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return settings with others put over them, level by level; a list replaces a list."""
    merged = dict(inherited)
    for key, value in own.items():
        before = merged.get(key)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            merged[key] = merge_settings(before, value)
        else:
            merged[key] = value
    return merged


def resolve_env(value: Any) -> Any:
    """Return what MkDocs makes of `!ENV [NAME, default]`.

    The first variable that is set, or the default.
    """
    if not isinstance(value, list) or not value:
        return value
    return next((os.environ[name] for name in value[:-1] if name in os.environ), value[-1] or "")


def read_mkdocs_configs(root: Path, name: str = MKDOCS) -> Iterator[Source | None]:
    """Yield `mkdocs.yml` and each file that it inherits; None for one that can't be read."""
    path, seen = root / name, set[Path]()
    while path.exists() and path not in seen:
        seen.add(path)
        source, _ = read(path.resolve(), path.resolve().parent)  # MkDocs follows links here, too
        yield source
        inherited = look_up(source, "INHERIT") if source else None
        if not isinstance(inherited, str):
            return
        path = Path(os.path.normpath(path.parent / inherited))


def describe_settings(root: Path) -> str:
    """Return what differs when MkDocs may find something else wrong with its settings.

    Nothing where that can depend on more than what they say.
    """
    described: list[object] = []
    for source in read_mkdocs_configs(root):
        if source is None or any(word in source.text for word in READING):
            return ""
        names = {*WORD.findall(source.text)} & os.environ.keys()
        described.append((source.text, sorted((name, os.environ[name]) for name in names)))
    return hashlib.sha256(repr(described).encode()).hexdigest()


def find_named_files(config: Source) -> Iterator[str]:
    """Yield the content's files that a configuration puts on every page, such as a logo."""
    for keys in (("theme", "logo"), ("theme", "favicon")):
        value = look_up(config, *keys)
        yield from [value] if isinstance(value, str) else []
    for key in ("extra_css", "extra_javascript", "extra_templates"):
        values = look_up(config, key)
        for value in values if isinstance(values, list) else ():
            path = value.get("path") if isinstance(value, dict) else value
            yield from [path] if isinstance(path, str) else []


def look_up(source: Source, *keys: str) -> Any:
    """Return the value below these keys, or None."""
    value = source.data
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
