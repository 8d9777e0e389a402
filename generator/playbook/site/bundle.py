"""What of the theme a page loads: the style sheet and the script of pictures, put together from their parts."""

from collections.abc import Mapping

from playbook.assets import THEME

STYLE = "assets/playbook.css"
SHEETS = (
    "tokens",
    "page",
    "frame",
    "home",
    "facts",
    "cards",
    "gallery",
    "covers",
    "lost",
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
    "handouts",
    "run",
    "stage",
    "reading",
    "later",
    "narrow",
    "print",
    "picture",
    "picture-cards",
    "picture-links",
    "picture-bar",
    "picture-work",
    "picture-detail",
    "picture-print",
    "paper",
)
"""The sheets that the style is put together from: later ones have the last word."""

PICTURE = "assets/picture.js"
SCRIPTS = (
    "picture",
    "picture-zoom",
    "picture-full",
    "picture-walk",
    "picture-fold",
    "picture-find",
    "picture-words",
    "picture-detail",
    "picture-save",
)
"""The scripts that make a picture one to work with: one file, since no page needs some without the others."""


def style(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Return our style sheet in these colours; on paper it is light, whatever the screen is."""
    schemes = (
        f':root,\n[data-md-color-scheme="default"] {{\n{declared(light)}\n}}\n',
        f'@media screen {{\n[data-md-color-scheme="slate"] {{\n{declared(dark)}\n}}\n}}\n',
    )
    sheets = ((THEME / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
    return "\n".join((*schemes, *sheets))


def declared(colours: Mapping[str, str]) -> str:
    """Return colours as the declarations that define them."""
    return "\n".join(f"  --pb-{name}: {value};" for name, value in colours.items())


def picture_script() -> str:
    """Return the script of pages with pictures."""
    return "\n".join((THEME / "scripts" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
