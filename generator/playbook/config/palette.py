"""Our colours, and those that follow from them.

What an owner names becomes every token of the style sheet.
"""

from collections.abc import Mapping

from playbook.config.colours import brighten, choose_ink, mix

LIGHT = {
    "paper": "#faf7ef",
    "card": "#fffdf8",
    "ink": "#22302b",
    "quiet": "#535f58",
    "rule": "#ddd5c3",
    "brand": "#1f4d3c",
    "accent": "#a03e16",
    "link": "#1c5f48",
    "line": "#5d6b64",
    "outcome": "#1f4d3c",
    "opportunity": "#946a06",
    "solution": "#2f6894",
    "assumption": "#75508f",
    "test": "#54635c",
    "moment": "#2c6650",
    "way_out": "#8a4a2c",
    "trouble": "#b0301c",
    "back": "#2d5f9e",
}
DARK = {
    "paper": "#131b17",
    "card": "#1b2721",
    "ink": "#ece9df",
    "quiet": "#b0bbb3",
    "rule": "#36463d",
    "brand": "#285a47",
    "accent": "#f2a97f",
    "link": "#93d6ba",
    "line": "#a3b1a9",
    "outcome": "#3a8166",
    "opportunity": "#deb24a",
    "solution": "#86b9dd",
    "assumption": "#c3a0e0",
    "test": "#a3b1a9",
    "moment": "#7cc3a5",
    "way_out": "#e3a98b",
    "trouble": "#ff9a88",
    "back": "#93bdf0",
}
NAMES = {"brand": "forest", "accent": "clay"}
"""What the style sheet calls a colour, where that is another name."""
PALE, DEEP = 0.14, 0.25
EDGES = {
    "opportunity": "opportunity",
    "solution": "solution",
    "assumption": "assumption",
    "moment": "moment",
}
EDGES |= {"test": "test", "way_out": "out"}
SHADES = {
    "forest-soft": ("link", "card", 0.1),
    "clay-soft": ("accent", "card", 0.11),
    "target": ("opportunity", "card", DEEP),
    "test": ("test", "card", 0.0),
    "moment": ("moment", "card", 0.05),
} | {
    EDGES[key]: (key, "card", PALE) for key in ("opportunity", "solution", "assumption", "way_out")
}
"""The grounds: which colour is mixed into which, and how much of it."""


def derive_tokens(ours: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Return every colour of one scheme by its name in the style sheet."""
    base = {**ours, **own}
    colours = {
        NAMES.get(key, f"{EDGES[key]}-edge" if key in EDGES else key): value
        for key, value in base.items()
    }
    colours |= {
        name: mix(brighten(base[key]), base[into], share)
        for name, (key, into, share) in SHADES.items()
    }
    colours |= {"forest-ink": choose_ink(base["brand"]), "outcome-ink": choose_ink(base["outcome"])}
    return colours


def find_origins(token: str) -> tuple[str, ...]:
    """Return the colours in `identity.yml` that a token follows from, the most telling first."""
    if token in SHADES:
        key, into, share = SHADES[token]
        return (key, into) if share else (into,)
    plain = token.removesuffix("-ink").removesuffix("-edge")
    return (
        {**{v: k for k, v in NAMES.items()}, **{v: k for k, v in EDGES.items()}}.get(plain, plain),
    )
