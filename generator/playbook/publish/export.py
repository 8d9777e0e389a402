"""The site as plain Markdown and SVG, for any engine that reads mkdocs.yml."""

import shutil
from pathlib import Path
from typing import Any

from playbook.assets import THEME
from playbook.config.mkdocs_settings import read_own_settings
from playbook.config.settings import CONFIG, FILE
from playbook.content.handwritten import complete_nav
from playbook.language import load_language
from playbook.project import Project
from playbook.publish.mkdocs_config import THEME as MATERIAL
from playbook.publish.whole_site import find_missing_levels, find_missing_theme, list_extensions
from playbook.site.bundle import STYLE, load_manifest
from playbook.site.script_messages import translate_page_messages
from playbook.site.search import FIELDS
from playbook.site.site import Site
from playbook.source.emit import emit_with_names

SEARCH = "search.html"
MARK = "# Written by 'playbook export': edit the YAML it came from, not this."


def is_ours(place: Path) -> bool:
    """Whether a folder is an earlier export, and so may be replaced."""
    config = place / CONFIG
    return config.is_file() and config.read_bytes().startswith(MARK.encode())


def leave_out_search(folder: str, names: list[str]) -> set[str]:
    """Return what of the theme needs an index that only our plugin makes; Material has its own."""
    return {SEARCH} & set(names) if Path(folder).name == "partials" else set()


def export(site: Site, project: Project, root: Path, draft: Path) -> None:
    """Write the site, the published files of the content and the theme to an empty folder.

    Of someone's own site that is what a guest's pages are: a site by themselves.
    """
    for published in project.published:
        path = draft / "content" / published.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if published.text is None:
            shutil.copyfile(published.source, path, follow_symlinks=False)
        else:
            path.write_text(published.text, encoding="utf-8", newline="\n")
    for file in site.files:
        path = draft / "content" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content if isinstance(file.content, bytes) else file.content.encode())
    shutil.copytree(THEME / "site", draft / "theme", ignore=leave_out_search)
    settings = project.settings
    own = {} if settings.section else read_own_settings(root)
    base: dict[str, Any]
    if settings.section:
        base = {"site_name": settings.site_name, "theme": {"language": settings.theme.language}}
    else:
        shutil.copy(root / CONFIG, draft / "base.yml")
        (draft / FILE).parent.mkdir(parents=True)
        shutil.copy(root / FILE, draft / FILE)
        base = {"INHERIT": "base.yml"}
    theme = {"name": MATERIAL, "custom_dir": "theme", **find_missing_theme(own)}
    config = {
        **base,
        "docs_dir": "content",
        "extra": {
            "scripts": load_manifest()["scripts"],
            "words": translate_page_messages(load_language(settings.theme.language)),
        },
        "extra_css": [STYLE],
        "nav": complete_nav(site.nav, project.library.handwritten),
        "plugins": [{"search": {"fields": FIELDS}}],
        "theme": {**base.get("theme", {}), **theme},
        "markdown_extensions": list_extensions(
            None if settings.section else root / CONFIG, settings.theme.language
        ),
        "validation": find_missing_levels(own),
    }
    text = f"{MARK}\n{emit_with_names(config)}"
    (draft / CONFIG).write_text(text, encoding="utf-8", newline="\n")
