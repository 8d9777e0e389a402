"""A picture's SVG in black on white, as paper has it."""

from xml.etree.ElementTree import Element

from playbook.handouts.lines import SVG, write_svg

WIDE = {
    "target": "3.2",
    "start": "2.6",
    "end": "2.6",
    "chosen": "2.6",
    "shipped": "2.6",
    "flow-checkpoint": "2.6",
}
DASHED = {
    "guess": "5 4",
    "parked": "5 4",
    "dropped": "5 4",
    "loop": "6 4",
    "unheard": "0.1 4.5",
    "abandon": "1.5 4",
}
HEAVY = {
    "error": "2.8",
    "abandon": "2.4",
    "unheard": "2.4",
    "flow-start": "2.6",
    "flow-end": "2.6",
    **WIDE,
}


def draw_in_black_and_white(svg: Element) -> str:
    """Return the picture in black on white, where shape, line and words tell things apart."""
    for element in svg.iter():
        element.attrib.pop("aria-labelledby", None)
        element.attrib.pop("aria-describedby", None)
        element.tag = element.tag.removeprefix(SVG)
    for group in svg.iter():
        looks = set(group.get("class", "").split())
        if {"pb-card", "pb-link"} & looks:
            ink_lines(group, looks)
    for element in svg.iter():
        if element.get("stroke") == "currentColor":
            element.set("stroke", "#000")
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    _, _, wide, high = svg.attrib["viewBox"].split()
    svg.set("width", wide)
    svg.set("height", high)
    return write_svg(svg)


def ink_lines(group: Element, looks: set[str]) -> None:
    """Give the lines of a card or a link their weight and dashes; an outcome is white on black."""
    weight = next((HEAVY[look] for look in sorted(looks & HEAVY.keys())), "1.5")
    dashes = next((DASHED[look] for look in sorted(looks & DASHED.keys())), "")
    is_dark, is_axis = "outcome" in looks, "axis" in looks
    for path in group.iter("path"):
        part = path.get("class", "")
        if part == "pb-arrow":
            path.set("fill", "#000")
            continue
        is_icon = part == "pb-icon"
        colour = "#fff" if is_dark and is_icon else "#000"
        path.set("stroke", "none" if is_axis else colour)
        path.set("stroke-width", "1.4" if is_icon else weight)
        if part == "pb-outline":
            paper = "none" if is_axis else "#fff"
            path.set("fill", "#000" if is_dark else paper)
        if dashes and not is_icon:
            path.set("stroke-dasharray", dashes)
            path.set("stroke-linecap", "round" if dashes.startswith(("0", "1")) else "butt")
