"""The logo: ours, or the owner's file, which stays a picture whatever it says."""

import base64
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring, register_namespace, tostring

from playbook.theme import THEME

PATH = "assets/logo.svg"
LARGEST = 100_000
PNG = b"\x89PNG\r\n\x1a\n"
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc", "defs"}
DRAWN |= {"linearGradient", "radialGradient", "stop", "clipPath", "mask", "use"}
LOADS = ("url(", "@import", "javascript:", "data:", "expression(")


def drawn_mark(brand: str, ink: str) -> str:
    """Return our own mark in two colours."""
    return (THEME / "logo.svg").read_text(encoding="utf-8").replace("BRAND", brand).replace("INK", ink)


def read_logo(folder: Path, name: str) -> tuple[str, str]:
    """Return a file of this folder as SVG, and what is wrong with it, if anything is."""
    path = folder / name
    if not path.is_file():
        return "", f"there is no file '{name}' beside this one: put it into {folder.name}/, or delete the line"
    if path.resolve().parent != folder.resolve():
        return "", f"'{name}' leads out of {folder.name}/: put the file itself there"
    if path.stat().st_size > LARGEST:
        return "", f"'{name}' is larger than {LARGEST // 1000} kB: save it smaller"
    return (framed if path.suffix == ".png" else cleaned)(path.read_bytes(), name)


def framed(data: bytes, name: str) -> tuple[str, str]:
    """Return a PNG as an SVG that holds it, and what is wrong with it."""
    if not data.startswith(PNG):
        return "", f"'{name}' is no PNG: save it anew from your drawing program"
    image = f'<image width="64" height="64" href="data:image/png;base64,{base64.b64encode(data).decode()}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{image}</svg>\n', ""


def cleaned(data: bytes, name: str) -> tuple[str, str]:
    """Return an SVG written anew, and what is wrong with it: it may draw, and nothing else."""
    if b"<!" in data.replace(b"<!--", b""):
        return "", f"'{name}' declares a document type or entities: save it as plain SVG"
    try:
        root = fromstring(data)  # noqa: S314 - it declares no entities
    except (ParseError, ValueError):
        return "", f"'{name}' is no SVG that can be read: save it anew from your drawing program"
    if root.tag != f"{SVG}svg" or "viewBox" not in root.attrib:
        return "", f"'{name}' is no SVG with a viewBox: save it anew from your drawing program"
    for each in root.iter():
        if fault := more_than_drawn(each):
            return "", f"'{name}' holds {fault}, and a logo may only draw: take it out"
    register_namespace("", SVG[1:-1])
    return tostring(root, encoding="unicode") + "\n", ""


def more_than_drawn(element: Element) -> str:
    """Return what of an element does more than draw; nothing when all is well."""
    tag = str(element.tag).removeprefix(SVG)
    if tag not in DRAWN:
        return f"<{tag.rpartition('}')[2]}>"
    for key, value in element.attrib.items():
        plain, said = key.rpartition("}")[2], "".join(value.split()).lower()
        if plain.startswith("on"):
            return f"'{plain}'"
        if plain == "href" and not said.startswith("#"):
            return "a link"
        if any(each in said.replace("url(#", "") for each in LOADS):
            return f"an address in '{plain}'"
    return ""
