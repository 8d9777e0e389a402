"""A blank opportunity solution tree."""

from playbook.handouts.canvases.pen import HEIGHT, MM, WIDTH, Pen
from playbook.language import _

GAP = 6 * MM


def opportunity_tree() -> str:
    """Return an outcome, three opportunities with two below each, and three solutions."""
    pen = Pen()
    top, down = 24 * MM, 10 * MM
    pen.card(WIDTH * 0.25, 0, WIDTH * 0.5, top, outline="double", words=_("Outcome"))
    wide, small = (WIDTH - 2 * GAP) / 3, (WIDTH - 5 * GAP) / 6
    rows = [top + down, top + down + 30 * MM + down]
    for column in range(3):
        x = column * (wide + GAP)
        middle = x + wide / 2
        pen.line(
            (WIDTH / 2, top),
            (WIDTH / 2, top + down / 2),
            (middle, top + down / 2),
            (middle, rows[0]),
        )
        pen.card(x, rows[0], wide, 30 * MM, words=_("Opportunity"))
    for column in range(6):
        x = column * (small + GAP)
        parent = (column // 2) * (wide + GAP) + wide / 2
        fork = rows[1] - down / 2
        pen.line(
            (parent, fork - down / 2),
            (parent, fork),
            (x + small / 2, fork),
            (x + small / 2, rows[1]),
        )
        pen.card(x, rows[1], small, 28 * MM, words=_("Opportunity"))
    third = rows[1] + 28 * MM + down
    for column in range(3):
        x = column * (wide + GAP)
        pen.card(x, third, wide, HEIGHT - third, outline="chamfer", words=_("Solution"))
    return pen.svg
