"""A small tree for the cover of a pack."""

from playbook.handouts.canvases.pen import Pen


def emblem() -> str:
    """Return an outcome, three opportunities and, below one, three solutions with a test."""
    pen = Pen(300, 150)
    pen.card(105, 0, 90, 30, outline="double")
    for x in (30, 150, 270):
        pen.line((150, 30), (150, 40), (x, 40), (x, 52))
        pen.card(x - 30, 52, 60, 28)
    for x in (70, 150, 230):
        pen.line((150, 80), (150, 92), (x, 92), (x, 104))
        pen.card(x - 26, 104, 52, 22, outline="chamfer")
    pen.line((150, 126), (150, 136))
    pen.card(134, 136, 32, 13, outline="slant")
    return pen.svg


EMBLEM = emblem()
