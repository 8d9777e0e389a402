"""A page for each top branch of an opportunity tree, with what stands around it."""

from collections.abc import Iterator
from functools import partial

from playbook.drawing.drawing import Drawing
from playbook.kinds.opportunity_tree.cards import OUTCOME, make_closed_card, make_outcome_card
from playbook.kinds.opportunity_tree.diagram import GAP, add_branch, add_column
from playbook.kinds.opportunity_tree.model import OpportunityTree, name_page
from playbook.language import _, ngettext
from playbook.library.entry import Entry
from playbook.library.subpage import SubPage

MOST_SIBLINGS = 4


def make_branch_pages(entry: Entry) -> Iterator[SubPage]:
    """Yield the page of each branch, in the order of the tree."""
    it: OpportunityTree = entry.artifact
    places = [
        (top, f"{entry.page.removesuffix('.md')}/{name_page(top)}.md") for top in it.opportunities
    ]
    for own, (top, path) in enumerate(places):
        yield SubPage(
            path=path,
            template="branch.md.jinja",
            title=top.title.plain(),
            draw=partial(draw_pictures, it, own),
            fill=partial(dict, top=top, places=places),
        )


def draw_pictures(it: OpportunityTree, own: int) -> tuple[Drawing, ...]:
    """Return the one picture of a branch's page."""
    return (draw_neighbourhood(it, own),)


def draw_neighbourhood(it: OpportunityTree, own: int) -> Drawing:
    """Return the picture of a branch below the outcome, between its nearest siblings."""
    top = it.opportunities[own]
    window = range(max(own - MOST_SIBLINGS, 0), min(own + MOST_SIBLINGS + 1, len(it.opportunities)))
    near = sorted(sorted(window, key=lambda index: abs(index - own))[: MOST_SIBLINGS + 1])
    about = _(
        "%(title)s: %(opportunities)s below the outcome, with the branches beside it. "
        "Each box of this branch links to its description, the others to their own pages.",
        title=top.title.plain(),
        opportunities=ngettext(
            "%(number)s opportunity", "%(number)s opportunities", len(list(top.walk()))
        ),
    )
    drawing = Drawing("neighbourhood", top.title.plain(), about, gap=GAP)
    drawing.cards.append(make_outcome_card(it, page="../"))
    for index in near:
        branch = it.opportunities[index]
        if branch is top:
            add_branch(drawing, top, OUTCOME)
        else:
            add_column(drawing, [make_closed_card(branch, f"../{name_page(branch)}/")], OUTCOME)
    return drawing
