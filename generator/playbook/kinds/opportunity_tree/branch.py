"""A page for each top branch of an opportunity tree, with what stands around it."""

from collections.abc import Iterator

from playbook.drawing.drawing import Drawing
from playbook.entry import Entry
from playbook.further import Further
from playbook.kinds.opportunity_tree.cards import OUTCOME, closed, outcome
from playbook.kinds.opportunity_tree.diagram import GAP, grow, stack
from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree, page_of
from playbook.language import _, ngettext

MOST_SIBLINGS = 4


def branches(entry: Entry) -> Iterator[Further]:
    """Yield the page of each branch, in the order of the tree."""
    it: OpportunityTree = entry.artifact
    paths = {top.id: f"{entry.page.removesuffix('.md')}/{page_of(top)}.md" for top in it.opportunities}
    for top in it.opportunities:
        drawing = neighbourhood(it, top)
        yield Further(
            path=paths[top.id],
            template="branch.md.jinja",
            title=top.title.plain(),
            drawings=(drawing,),
            values={
                "top": top,
                "drawn": {card.anchor for card in drawing.cards if card.anchor},
                "siblings": [(each, paths[each.id]) for each in it.opportunities if each is not top],
            },
        )


def neighbourhood(it: OpportunityTree, top: Opportunity) -> Drawing:
    """Return the picture of a branch below the outcome, between the siblings that stand next to it."""
    own = it.opportunities.index(top)
    near = sorted(it.opportunities, key=lambda each: abs(it.opportunities.index(each) - own))[: MOST_SIBLINGS + 1]
    about = _(
        "%(title)s: %(opportunities)s below the outcome, with the branches beside it. "
        "Each box of this branch links to what is told about it, the others to their own pages.",
        title=top.title.plain(),
        opportunities=ngettext("%(number)s opportunity", "%(number)s opportunities", len(list(top.walk()))),
    )
    drawing = Drawing("neighbourhood", top.title.plain(), about, gap=GAP)
    drawing.cards.append(outcome(it, page="../"))
    for each in it.opportunities:
        if each is top:
            grow(drawing, top, OUTCOME)
        elif each in near:
            stack(drawing, [closed(each, f"../{page_of(each)}/")], OUTCOME)
    return drawing
