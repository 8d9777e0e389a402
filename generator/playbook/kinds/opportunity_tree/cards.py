"""The cards of an opportunity tree: what each piece looks like, and what is told on it."""

from dataclasses import replace

from playbook.drawing.drawing import Card
from playbook.kinds.opportunity_tree.model import Assumption, AssumptionTest, Opportunity, OpportunityTree, Solution
from playbook.wording import counted

WIDTH, INDENT = 208, 14
COLUMN = 280
OUTCOME = "_outcome"
STATUS = {"target": "target", "parked": "parked", "addressed": "check"}
VERDICT = {"supported": "check", "refuted": "cross", "unclear": "question", None: ""}
SOLUTION = {"chosen": "check", "shipped": "check", "dropped": "cross", "candidate": ""}


def outcome(it: OpportunityTree, page: str = "") -> Card:
    """Return the card at the top."""
    one = it.outcome
    change = [f"{word} {text.plain()}" for word, text in (("from", one.from_), ("to", one.to)) if text]
    due = f"by {one.by.day} {one.by:%B %Y}" if one.by else ""
    return Card(
        id=OUTCOME,
        href=f"{page}#Outcome",
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
    heard = one.told
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
        look=f"opportunity {one.status}{'' if heard else ' unheard'}",
        icon=STATUS.get(one.status, ""),
        legend=f"{'Target opportunity' if target else 'Opportunity'}{'' if heard else ' nobody told us about yet'}",
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


def closed(one: Opportunity, href: str, anchor: str = "") -> Card:
    """Return the card of an opportunity that is told elsewhere: it says how much is below it."""
    card = opportunity(one, "", 0, anchor=anchor)
    return replace(card, href=href, note=f"{card.note}; {one.below} below" if one.below else card.note)
