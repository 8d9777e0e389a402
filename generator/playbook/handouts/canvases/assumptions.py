"""A blank assumption map."""

from playbook.handouts.canvases.pen import HEIGHT, MM, WIDTH, Pen
from playbook.language import _


def assumption_map() -> str:
    """Return two axes: how much depends on an assumption, and how much is known about it."""
    pen = Pen()
    left, bottom = 8 * MM, HEIGHT - 10 * MM
    pen.line((left, bottom), (left, 4), arrow=True)
    pen.line((left, bottom), (WIDTH, bottom), arrow=True)
    pen.line(((WIDTH + left) / 2, 4), ((WIDTH + left) / 2, bottom), light=True)
    pen.line((left, bottom / 2), (WIDTH, bottom / 2), light=True)
    pen.write(_("A lot depends on it"), left + 8, 12)
    pen.write(_("Little depends on it"), left + 8, bottom - 8)
    pen.write(_("We know a lot"), left, bottom + 14)
    pen.write(_("We know little"), WIDTH, bottom + 14, anchor="end")
    pen.write(_("Leaps of faith: test these first"), WIDTH - 8, 12, anchor="end")
    pen.write(
        _("Types: desirable · viable · feasible · usable · ethical"),
        (WIDTH + left) / 2,
        bottom + 14,
        anchor="middle",
    )
    return pen.svg
