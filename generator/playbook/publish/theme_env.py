"""The theme's templates and files, which MkDocs and its plugins ask for several times a build."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader

from playbook.site.template_cache import TemplateCache

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.theme import Theme


class ThemeLoader(FileSystemLoader):
    """Finds templates; what lies in hidden folders it does not list.

    MkDocs would sort them out by name, and Material keeps more than ten thousand icons in one.
    """

    def list_templates(self) -> list[str]:
        listed: set[str] = set()
        for top in self.searchpath:
            for folder, folders, names in os.walk(top):
                folders[:] = [name for name in folders if not name.startswith(".")]
                below = Path(folder).relative_to(top)
                listed.update((below / name).as_posix() for name in names)
        return sorted(listed)


def keep_templates(theme: "Theme") -> None:
    """Let the theme's templates be compiled once for all builds, no matter who asks for them."""
    make_env = theme.get_env

    def get_env() -> "Environment":
        env = make_env()
        env.loader = ThemeLoader(theme.dirs)
        env.bytecode_cache = TemplateCache(describe_options(env))
        return env

    theme.get_env = get_env  # type: ignore[method-assign] # MkDocs has no event for it


def describe_options(env: "Environment") -> str:
    """Return what a template's bytecode depends on beside its text."""
    return repr((env.autoescape, sorted(env.extensions), sorted(env.filters), sorted(env.tests)))
