"""The outlines of cards, each told apart by its shape alone, as SVG path data."""

from collections.abc import Callable


def draw_rounded(w: float, h: float, r: float) -> str:
    """Return a rectangle with corners of radius `r`."""
    return (
        f"M{r:g} 0H{w - r:.1f}a{r:g} {r:g} 0 0 1 {r:g} {r:g}V{h - r:.1f}a{r:g} {r:g} 0 0 1-{r:g} "
        f"{r:g}"
        f"H{r:g}a{r:g} {r:g} 0 0 1-{r:g}-{r:g}V{r:g}a{r:g} {r:g} 0 0 1 {r:g}-{r:g}z"
    )


def draw_chamfered(w: float, h: float) -> str:
    """Return a rectangle with its corners cut off."""
    c = min(10, h / 3)
    return (
        f"M{c:g} 0H{w - c:.1f}L{w:.1f} {c:g}V{h - c:.1f}L{w - c:.1f} {h:.1f}H{c:g}L0 "
        f"{h - c:.1f}V{c:g}z"
    )


def draw_slanted(w: float, h: float) -> str:
    """Return a parallelogram."""
    s = min(8, h / 3)
    return f"M{s:g} 0H{w:.1f}L{w - s:.1f} {h:.1f}H0z"


def draw_folded(w: float, h: float) -> str:
    """Return a sheet of paper with a folded corner."""
    f = min(11, h / 3)
    return (
        f"M0 0H{w:.1f}V{h - f:.1f}L{w - f:.1f} {h:.1f}H0zM{w:.1f} {h - f:.1f}H{w - f:.1f}V{h:.1f}"
    )


def draw_doubled(w: float, h: float) -> str:
    """Return a rectangle within a rectangle."""
    inner = 4
    return f"{draw_rounded(w, h, 8)}M{inner} {inner}H{w - inner:.1f}V{h - inner:.1f}H{inner}z"


def draw_hexagon(w: float, h: float) -> str:
    """Return a rectangle whose left and right sides come to a point."""
    c = min(11, h / 3)
    return f"M{c:g} 0H{w - c:.1f}L{w:.1f} {h / 2:.1f}L{w - c:.1f} {h:.1f}H{c:g}L0 {h / 2:.1f}z"


def draw_barred(w: float, h: float) -> str:
    """Return a rectangle with a second line down its left and right side."""
    inset = 6
    return f"{draw_rounded(w, h, 3)}M{inset} 0V{h:.1f}M{w - inset:.1f} 0V{h:.1f}"


def draw_plain(w: float, h: float) -> str:
    """Return a rectangle."""
    return f"M0 0H{w:.1f}V{h:.1f}H0z"


OUTLINES: dict[str, Callable[[float, float], str]] = {
    "round": lambda w, h: draw_rounded(w, h, min(10, h / 3)),
    "pill": lambda w, h: draw_rounded(w, h, min(h / 2, 26)),
    "chamfer": draw_chamfered,
    "slant": draw_slanted,
    "fold": draw_folded,
    "double": draw_doubled,
    "hexagon": draw_hexagon,
    "bars": draw_barred,
    "plain": draw_plain,
}
