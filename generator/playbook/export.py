"""The site as plain Markdown and SVG, for any engine that reads mkdocs.yml."""

import json
import shutil
from pathlib import Path

from playbook.by_hand import whole
from playbook.language import language
from playbook.phrasebook import page_words
from playbook.project import Project
from playbook.reading import ENDINGS
from playbook.search import FIELDS
from playbook.settings import CONFIG, FILE
from playbook.site import Site
from playbook.theme import STYLE, THEME

MARK = "# Written by 'playbook export': edit the YAML it came from, not this."


def is_ours(place: Path) -> bool:
    """Whether a folder is an earlier export, and so may be replaced."""
    config = place / CONFIG
    return config.is_file() and config.read_bytes().startswith(MARK.encode())


def unpublished(_: str, names: list[str]) -> list[str]:
    """Return the names that are not part of a site: YAML, and what is hidden."""
    return [name for name in names if Path(name).suffix in ENDINGS or name.startswith(".")]


def export(site: Site, project: Project, root: Path, draft: Path) -> None:
    """Write the site, the pages written by hand and the theme to an empty folder."""
    content = root / "content"
    shutil.copytree(content, draft / "content", ignore=unpublished)
    for page in project.withheld_pages:
        (draft / "content" / page).unlink()
    for file in site.files:
        path = draft / "content" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content if isinstance(file.content, bytes) else file.content.encode())
    written = sorted({p.relative_to(content).as_posix() for p in content.rglob("*.md")} - project.withheld_pages)
    shutil.copytree(THEME / "site", draft / "theme")
    shutil.copy(root / CONFIG, draft / "base.yml")
    (draft / FILE).parent.mkdir(parents=True)
    shutil.copy(root / FILE, draft / FILE)
    config = {
        "INHERIT": "base.yml",
        "docs_dir": "content",
        "extra": {"words": page_words(language(project.settings.theme.language))},
        "extra_css": [STYLE],
        "nav": whole(site.nav, written),
        "plugins": [{"search": {"fields": FIELDS}}],
        "theme": {"custom_dir": "theme"},
    }
    text = f"{MARK}\n{json.dumps(config, indent=2, ensure_ascii=False)}\n"
    (draft / CONFIG).write_text(text, encoding="utf-8", newline="\n")
