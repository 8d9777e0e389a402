"""Which colours are seen on which, and how far apart they are (WCAG 2.2, 1.4.3 and 1.4.11)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playbook.config.colours import compute_contrast, compute_luminance, list_shades
from playbook.config.palette import DARK, LIGHT, derive_tokens, find_origins

TEXT, LINE = 4.5, 3.0
GROUNDS = ("opportunity", "target", "solution", "assumption", "test", "moment", "out")


@dataclass(frozen=True)
class Pair:
    """A colour on another, and the least that their contrast may be."""

    front: str
    back: str
    least: float
    where: str

    @property
    def origins(self) -> frozenset[str]:
        """The colours in `identity.yml` that it follows from."""
        return frozenset((*find_origins(self.front), *find_origins(self.back)))

    def measure(self, colours: Mapping[str, str]) -> float:
        """Return its contrast in a scheme's colours."""
        return compute_contrast(colours[self.front], colours[self.back])


PAIRS = (
    *(Pair("ink", back, TEXT, "text") for back in ("paper", "card", "forest-soft", "clay-soft")),
    *(
        Pair("quiet", back, TEXT, "quiet text")
        for back in ("paper", "card", "forest-soft", "clay-soft")
    ),
    *(
        Pair("clay", back, TEXT, "small headings")
        for back in ("paper", "card", "forest-soft", "clay-soft")
    ),
    *(Pair("link", back, TEXT, "links") for back in ("paper", "card", "forest-soft", "clay-soft")),
    Pair("forest-ink", "forest", TEXT, "the footer and the main buttons"),
    Pair("outcome-ink", "outcome", TEXT, "the words of an outcome"),
    *(Pair("ink", back, TEXT, "the words of a card in a diagram") for back in GROUNDS),
    *(Pair("quiet", back, TEXT, "the remark on a card in a diagram") for back in GROUNDS),
    *(Pair("clay", back, LINE, "the outline of the card that a link led to") for back in GROUNDS),
    *(
        Pair(f"{back}-edge", back, LINE, "the outline of a card")
        for back in GROUNDS
        if back != "target"
    ),
    *(
        Pair(f"{back}-edge", "card", LINE, "the outline of a card")
        for back in GROUNDS
        if back != "target"
    ),
    Pair("opportunity-edge", "target", LINE, "the outline of the target opportunity"),
    *(
        Pair(front, "card", LINE, "lines in diagrams")
        for front in ("line", "back", "trouble", "out-edge")
    ),
    *(
        Pair(front, "card", TEXT, "words on a line in a diagram")
        for front in ("back", "trouble", "out-edge")
    ),
    Pair("outcome", "card", LINE, "the box of an outcome"),
)
"""Every text and every meaningful line that is drawn in a token."""


def find_weak_pairs(
    colours: Mapping[str, str], own: Mapping[str, str], scheme: str
) -> Iterator[tuple[str, str]]:
    """Yield the worst pair of each owner's colour too close to another, with what to do."""
    worst: dict[str, tuple[float, str, str]] = {}
    for pair in PAIRS:
        front, back = colours[pair.front], colours[pair.back]
        ratio = pair.measure(colours)
        sides = [(key, back) for key in find_origins(pair.front)] + [
            (key, front) for key in find_origins(pair.back)
        ]
        key, other = next((candidate for candidate in sides if candidate[0] in own), ("", back))
        if ratio >= pair.least or not key:
            continue
        line = find_origins(pair.front)[0]
        ground = next(
            candidate for candidate in (*find_origins(pair.back), pair.back) if candidate != line
        )
        need = "text needs 4.5" if pair.least == TEXT else "a line needs 3"
        turn = (
            "darker"
            if compute_contrast("#000000", other) > compute_contrast("#ffffff", other)
            else "lighter"
        )
        fault = f"'{line}' is {ratio:.1f}:1 on '{ground}' in {scheme} ({pair.where}), and {need}"
        worst[key] = min(worst.get(key, (1.0, "", "")), (ratio / pair.least, fault, turn))
    for key, (_, fault, turn) in worst.items():
        remedy = f"make '{key}' {turn}"
        if colour := find_shade(key, own, scheme):
            is_darker = compute_luminance(colour) < compute_luminance(own[key])
            remedy = f"make '{key}' {'darker' if is_darker else 'lighter'}, such as '{colour}'"
        yield key, f"{fault}: {remedy}"


def find_shade(key: str, own: Mapping[str, str], scheme: str) -> str | None:
    """Return the nearest colour of the same hue that is far enough from all others, if any is."""
    ours = {"light": LIGHT, "dark": DARK}[scheme]
    pairs = [pair for pair in PAIRS if key in pair.origins]
    for colour in list_shades(own[key]):
        colours = derive_tokens(ours, {**own, key: colour})
        if all(pair.measure(colours) >= pair.least for pair in pairs):
            return colour
    return None
