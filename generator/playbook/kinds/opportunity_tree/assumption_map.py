"""The assumption map as a picture.

Importance upwards, evidence from strong at the left to weak at the right.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from playbook.drawing.drawing import Card, Connector, Drawing, Outline
from playbook.kinds.opportunity_tree.model import Opportunity
from playbook.kinds.opportunity_tree.solution import (
    EVIDENCE_LABELS,
    IMPORTANCE_LABELS,
    Assumption,
    Solution,
)
from playbook.language import _, ngettext
from playbook.text.english import capitalize

WIDTH, AXIS = 250, 128
ROWS = tuple(IMPORTANCE_LABELS)
COLUMNS = tuple(EVIDENCE_LABELS)
LEAP = ("high", "weak")
LOOKS: dict[str | None, tuple[Outline, str]] = {
    "desirability": ("pill", "heart"),
    "viability": ("bars", "coin"),
    "feasibility": ("hexagon", "wrench"),
    "usability": ("slant", "hand"),
    "ethical": ("chamfer", "scales"),
    None: ("round", "question"),
}

Cell = list[Card]


def draw_assumption_map(target: Opportunity) -> Iterator[Drawing]:
    """Yield the map of the target's assumptions, if any of them has its place."""
    cells: dict[tuple[str, str], Cell] = {(row, column): [] for row in ROWS for column in COLUMNS}
    for idea in target.solutions:
        for one in idea.assumptions:
            if one.importance and one.known:
                cells[one.importance, one.known].append(make_card(one, idea))
    placed = sum(len(cell) for cell in cells.values())
    if not placed:
        return
    leaps = sum(one.is_open_leap for idea in target.solutions for one in idea.assumptions)
    if leaps:
        first = make_label(
            "_leap", _("Leap of faith"), WIDTH, _("Test two or three of these first")
        )
        cells[LEAP].insert(0, replace(first, look="leap", outline="double"))
    title = _("Assumption map for: %(title)s", title=target.title.plain())
    drawing = Drawing("assumptions", title, describe_map(placed, leaps), gap=(0.22, 0.16))
    heading = _("The higher, the more depends on it; the further right, the less we know")
    drawing.cards.append(make_label("_map", heading, 420))
    axis: list[tuple[int, Card]] = [(0, make_label("_axis", _("Importance"), AXIS, _("upwards")))]
    columns = {
        column: [
            (
                0,
                make_label(
                    f"_{column}",
                    capitalize(_(EVIDENCE_LABELS[column])),
                    WIDTH,
                    _("before any test"),
                ),
            )
        ]
        for column in COLUMNS
    }
    level = 1
    for row in ROWS:
        axis.append((level, make_label(f"_{row}", capitalize(_(IMPORTANCE_LABELS[row])), AXIS)))
        for column in COLUMNS:
            columns[column] += enumerate(cells[row, column], level)
        level += max(1, *(len(cells[row, column]) for column in COLUMNS))
    for chain in (axis, *columns.values()):
        hang_up_column(drawing, chain)
    yield drawing


def describe_map(placed: int, leaps: int) -> str:
    """Return what the map shows, in words."""
    sentences = [
        _(
            "%(assumptions)s: the more depends on one, the higher it is; "
            "the less we know about it, "
            "the further to the right.",
            assumptions=ngettext("%(number)s assumption", "%(number)s assumptions", placed),
        )
    ]
    if leaps:
        sentences.append(
            ngettext(
                "%(number)s leap of faith at the top right.",
                "%(number)s leaps of faith at the top right.",
                leaps,
            )
        )
    return " ".join([*sentences, _("Each is a link.")])


def hang_up_column(drawing: Drawing, chain: list[tuple[int, Card]]) -> None:
    """Add the cards of a column, each at its level: all columns hang from the first card."""
    drawing.links.append(Connector(tail="_map", head=chain[0][1].id, hidden=True))
    for (above, upper), (below, lower) in pairwise(chain):
        drawing.links.append(
            Connector(tail=upper.id, head=lower.id, hidden=True, levels=below - above)
        )
    drawing.cards += [card for _, card in chain]


def make_label(name: str, title: str, width: int, note: str = "") -> Card:
    """Return a card that names a row or a column."""
    return Card(id=name, title=title, note=note, look="axis", outline="plain", width=width)


def make_card(one: Assumption, idea: Solution) -> Card:
    """Return an assumption's card; its type stands in a word, an outline and a sign."""
    outline, icon = LOOKS[one.type]
    kind = capitalize(one.type_label)
    leap = _("leap of faith") if one.is_open_leap else ""
    verdicts = ", ".join(trial.verdict_label for trial in one.tests if trial.verdict)
    tested = _("Tested: %(verdicts)s", verdicts=verdicts) if verdicts else _("Not tested yet")
    return Card(
        id=one.id,
        href=f"#told_{one.id}",
        title=one.title.plain(),
        eyebrow=" · ".join(filter(None, (kind, leap))),
        note=f"{tested} · {idea.title.plain()}",
        outline=outline,
        look="assumption",
        icon=icon,
        legend=kind,
        width=WIDTH,
    )
