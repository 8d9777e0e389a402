"""What of the theme a page loads, as `frontend.toml` lists it, and how it is put together."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from playbook.assets import THEME

STYLE = "assets/playbook.css"
PICTURE = "assets/picture.js"
SEARCH = "assets/search.js"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"\n\s*")
BREAK = re.compile(r"(?<=[{};,])\n| (?=\{)")
"""What stands between two signs that need nothing between them."""
REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)


@cache
def load_manifest() -> dict[str, Any]:
    """Return which styles and scripts there are.

    Lists of names, and `scripts` with a name and marks each.
    """
    return tomllib.loads((THEME / "frontend.toml").read_text(encoding="utf-8"))


def list_scripts(content: str) -> Iterator[str]:
    """Yield the names of the scripts that a page loads, by what is on it."""
    for script in load_manifest()["scripts"]:
        marks = script["marks"]
        if not marks or any(mark in content for mark in marks):
            yield script["name"]


def list_sheets(*, is_guest: bool) -> Iterator[Path]:
    """Yield the sheets in their order; a guest's leave alone what surrounds a page."""
    manifest = load_manifest()
    for name in manifest["styles"]:
        if not (is_guest and name in manifest["frame"]):
            yield THEME / "styles" / f"{name}.css"
    if is_guest:
        yield THEME / "guest" / "guest.css"


def make_style(light: Mapping[str, str], dark: Mapping[str, str], *, is_guest: bool = False) -> str:
    """Return our style sheet in these colours; on paper it is light, whatever the screen is."""
    schemes = (
        f':root,\n[data-md-color-scheme="default"] {{\n{declare_colours(light)}\n}}\n',
        f'@media screen {{\n[data-md-color-scheme="slate"] {{\n{declare_colours(dark)}\n}}\n}}\n',
    )
    sheets = (sheet.read_text(encoding="utf-8") for sheet in list_sheets(is_guest=is_guest))
    return BREAK.sub("", INDENT.sub("\n", COMMENT.sub("", "\n".join((*schemes, *sheets)))))


def declare_colours(colours: Mapping[str, str]) -> str:
    """Return colours as the declarations that define them."""
    return "\n".join(f"  --pb-{name}: {value};" for name, value in colours.items())


def join_scripts(name: str) -> str:
    """Return a script that is put together from those that the manifest lists under its name."""
    parts = (
        (THEME / "scripts" / f"{part}.js").read_text(encoding="utf-8")
        for part in load_manifest()[name]
    )
    return REMARK.sub("", "\n".join(parts))
