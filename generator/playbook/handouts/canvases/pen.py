"""Draws in points: cards of the diagrams' own shapes, arrows, lines to write on and words."""

from html import escape

from playbook.drawing.icons import ICONS
from playbook.drawing.outlines import OUTLINES

MM = 72 / 25.4
WIDTH, HEIGHT = 244 * MM, 148 * MM
"""What fits a turned sheet of A4 and of Letter alike, in points."""
INK = "#000"
DOTTED = 'stroke-width="0.9" stroke-dasharray="0 3.2" stroke-linecap="round"'
RULE = 8 * MM


class Pen:
    """Collects what it draws as SVG."""

    def __init__(self, width: float = WIDTH, height: float = HEIGHT) -> None:
        self.width, self.height = width, height
        self.drawn: list[str] = []

    def card(  # noqa: PLR0913 - a place, a size, a shape and its words
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        *,
        outline: str = "round",
        words: str = "",
        icons: tuple[str, ...] = (),
    ) -> None:
        """Draw an empty card with a small line of words at its top."""
        place = f"translate({x:.1f} {y:.1f})"
        self.drawn.append(
            f'<path transform="{place}" d="{OUTLINES[outline](w, h)}" fill="#fff" stroke="{INK}"/>'
        )
        if words:
            self.write(words, x + 9, y + 14)
        for index, name in enumerate(icons):
            at = f"translate({x + 8 + 22 * index:.1f} {y + h - 25:.1f})"
            line = f'fill="none" stroke="{INK}" stroke-width="0.8"'
            self.drawn.append(f'<path transform="{at}" d="{ICONS[name]}" {line}/>')

    def write(
        self, words: str, x: float, y: float, *, size: float = 8, anchor: str = "start"
    ) -> None:
        """Write a few words, their base line at `y`."""
        self.drawn.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}"'
            f' fill="{INK}"'
            f' font-weight="bold" font-family="Libertinus Serif">{escape(words)}</text>'
        )

    def line(self, *points: tuple[float, float], light: bool = False, arrow: bool = False) -> None:
        """Draw a line through some points, with or without an arrow at its end."""
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        self.drawn.append(
            f'<path d="{path}" fill="none" stroke="{INK}" {DOTTED if light else ""}/>'
        )
        if arrow:
            (before, (x, y)) = points[-2:]
            turn = {(True, False): 0, (False, False): 90, (False, True): -90}[
                x > before[0], y < before[1]
            ]
            place = f"translate({x:.1f} {y:.1f}) rotate({turn})"
            self.drawn.append(f'<path d="M0 0L-8-4V4z" transform="{place}" fill="{INK}"/>')

    def lines(self, x: float, y: float, w: float, count: int) -> None:
        """Draw lines to write on, downwards."""
        for index in range(count):
            self.line((x, y + (index + 1) * RULE), (x + w, y + (index + 1) * RULE), light=True)

    @property
    def svg(self) -> str:
        """The drawing as SVG."""
        box = f"-1 -1 {self.width + 2:.1f} {self.height + 2:.1f}"
        size = f'width="{self.width:.1f}pt" height="{self.height:.1f}pt" viewBox="{box}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(self.drawn)}</svg>'
