"""An SVG written anew, so that it can draw and do nothing else."""

from xml.etree.ElementTree import Element, ParseError, fromstring, register_namespace, tostring

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "title",
    "desc",
    "defs",
}
DRAWN |= {
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "use",
    "text",
    "tspan",
    "symbol",
    "marker",
}
LOADS = ("url(", "@import", "javascript:", "data:", "expression(")


def clean_svg(data: bytes, name: str, noun: str) -> tuple[str, str]:
    """Return an SVG that only draws, and what keeps it from that.

    `noun` is what the file is for.
    """
    unreadable = f"'{name}' is not a readable SVG: save it again from your drawing program"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "", unreadable
    if "<!" in text.replace("<!--", ""):
        return "", f"'{name}' declares a document type or entities: save it as plain SVG"
    try:
        root = fromstring(text)  # noqa: S314 - it declares no entities
    except (ParseError, ValueError):
        return "", unreadable
    return write_drawing(root, name, noun)


def write_drawing(root: Element, name: str, noun: str) -> tuple[str, str]:
    """Return a parsed SVG as text, and what in it is no drawing."""
    if root.tag != f"{SVG}svg" or "viewBox" not in root.attrib:
        return "", f"'{name}' is not an SVG with a viewBox: save it again from your drawing program"
    for element in root.iter():
        if fault := more_than_drawn(element):
            return "", f"'{name}' holds {fault}, and a {noun} may only draw: take it out"
    register_namespace("", SVG[1:-1])
    try:
        return tostring(root, encoding="unicode") + "\n", ""
    except RecursionError:
        return (
            "",
            (f"'{name}' has groups nested too deep: save it again from your drawing program"),
        )


def more_than_drawn(element: Element) -> str:
    """Return what of an element does more than draw; nothing when all is well."""
    tag = str(element.tag).removeprefix(SVG)
    if tag not in DRAWN:
        return f"<{tag.rpartition('}')[2]}>"
    for key, value in element.attrib.items():
        plain, compact = key.rpartition("}")[2], "".join(value.split()).lower()
        if plain.lower().startswith("on"):
            return f"'{plain}'"
        if plain == "href" and not compact.startswith("#"):
            return "a link"
        if any(sign in compact.replace("url(#", "") for sign in LOADS):
            return f"an address in '{plain}'"
    return ""
