"""An opportunity solution tree as two pictures: the whole, and the branch below the target."""

from collections.abc import Iterator
from itertools import pairwise

from playbook.drawing.drawing import Card, Drawing, Link
from playbook.kinds.opportunity_tree.model import Assumption, AssumptionTest, Opportunity, OpportunityTree, Solution
from playbook.wording import counted

WIDTH, INDENT = 208, 14
COLUMN = 280
MOST_IN_A_COLUMN = 8
STATUS = {"target": "target", "parked": "parked", "addressed": "check"}
VERDICT = {"supported": "check", "refuted": "cross", "unclear": "question", None: ""}
SOLUTION = {"chosen": "check", "shipped": "check", "dropped": "cross", "candidate": ""}


def draw(it: OpportunityTree) -> Iterator[Drawing]:
    """Yield the tree down to its solutions, then the target's solutions down to their tests."""
    opportunities = counted(sum(1 for _ in it.walk()), "opportunity")
    description = (
        f"{it.outcome.title.plain()}: {opportunities}. Each box is a link to what is told about it below the pictures."
    )
    whole = Drawing("tree", it.title.plain(), description, gap=(0.3, 0.32))
    whole.cards.append(outcome(it))
    for top in it.opportunities:
        grow(whole, top, "_outcome")
    yield whole
    target = it.target_opportunity
    if target and target.solutions:
        yield branch(target)


def branch(target: Opportunity) -> Drawing:
    """Return the picture of what is compared and tested for the target."""
    description = (
        f"{counted(len(target.solutions), 'solution')} for the target opportunity, with their assumptions and tests."
    )
    drawing = Drawing("branch", f"Solutions for: {target.title.plain()}", description, gap=(0.3, 0.32))
    drawing.cards.append(opportunity(target, "", 0, width=360, anchor=""))
    for each in target.solutions:
        column = [solution(each, "", 0, width=COLUMN, anchor="")]
        for belief in each.assumptions:
            column.append(assumption(belief, each.id))
            column += [test(trial, belief.id) for trial in belief.tests]
        stack(drawing, column, target.id)
    return drawing


def grow(drawing: Drawing, top: Opportunity, parent: str) -> None:
    """Draw a small family as one column; of a large one, draw the children side by side."""
    column = list(family(top))
    if len(column) <= MOST_IN_A_COLUMN or len(top.opportunities) == 1:
        stack(drawing, column, parent)
        return
    stack(drawing, [opportunity(top, "", 0)], parent)
    for each in top.solutions:
        stack(drawing, [solution(each, "", 0)], top.id)
    for child in top.opportunities:
        grow(drawing, child, top.id)


def stack(drawing: Drawing, column: list[Card], parent: str) -> None:
    """Add cards one below the other, the first linked to its parent."""
    drawing.links.append(Link(tail=parent, head=column[0].id, look="branch", arrow=False))
    drawing.links += [Link(tail=above.id, head=below.id, hidden=True) for above, below in pairwise(column)]
    drawing.cards += column


def family(top: Opportunity, parent: str = "", depth: int = 0) -> Iterator[Card]:
    """Yield an opportunity, its solutions and all below it, parents first."""
    yield opportunity(top, parent, depth)
    for each in top.solutions:
        yield solution(each, top.id, depth + 1)
    for child in top.opportunities:
        yield from family(child, top.id, depth + 1)


def outcome(it: OpportunityTree) -> Card:
    """Return the card at the top."""
    one = it.outcome
    change = [f"{word} {text.plain()}" for word, text in (("from", one.from_), ("to", one.to)) if text]
    due = f"by {one.by.day} {one.by:%B %Y}" if one.by else ""
    return Card(
        id="_outcome",
        href="#Outcome",
        title=one.title.plain(),
        eyebrow=f"{one.type.capitalize()} outcome",
        note=" ".join(filter(None, (*change, due))),
        outline="double",
        look="outcome",
        legend="Outcome",
        width=400,
    )


def opportunity(one: Opportunity, parent: str, depth: int, width: int = WIDTH, anchor: str | None = None) -> Card:
    """Return an opportunity's card: where it stands, the customer's words, who told us."""
    heard = len(one.evidence)
    target = one.status == "target"
    status = "" if one.status == "open" else f" · {one.status}"
    return Card(
        id=one.id,
        anchor=one.id if anchor is None else anchor,
        href=f"#told_{one.id}",
        hangs_from=parent,
        title=one.title.plain(),
        eyebrow="Target opportunity" if target else f"Opportunity{status}",
        note=counted(heard, "interview") if heard else "no interview yet",
        outline="round",
        look=f"opportunity {one.status}",
        icon=STATUS.get(one.status, ""),
        legend="Target opportunity" if target else "Opportunity",
        indent=INDENT * depth,
        width=width,
    )


def solution(one: Solution, parent: str, depth: int, width: int = WIDTH, anchor: str | None = None) -> Card:
    """Return a solution's card."""
    return Card(
        id=one.id,
        anchor=one.id if anchor is None else anchor,
        href=f"#told_{one.id}",
        hangs_from=parent,
        title=one.title.plain(),
        eyebrow=f"Solution · {one.status}",
        outline="chamfer",
        look=f"solution {one.status}",
        icon=SOLUTION[one.status],
        legend="Solution",
        indent=INDENT * depth,
        width=width,
    )


def assumption(one: Assumption, parent: str) -> Card:
    """Return an assumption's card."""
    return Card(
        id=one.id,
        anchor=one.id,
        href=f"#told_{one.id}",
        hangs_from=parent,
        title=one.title.plain(),
        eyebrow=f"Assumption · {one.type or 'no type yet'}",
        note="" if one.tests else "not tested yet",
        outline="slant",
        look="assumption",
        legend="Assumption",
        indent=INDENT,
        width=COLUMN,
    )


def test(one: AssumptionTest, parent: str) -> Card:
    """Return an assumption test's card: its verdict and counts."""
    wanted = f"{one.criterion.at_least} wanted" if one.criterion else ""
    got = f"{one.result} did" if one.result else ""
    return Card(
        id=one.id,
        anchor=one.id,
        href=f"#told_{one.id}",
        hangs_from=parent,
        title=one.title.plain(),
        eyebrow=f"Test · {one.verdict or 'open'}",
        note=", ".join(filter(None, (got, wanted))),
        outline="fold",
        look=f"test {one.verdict or ''}".strip(),
        icon=VERDICT[one.verdict],
        legend="Assumption test",
        indent=2 * INDENT,
        width=COLUMN,
    )
