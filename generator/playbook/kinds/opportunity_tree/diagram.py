"""An opportunity solution tree as pictures: the whole or its overview, the branch below the target, its assumptions."""

from collections.abc import Iterator
from itertools import pairwise

from playbook.drawing.drawing import Card, Connector, Drawing
from playbook.kinds.opportunity_tree.assumption_map import assumption_map
from playbook.kinds.opportunity_tree.cards import (
    COLUMN,
    OUTCOME,
    assumption,
    closed,
    opportunity,
    outcome,
    solution,
    test,
)
from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree, page_of
from playbook.language import _, ngettext

MOST_IN_A_COLUMN = 8
COLUMNS = 5
GAP = (0.3, 0.32)


def draw(it: OpportunityTree) -> Iterator[Drawing]:
    """Yield the tree down to its solutions, the target's solutions down to their tests, and their assumptions."""
    yield overview(it) if it.is_large else whole(it)
    target = it.target_opportunity
    if target and target.solutions:
        yield below(target)
        yield from assumption_map(target)


def whole(it: OpportunityTree) -> Drawing:
    """Return the picture of everything down to the solutions."""
    said = _("%(tree)s Each box links to what is told about it.", tree=described(it))
    drawing = Drawing("tree", it.title.plain(), said, gap=GAP)
    drawing.cards.append(outcome(it))
    for top in it.opportunities:
        grow(drawing, top, OUTCOME)
    return drawing


def overview(it: OpportunityTree) -> Drawing:
    """Return the picture of a large tree: its top, open only along the path to the target."""
    about = _(
        "%(tree)s Only the way to the target is open; each closed box links to the page of its branch.",
        tree=described(it),
    )
    drawing = Drawing("tree", it.title.plain(), about, gap=GAP)
    drawing.cards.append(outcome(it))
    for top in it.opportunities:
        unfold(drawing, top, it.path, f"{page_of(top)}/", OUTCOME)
    return drawing


def described(it: OpportunityTree) -> str:
    """Return what a tree's picture shows, in a sentence."""
    title, number = it.outcome.title.plain(), len(list(it.walk()))
    return ngettext("%(title)s: %(number)s opportunity.", "%(title)s: %(number)s opportunities.", number, title=title)


def unfold(drawing: Drawing, one: Opportunity, path: tuple[Opportunity, ...], page: str, parent: str) -> None:
    """Draw an opportunity, and what is below it when it is on the path; `page` tells the rest."""
    if one not in path:
        href = page if parent == OUTCOME else f"{page}#told_{one.id}"
        stack(drawing, [closed(one, href, anchor=one.id)], parent)
        return
    ideas = [solution(each, one.id, 1) for each in one.solutions]
    stack(drawing, [opportunity(one, "", 0), *ideas], parent)
    for child in one.opportunities:
        unfold(drawing, child, path, page, one.id)


def below(target: Opportunity) -> Drawing:
    """Return the picture of what is compared and tested for the target."""
    description = ngettext(
        "%(number)s solution for the target opportunity, with their assumptions and tests.",
        "%(number)s solutions for the target opportunity, with their assumptions and tests.",
        len(target.solutions),
    )
    drawing = Drawing("branch", _("Solutions for: %(title)s", title=target.title.plain()), description, gap=GAP)
    drawing.cards.append(opportunity(target, "", 0, width=360, anchor=""))
    for each in target.solutions:
        column = [solution(each, "", 0, width=COLUMN, anchor="")]
        for belief in each.assumptions:
            column.append(assumption(belief, each.id))
            column += [test(trial, belief.id) for trial in belief.tests]
        stack(drawing, column, target.id)
    return drawing


def grow(drawing: Drawing, top: Opportunity, parent: str, most: int = 0) -> None:
    """Draw a small family as one column; of a large one, draw the children side by side."""
    column = list(family(top))
    most = most or max(MOST_IN_A_COLUMN, len(column) // COLUMNS)
    if len(column) <= most or len(top.opportunities) == 1:
        stack(drawing, column, parent)
        return
    stack(drawing, [opportunity(top, "", 0)], parent)
    for each in top.solutions:
        stack(drawing, [solution(each, "", 0)], top.id)
    for child in top.opportunities:
        grow(drawing, child, top.id, most)


def stack(drawing: Drawing, column: list[Card], parent: str) -> None:
    """Add cards one below the other, the first linked to its parent."""
    drawing.links.append(Connector(tail=parent, head=column[0].id, look="branch", arrow=False))
    drawing.links += [Connector(tail=above.id, head=below.id, hidden=True) for above, below in pairwise(column)]
    drawing.cards += column


def family(top: Opportunity, parent: str = "", depth: int = 0) -> Iterator[Card]:
    """Yield an opportunity, its solutions and all below it, parents first."""
    yield opportunity(top, parent, depth)
    for each in top.solutions:
        yield solution(each, top.id, depth + 1)
    for child in top.opportunities:
        yield from family(child, top.id, depth + 1)
