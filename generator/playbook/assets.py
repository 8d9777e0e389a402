"""Where the theme lies: in the repository, or inside the package that was installed."""

from pathlib import Path

THEME = next(
    folder
    for folder in (Path(__file__).parent / "theme", Path(__file__).parents[2] / "theme")
    if (folder / "pages").is_dir()
)
