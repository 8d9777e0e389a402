"""A blank interview snapshot."""

from playbook.handouts.canvases.pen import HEIGHT, MM, WIDTH, Pen
from playbook.language import _

GAP = 6 * MM


def interview_snapshot() -> str:
    """Return a form: who, quick facts, what they said, the story, opportunities and insights."""
    pen = Pen()
    column = (WIDTH - 2 * GAP) / 3
    pen.card(0, 0, column, 40 * MM, words=_("Who (a made-up name, a face)"))
    pen.card(0, 40 * MM + GAP, column, HEIGHT - 40 * MM - GAP, words=_("Quick facts"))
    pen.lines(9, 46 * MM + GAP, column - 18, 10)
    right = column + GAP
    rest = WIDTH - right
    pen.card(
        right,
        0,
        rest,
        24 * MM,
        words=_("One sentence that brings the conversation back, word for word"),
    )
    story = 24 * MM + GAP
    pen.write(_("The story, moment by moment"), right, story + 8)
    w = (rest - 3 * GAP) / 4
    for index in range(4):
        x = right + index * (w + GAP)
        pen.card(x, story + 12, w, 34 * MM, outline="pill" if index in {0, 3} else "round")
        if index:
            pen.line((x - GAP + 1, story + 12 + 17 * MM), (x - 1, story + 12 + 17 * MM), arrow=True)
    below = story + 12 + 34 * MM + GAP
    half = (rest - GAP) / 2
    for x, words in (
        (right, _("Opportunities: what they needed, in their words")),
        (right + half + GAP, _("Insights: what surprised us")),
    ):
        pen.card(x, below, half, HEIGHT - below, words=words)
        pen.lines(x + 9, below + 6 * MM, half - 18, int((HEIGHT - below - 10 * MM) / (8 * MM)))
    return pen.svg
