"""Where the theme lies: inside the installed package, or beside it in a checkout."""

from pathlib import Path

THEME = next(
    folder
    for folder in (Path(__file__).parent / "theme", Path(__file__).parents[2] / "theme")
    if (folder / "pages").is_dir()
)
STYLES = ["assets/playbook.css", "assets/diagram.css"]
SCRIPTS = [
    f"assets/{name}.js"
    for name in ("playbook", "keep", "scorecard", "finder", "catalogue", "flow", "club", "progress", "ago", "walk")
]
