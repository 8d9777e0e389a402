"""A picture's SVG as paper has it: in black on white, or in the site's colours by day."""

from collections.abc import Mapping
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


GROUNDS = {
    "moment": "moment",
    "end": "moment",
    "start": "moment",
    "driver": "moment",
    "flow-step": "moment",
    "way-out": "out",
    "outcome": "outcome",
    "opportunity": "opportunity",
    "flow-question": "opportunity",
    "solution": "solution",
    "flow-call": "solution",
    "assumption": "assumption",
    "flow-checkpoint": "assumption",
    "test": "test",
    "flow-end": "out",
}
"""The colour of a card by its look; of several, the last."""
LINES = {"loop": "back", "error": "trouble", "abandon": "out-edge"}
BLACK, WHITE = "#000", "#fff"
Colours = Mapping[str, str]
"""The site's colours by their names in its style sheet; none for black and white."""


def draw_for_paper(svg: Element, colours: Colours) -> str:
    """Return the picture, in which shapes, lines and words tell things apart without colours."""
    for element in svg.iter():
        element.attrib.pop("aria-labelledby", None)
        element.attrib.pop("aria-describedby", None)
        element.tag = element.tag.removeprefix(SVG)
    line = colours.get("line", BLACK)
    for group in svg.iter():
        looks = set(group.get("class", "").split())
        if {"pb-card", "pb-link"} & looks:
            ink_lines(group, looks, choose_edge(looks, colours), choose_ground(looks, colours))
    for element in svg.iter():
        if element.get("stroke") == "currentColor":
            element.set("stroke", line)
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    _, _, wide, high = svg.attrib["viewBox"].split()
    svg.set("width", wide)
    svg.set("height", high)
    return write_svg(svg)


def choose_ground(looks: set[str], colours: Colours) -> str:
    """Return the colour of a card."""
    if not colours:
        return BLACK if "outcome" in looks else WHITE
    if "target" in looks:
        return colours["target"]
    return next((colours[GROUNDS[look]] for look in reversed(GROUNDS) if look in looks), WHITE)


def choose_edge(looks: set[str], colours: Colours) -> str:
    """Return the colour of a card's outline, or of a link."""
    if not colours:
        return BLACK
    if "leap" in looks:
        return colours["assumption-edge"]
    names = [name for look, name in LINES.items() if look in looks]
    names += [GROUNDS[look] for look in reversed(GROUNDS) if look in looks]
    return next((colours.get(f"{name}-edge", colours[name]) for name in names), colours["line"])


def has_light_words(colours: Colours) -> bool:
    """Whether the words of an outcome are white."""
    return not colours or colours["outcome-ink"] > "#8"


def ink_lines(group: Element, looks: set[str], edge: str, ground: str) -> None:
    """Give the lines of a card or a link their colour, weight and dashes."""
    weight = next((HEAVY[look] for look in sorted(looks & HEAVY.keys())), "1.5")
    dashes = next((DASHED[look] for look in sorted(looks & DASHED.keys())), "")
    is_dark, is_axis = "outcome" in looks, "axis" in looks
    for path in group.iter("path"):
        part = path.get("class", "")
        if part == "pb-arrow":
            path.set("fill", edge)
            continue
        is_icon = part == "pb-icon"
        colour = WHITE if is_dark and is_icon else BLACK if is_icon else edge
        path.set("stroke", "none" if is_axis else colour)
        path.set("stroke-width", "1.4" if is_icon else weight)
        if part == "pb-outline":
            path.set("fill", "none" if is_axis else ground)
        if dashes and not is_icon:
            path.set("stroke-dasharray", dashes)
            path.set("stroke-linecap", "round" if dashes.startswith(("0", "1")) else "butt")
