"""Whether texts fit their place on paper, estimated from above: what is said to fit surely does."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from playbook.drawing.text_width import measure_width, wrap_text

MM = 72 / 25.4
LEADING = 1.35
"""The distance of two lines, in ems."""
MANY = 10_000
NARROWER = 1.12
"""How much more a column holds in the sheets' serif, which is narrower than the sans-serifs that
are measured."""
CARD = (81 * MM, 39 * MM)
"""The room that a card has for its text."""
FRONT, BACK, LABEL = 9.0, 8.0, 20.0
"""The smallest sizes, in points, of what is read aloud and of what one reads alone; the height of a
back's label."""
PAGE = (146 * MM, 247 * MM)
"""The room that a worksheet's steps have on the narrower and on the shorter of the two papers."""
STEP_SIZE, STEP_GAP = 11.0, 7.0
HEAD = 62 * MM
"""What stands above a worksheet's steps: title, purpose, names, and three short facts."""


def height(text: str, room: float, size: float, *, bold: bool = False) -> float:
    """Return how high a text stands in a column, in points."""
    return len(wrap_text(text, room * NARROWER, size, bold=bold, lines=MANY)) * size * LEADING


def bound_height(text: str, room: float, size: float, *, bold: bool = False) -> float:
    """Return, quickly, a height that a text on one line surely keeps to when it is broken.

    Each two lines after each other hold more than one has room for.
    """
    most = 2 * measure_width(text, size, bold=bold) / (room * NARROWER) + 1
    return most * size * LEADING


def fits_card(texts: Sequence[str], *, front: bool) -> bool:
    """Whether texts fit one side of a card, in easily read letters.

    In front they are bold, behind labelled.
    """
    width, tall = CARD
    size, over = (FRONT, 0.0) if front else (BACK, LABEL)
    return any(
        fits(0.0, (measure(text, width, size, bold=front) + over for text in texts), tall)
        for measure in MEASURES
    )


def fits_page(facts: Sequence[str], steps: Sequence[str]) -> bool:
    """Whether a worksheet's facts and steps fit its first page."""
    width, tall = PAGE
    return any(
        fits(
            HEAD + sum(measure(text, width, STEP_SIZE) for text in facts),
            (measure(text, width, STEP_SIZE) + STEP_GAP for text in steps),
            tall,
        )
        for measure in MEASURES
    )


def fits(above: float, heights: Iterable[float], tall: float) -> bool:
    """Whether texts fit below what stands above; what comes after one too many is not measured."""
    return all(above + total <= tall for total in accumulate(heights, initial=0.0))


MEASURES = (bound_height, height)
"""What is asked in turn: hardly any text needs the second, which takes much longer."""
