"""The colours of the pictures that stand for pages elsewhere.

Ours, stronger than on a page, or the owner's.
"""

from collections.abc import Mapping

from playbook.config.colours import brighten, choose_ink, compute_contrast, mix
from playbook.config.palette import DEEP, PALE

CARD = {
    "brand": "#1f4d3c",
    "accent": "#f0a57b",
    "paper": "#fdfcf9",
    "line": "#5d6b64",
    "moment": "#2c6650",
    "outcome": "#1f4d3c",
    "opportunity": "#b98a14",
    "opportunity-ground": "#fff6dd",
    "target": "#ffe29a",
    "solution": "#3c749f",
    "solution-ground": "#e3eff8",
    "way_out": "#8a4a2c",
    "way_out-ground": "#f4ece7",
}
"""What an owner has not chosen; a card is seen small, among those of other sites."""
GROUNDS = {
    "opportunity-ground": ("opportunity", PALE),
    "target": ("opportunity", DEEP),
    "solution-ground": ("solution", PALE),
    "way_out-ground": ("way_out", PALE),
}
"""Which colour is mixed into the paper, and how much of it."""
LEAST = 4.5
"""The least contrast of the accent's words on the brand's ground (WCAG 2.2, 1.4.3)."""


def choose_card_colours(light: Mapping[str, str], dark: Mapping[str, str]) -> dict[str, str]:
    """Return every colour of a card from what an owner chose for the light and the dark scheme."""
    colours = {key: light.get(key, colour) for key, colour in CARD.items()}
    for name, (key, share) in GROUNDS.items():
        if key in light:
            colours[name] = mix(brighten(light[key]), colours["paper"], share)
    ink = choose_ink(colours["brand"])
    accents = [scheme["accent"] for scheme in (light, dark) if "accent" in scheme]
    readable = (
        accent
        for accent in (*accents, CARD["accent"])
        if compute_contrast(accent, colours["brand"]) >= LEAST
    )
    return {**colours, "ink": ink, "accent": next(readable, ink)}
