"""Where the theme and our shelves lie: in the repository, or in the package that was installed."""

from pathlib import Path

PACKAGE = Path(__file__).parent
REPOSITORY = PACKAGE.parents[1]
THEME = next(
    folder for folder in (PACKAGE / "theme", REPOSITORY / "theme") if (folder / "pages").is_dir()
)
SHIPPED = PACKAGE / "own_shelves"
OWN_SHELVES = SHIPPED if SHIPPED.is_dir() else REPOSITORY / "content"
