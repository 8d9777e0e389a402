"""An opportunity solution tree as pictures.

The whole or its overview, the branch below the target, its assumptions.
"""

from collections.abc import Iterator
from itertools import pairwise

from playbook.drawing.drawing import Card, Connector, Drawing
from playbook.kinds.opportunity_tree.assumption_map import draw_assumption_map
from playbook.kinds.opportunity_tree.cards import (
    COLUMN,
    OUTCOME,
    make_assumption_card,
    make_closed_card,
    make_opportunity_card,
    make_outcome_card,
    make_solution_card,
    make_test_card,
)
from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree, name_page
from playbook.language import _, ngettext

MOST_IN_A_COLUMN = 8
COLUMNS = 5
GAP = (0.3, 0.32)


def draw(it: OpportunityTree) -> Iterator[Drawing]:
    """Yield the tree to its solutions, the target's solutions to their tests, and assumptions."""
    yield draw_overview(it) if it.is_large else draw_whole(it)
    target = it.target_opportunity
    if target and target.solutions:
        yield draw_branch(target)
        yield from draw_assumption_map(target)


def draw_all(it: OpportunityTree) -> Iterator[Drawing]:
    """Yield one picture of everything down to the tests; what hangs from what, and no columns."""
    drawing = Drawing("tree", it.title.plain(), describe_tree(it), gap=GAP)
    drawing.cards.append(make_outcome_card(it))
    for top in it.opportunities:
        drawing.cards += list_all_cards(top, OUTCOME)
    yield drawing


def list_all_cards(top: Opportunity, parent: str) -> Iterator[Card]:
    """Yield an opportunity with all below it, parents first."""
    yield make_opportunity_card(top, parent, 0)
    for idea in top.solutions:
        yield make_solution_card(idea, top.id, 0)
        for belief in idea.assumptions:
            yield make_assumption_card(belief, idea.id)
            yield from (make_test_card(trial, belief.id) for trial in belief.tests)
    for child in top.opportunities:
        yield from list_all_cards(child, top.id)


def draw_whole(it: OpportunityTree) -> Drawing:
    """Return the picture of everything down to the solutions."""
    about = _("%(tree)s Each box links to its description.", tree=describe_tree(it))
    drawing = Drawing("tree", it.title.plain(), about, gap=GAP)
    drawing.cards.append(make_outcome_card(it))
    for top in it.opportunities:
        add_branch(drawing, top, OUTCOME)
    return drawing


def draw_overview(it: OpportunityTree) -> Drawing:
    """Return the picture of a large tree: its top, open only along the path to the target."""
    about = _(
        "%(tree)s Only the way to the target is open; each closed box links to the page of "
        "its branch.",
        tree=describe_tree(it),
    )
    drawing = Drawing("tree", it.title.plain(), about, gap=GAP)
    drawing.cards.append(make_outcome_card(it))
    for top in it.opportunities:
        unfold(drawing, top, it.path, f"{name_page(top)}/", OUTCOME)
    return drawing


def describe_tree(it: OpportunityTree) -> str:
    """Return what a tree's picture shows, in a sentence."""
    title, number = it.outcome.title.plain(), len(list(it.walk()))
    return ngettext(
        "%(title)s: %(number)s opportunity.",
        "%(title)s: %(number)s opportunities.",
        number,
        title=title,
    )


def unfold(
    drawing: Drawing, one: Opportunity, path: tuple[Opportunity, ...], page: str, parent: str
) -> None:
    """Draw an opportunity, and what is below it when it is on the path; `page` tells the rest."""
    if one not in path:
        href = page if parent == OUTCOME else f"{page}#told_{one.id}"
        add_column(drawing, [make_closed_card(one, href, anchor=one.id)], parent)
        return
    ideas = [make_solution_card(idea, one.id, 1) for idea in one.solutions]
    add_column(drawing, [make_opportunity_card(one, "", 0), *ideas], parent)
    for child in one.opportunities:
        unfold(drawing, child, path, page, one.id)


def draw_branch(target: Opportunity) -> Drawing:
    """Return the picture of what is compared and tested for the target."""
    description = ngettext(
        "%(number)s solution for the target opportunity, with their assumptions and tests.",
        "%(number)s solutions for the target opportunity, with their assumptions and tests.",
        len(target.solutions),
    )
    drawing = Drawing(
        "branch", _("Solutions for: %(title)s", title=target.title.plain()), description, gap=GAP
    )
    drawing.cards.append(make_opportunity_card(target, "", 0, width=320, anchor=""))
    for idea in target.solutions:
        column = [make_solution_card(idea, "", 0, width=COLUMN, anchor="")]
        for belief in idea.assumptions:
            column.append(make_assumption_card(belief, idea.id))
            column += [make_test_card(trial, belief.id) for trial in belief.tests]
        add_column(drawing, column, target.id)
    return drawing


def add_branch(drawing: Drawing, top: Opportunity, parent: str, most: int = 0) -> None:
    """Draw a small family as one column; of a large one, draw the children side by side."""
    column = list(list_family_cards(top))
    most = most or max(MOST_IN_A_COLUMN, len(column) // COLUMNS)
    if len(column) <= most or len(top.opportunities) == 1:
        add_column(drawing, column, parent)
        return
    add_column(drawing, [make_opportunity_card(top, "", 0)], parent)
    for idea in top.solutions:
        add_column(drawing, [make_solution_card(idea, "", 0)], top.id)
    for child in top.opportunities:
        add_branch(drawing, child, top.id, most)


def add_column(drawing: Drawing, column: list[Card], parent: str) -> None:
    """Add cards one below the other, the first linked to its parent."""
    drawing.links.append(Connector(tail=parent, head=column[0].id, look="branch", arrow=False))
    drawing.links += [
        Connector(tail=above.id, head=below.id, hidden=True) for above, below in pairwise(column)
    ]
    drawing.cards += column


def list_family_cards(top: Opportunity, parent: str = "", depth: int = 0) -> Iterator[Card]:
    """Yield an opportunity, its solutions and all below it, parents first."""
    yield make_opportunity_card(top, parent, depth)
    for idea in top.solutions:
        yield make_solution_card(idea, top.id, depth + 1)
    for child in top.opportunities:
        yield from list_family_cards(child, top.id, depth + 1)
