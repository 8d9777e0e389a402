"""`mkdocs.yml` with what it inherits -> its settings, merged as MkDocs merges them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playbook.config.settings import CONFIG, read_mkdocs_configs


def read_own_settings(root: Path, name: str = CONFIG.name) -> dict[str, Any]:
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
