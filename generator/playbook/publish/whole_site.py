"""What a whole site of ours sets by itself, where its owner has set nothing else."""

import logging
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from markdown.extensions.toc import slugify_unicode
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig

from playbook.config.logo import PATH as LOGO
from playbook.language import _, load_language, use_language
from playbook.publish.config_files import find_language

THEME: Mapping[str, Any] = {
    "font": False,
    "logo": LOGO,
    "favicon": LOGO,
    "features": [
        "navigation.tabs",
        "navigation.indexes",
        "navigation.prune",
        "navigation.footer",
        "search.suggest",
        "search.highlight",
        "toc.follow",
    ],
    "palette": [
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": "material/weather-night", "name": "Switch to dark"},
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": "material/weather-sunny", "name": "Switch to light"},
        },
    ],
}
"""The settings of Material that our theme is made for."""
EXTENSIONS = ("attr_list", "md_in_html", "tables")
"""What our pages are written in, whether the project names it or not."""
TOC: Mapping[str, Any] = {"permalink": True, "slugify": slugify_unicode}
"""Headings have a link to themselves, and their ids keep the letters of all writing."""
LEVELS: Mapping[str, Mapping[str, str]] = {
    "nav": {"omitted_files": "ignore"},  # the rules' pages are reached from their table
    "links": {
        "not_found": "warn",
        "anchors": "warn",
        "absolute_links": "warn",
        "unrecognized_links": "warn",
    },
}
"""What MkDocs looks for, and how much it matters."""
LOG_LEVELS = {"ignore": logging.DEBUG, "warn": logging.WARNING}


def complete_config(config: MkDocsConfig, own: Mapping[str, Any]) -> None:
    """Set what makes a whole site; `own` is what the project's files say, and counts before it."""
    config.theme.update(deepcopy(find_missing_theme(own)))
    for key in ("site_name", "site_description"):  # which Material prints as if they were HTML
        config[key] = escape(config[key]) if config[key] else config[key]
    complete_extensions(config, find_language(config))
    for section, levels in find_missing_levels(own).items():
        for key, level in levels.items():
            config.validation[section][key] = LOG_LEVELS[level]


def complete_extensions(config: MkDocsConfig, language: str) -> None:
    """Add what our pages are written in, and how headings get their ids and say their links."""
    config.markdown_extensions += [
        name for name in EXTENSIONS if name not in config.markdown_extensions
    ]
    toc = config.mdx_configs.setdefault("toc", {})
    for key, value in describe_headings(language).items():
        toc.setdefault(key, value)


def describe_headings(language: str) -> dict[str, Any]:
    """Return the settings of headings, the title of their links in the language of a code."""
    with use_language(load_language(language)):
        return {**TOC, "permalink_title": _("Link to this section")}


def list_extensions(path: Path | None, language: str) -> list[Any]:
    """Return the extensions of a whole site, as `mkdocs.yml` lists them; `path` is the owner's."""
    if path is None:
        return [*EXTENSIONS, {"toc": describe_headings(language)}]
    config = MkDocsConfig(config_file_path=str(path))
    with path.open("rb") as file:
        config.load_file(file)
    config["plugins"] = []
    config.validate()
    complete_extensions(config, language)
    options = config.mdx_configs
    return [
        {name: options[name]} if name in options else name for name in config.markdown_extensions
    ]


def find_missing_theme(own: Mapping[str, Any]) -> dict[str, Any]:
    """Return those settings of the theme that a project doesn't make itself."""
    theme = own.get("theme")
    chosen = theme if isinstance(theme, Mapping) else {}
    return {key: value for key, value in THEME.items() if key not in chosen}


def find_missing_levels(own: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return those levels that a project doesn't set itself, for one section or for all."""
    validation = own.get("validation")
    chosen = validation if isinstance(validation, Mapping) else {}
    missing = {}
    for section, levels in LEVELS.items():
        below = chosen.get(section)
        taken = {*chosen, *(below if isinstance(below, Mapping) else ())}
        missing[section] = {key: level for key, level in levels.items() if key not in taken}
    return missing
