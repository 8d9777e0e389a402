"""The legend below a drawing: one sample and one word for each look that occurs in it."""

from xml.etree.ElementTree import Element, SubElement

from playbook.drawing.layout import Layout
from playbook.drawing.outlines import OUTLINES
from playbook.drawing.text_width import width

SIZE, SAMPLE, GAP, ROW = 11, 28, 22, 22


def legend(svg: Element, layout: Layout) -> tuple[float, float]:
    """Draw the legend; return the width and height of the whole picture."""
    samples: dict[str, tuple[str, str]] = {}
    for card in layout.cards:
        if said := card.attributes.get("legend"):
            one = (card.attributes.get("class", ""), card.attributes["outline"])
            samples[said] = min(samples.get(said, one), one, key=lambda each: len(each[0]))
    for route in layout.routes:
        if said := route.attributes.get("legend"):
            samples.setdefault(said, (route.attributes.get("class", ""), ""))
    if not samples:
        return layout.width, layout.height
    group = SubElement(svg, "g", {"class": "pb-legend", "aria-hidden": "true"})
    x, y, across = 0.0, layout.height + 24, layout.width
    for said, (look, outline) in samples.items():
        needed = SAMPLE + 8 + width(said, SIZE)
        if x and x + needed > max(layout.width, 340):
            x, y = 0.0, y + ROW
        sample(group, look, outline, x, y)
        text = SubElement(group, "text", {"x": f"{x + SAMPLE + 8:.1f}", "y": f"{y + 12:.1f}", "font-size": str(SIZE)})
        text.text = said
        across = max(across, x + needed)
        x += needed + GAP
    return across, y + ROW


def sample(group: Element, look: str, outline: str, x: float, y: float) -> None:
    """Draw a small card, or a piece of line with its arrow."""
    at = {"transform": f"translate({x:.1f} {y:.1f})"}
    if outline:
        card = SubElement(group, "g", {"class": f"pb-card {look}".strip(), **at})
        shape = OUTLINES[outline](SAMPLE, 16)
        SubElement(card, "path", {"class": "pb-outline", "d": shape, "fill": "#fff", "stroke": "#444"})
        return
    line = SubElement(group, "g", {"class": f"pb-link {look}".strip(), **at})
    SubElement(line, "path", {"class": "pb-line", "d": "M0 8H20", "fill": "none", "stroke": "currentColor"})
    SubElement(line, "path", {"class": "pb-arrow", "d": "M28 8L19 3.5V12.5z"})
