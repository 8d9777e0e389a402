"""The logo: ours, or the owner's file, which stays a picture whatever it says."""

import base64
from pathlib import Path

from playbook.assets import THEME
from playbook.drawing.safe_svg import clean_svg

PATH = "assets/logo.svg"
LARGEST = 100_000
PNG = b"\x89PNG\r\n\x1a\n"


def draw_mark(brand: str, ink: str) -> str:
    """Return our own mark in two colours."""
    return (
        (THEME / "logo.svg").read_text(encoding="utf-8").replace("BRAND", brand).replace("INK", ink)
    )


def read_logo(folder: Path, name: str) -> tuple[str, str]:
    """Return a file of this folder as SVG, and what is wrong with it, if anything is."""
    path = folder / name
    if not path.is_file():
        return (
            "",
            (
                f"there is no file '{name}' beside this one: put it into {folder.name}/, "
                "or delete the line"
            ),
        )
    if path.resolve().parent != folder.resolve():
        return "", f"'{name}' leads out of {folder.name}/: put the file itself there"
    if path.stat().st_size > LARGEST:
        return "", f"'{name}' is larger than {LARGEST // 1000} kB: save it smaller"
    return (
        frame_png(path.read_bytes(), name)
        if path.suffix == ".png"
        else clean_svg(path.read_bytes(), name, "logo")
    )


def frame_png(data: bytes, name: str) -> tuple[str, str]:
    """Return a PNG as an SVG that holds it, and what is wrong with it."""
    if not data.startswith(PNG):
        return "", f"'{name}' is not a PNG: save it again from your drawing program"
    image = (
        '<image width="64" height="64" '
        f'href="data:image/png;base64,{base64.b64encode(data).decode()}"/>'
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{image}</svg>\n', ""
