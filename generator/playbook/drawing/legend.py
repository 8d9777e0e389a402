"""The legend below a drawing: one sample and one word for each look that occurs in it."""

from xml.etree.ElementTree import Element, SubElement

from playbook.drawing.drawing import Outline
from playbook.drawing.layout import Layout
from playbook.drawing.outlines import OUTLINES
from playbook.drawing.text_width import measure_width

SIZE, SAMPLE, GAP, ROW = 11, 28, 22, 22
NARROWEST = 340

Sample = tuple[str, Outline | None]
"""A look, and a card's outline; a line has none."""


def draw_legend(svg: Element, layout: Layout) -> tuple[float, float]:
    """Draw the legend; return the width and height of the whole picture."""
    samples = find_samples(layout)
    if not samples:
        return layout.width, layout.height
    group = SubElement(svg, "g", {"class": "pb-legend", "aria-hidden": "true"})
    x, y, across = 0.0, layout.height + 24, layout.width
    for word, (look, outline) in samples.items():
        needed = SAMPLE + 8 + measure_width(word, SIZE)
        if x and x + needed > max(layout.width, NARROWEST):
            x, y = 0.0, y + ROW
        draw_sample(group, look, outline, x, y)
        at = {"x": f"{x + SAMPLE + 8:.1f}", "y": f"{y + 12:.1f}", "font-size": str(SIZE)}
        SubElement(group, "text", at).text = word
        across = max(across, x + needed)
        x += needed + GAP
    return across, y + ROW


def find_samples(layout: Layout) -> dict[str, Sample]:
    """Return a sample for each word of the legend; of a word's looks on cards, the shortest."""
    samples: dict[str, Sample] = {}
    for card in (placed.card for placed in layout.cards):
        if card.legend:
            sample = (card.look, card.outline)
            known = samples.get(card.legend, sample)
            samples[card.legend] = min(known, sample, key=lambda one: len(one[0]))
    for link in (route.link for route in layout.routes):
        if link.legend:
            samples.setdefault(link.legend, (link.look, None))
    return samples


def draw_sample(group: Element, look: str, outline: Outline | None, x: float, y: float) -> None:
    """Draw a small card, or a piece of line with its arrow."""
    at = {"transform": f"translate({x:.1f} {y:.1f})"}
    if outline:
        card = SubElement(group, "g", {"class": f"pb-card {look}".strip(), **at})
        shape = OUTLINES[outline](SAMPLE, 16)
        SubElement(
            card, "path", {"class": "pb-outline", "d": shape, "fill": "#fff", "stroke": "#444"}
        )
        return
    line = SubElement(group, "g", {"class": f"pb-link {look}".strip(), **at})
    stroke = {"fill": "none", "stroke": "currentColor"}
    SubElement(line, "path", {"class": "pb-line", "d": "M0 8H20", **stroke})
    SubElement(line, "path", {"class": "pb-arrow", "d": "M28 8L19 3.5V12.5z"})
