"""A blank experience map."""

from playbook.handouts.canvases.pen import HEIGHT, MM, WIDTH, Pen
from playbook.language import _, pgettext

ACROSS = 5
GAP = 9 * MM
MOODS = ("mood-low", "mood-even", "mood-high")


def experience_map() -> str:
    """Return two rows of moments: the story as it should go, and where people leave."""
    pen = Pen()
    pen.write(pgettext("scope", "From"), 0, 12)
    pen.line((26, 13), (WIDTH * 0.48, 13), light=True)
    pen.write(pgettext("scope", "to"), WIDTH * 0.48 + 8, 12)
    pen.line((WIDTH * 0.48 + 22, 13), (WIDTH, 13), light=True)
    w, h = (WIDTH - (ACROSS - 1) * GAP) / ACROSS, 50 * MM
    for row, top in enumerate((10 * MM, HEIGHT - 66 * MM)):
        for column in range(ACROSS):
            ends = {
                (0, 0): ("pill", _("Start")),
                (0, ACROSS - 1): ("pill", _("End")),
                (1, ACROSS - 1): ("chamfer", _("Way out")),
            }
            outline, words = ends.get((row, column), ("round", ""))
            x = column * (w + GAP)
            pen.card(x, top, w, h, outline=outline, icons=MOODS)
            pen.write(words, x + w / 2, top + 14, anchor="middle")
            if column and row == 0:
                pen.line((x - GAP + 2, top + h / 2), (x - 2, top + h / 2), arrow=True)
    pen.write(
        _("Label each line: step · again (a loop) · problem · gives up. Mark a guess with G."),
        0,
        HEIGHT - 4,
    )
    return pen.svg
