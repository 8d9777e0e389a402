"""Where the theme lies, and what of it a page loads."""

from pathlib import Path

THEME = next(
    folder
    for folder in (Path(__file__).parent / "theme", Path(__file__).parents[2] / "theme")
    if (folder / "pages").is_dir()
)
STYLE = "assets/playbook.css"
SHEETS = (
    "tokens",
    "page",
    "home",
    "facts",
    "cards",
    "checklist",
    "glossary",
    "scorecard",
    "controls",
    "ways-in",
    "catalogue",
    "club",
    "walk",
    "comparison",
    "tree",
    "steps",
    "narrow",
    "print",
    "picture-tokens",
    "picture",
    "picture-cards",
    "picture-links",
    "picture-print",
)
"""The sheets that the style is put together from: later ones have the last word."""


def style() -> str:
    """Return our style sheet."""
    return "\n".join((THEME / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
