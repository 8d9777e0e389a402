"""The cards of an opportunity tree: what each piece looks like, and what is told on it."""

from dataclasses import replace

from playbook.drawing.drawing import Card
from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree
from playbook.kinds.opportunity_tree.solution import Assumption, AssumptionTest, Solution
from playbook.language import _, format_day, ngettext

WIDTH, INDENT = 208, 14
COLUMN = 280
OUTCOME = "_outcome"
STATUS = {"target": "target", "parked": "parked", "addressed": "check"}
VERDICT = {"supported": "check", "refuted": "cross", "unclear": "question", None: ""}
SOLUTION = {"chosen": "check", "shipped": "check", "dropped": "cross", "candidate": ""}


def make_outcome_card(it: OpportunityTree, page: str = "") -> Card:
    """Return the card at the top."""
    one = it.outcome
    start = _("from %(value)s", value=one.from_.plain()) if one.from_ else ""
    end = _("to %(value)s", value=one.to.plain()) if one.to else ""
    due = _("by %(day)s", day=format_day(one.by)) if one.by else ""
    goal = " ".join(filter(None, (start, end, due)))
    return Card(
        id=OUTCOME,
        href=f"{page}#Outcome",
        title=one.title.plain(),
        eyebrow=one.type_label,
        note="; ".join(filter(None, (goal, one.latest_words))),
        outline="double",
        look="outcome",
        legend=_("Outcome"),
        width=320,
    )


def make_opportunity_card(
    one: Opportunity, parent: str, depth: int, width: int = WIDTH, anchor: str | None = None
) -> Card:
    """Return an opportunity's card: where it stands, the customer's words, who told us."""
    heard = one.evidence_count
    target = one.status == "target"
    sort = _("Target opportunity") if target else _("Opportunity")
    status = "" if target or one.status == "open" else one.status_label
    guess = (
        _("Target opportunity without an interview here")
        if target
        else _("Opportunity without an interview here")
    )
    return Card(
        id=one.id,
        anchor=one.id if anchor is None else anchor,
        href=f"#told_{one.id}",
        hangs_from=parent,
        title=one.title.plain(),
        eyebrow=join_eyebrow(sort, status),
        note=ngettext("%(number)s interview", "%(number)s interviews", heard)
        if heard
        else _("no interview here"),
        outline="round",
        look=f"opportunity {one.status}{'' if heard else ' unheard'}",
        icon=STATUS.get(one.status, ""),
        legend=_("Parked opportunity") if one.status == "parked" else sort if heard else guess,
        indent=INDENT * depth,
        width=width,
    )


def make_solution_card(
    one: Solution, parent: str, depth: int, width: int = WIDTH, anchor: str | None = None
) -> Card:
    """Return a solution's card."""
    return Card(
        id=one.id,
        anchor=one.id if anchor is None else anchor,
        href=f"#told_{one.id}",
        hangs_from=parent,
        title=one.title.plain(),
        eyebrow=join_eyebrow(_("Solution"), one.status_label),
        outline="chamfer",
        look=f"solution {one.status}",
        icon=SOLUTION[one.status],
        legend=_("Dropped solution") if one.status == "dropped" else _("Solution"),
        indent=INDENT * depth,
        width=width,
    )


def make_assumption_card(one: Assumption, parent: str) -> Card:
    """Return an assumption's card."""
    return Card(
        id=one.id,
        anchor=one.id,
        href=f"#told_{one.id}",
        hangs_from=parent,
        title=one.title.plain(),
        eyebrow=join_eyebrow(_("Assumption"), one.type_label),
        note="" if one.tests else _("not tested yet"),
        outline="slant",
        look="assumption",
        legend=_("Assumption"),
        indent=INDENT,
        width=COLUMN,
    )


def make_test_card(one: AssumptionTest, parent: str) -> Card:
    """Return an assumption test's card: its verdict and counts."""
    wanted = _("%(count)s wanted", count=one.criterion.at_least.words) if one.criterion else ""
    got = _("%(count)s did", count=one.result.words) if one.result else ""
    return Card(
        id=one.id,
        anchor=one.id,
        href=f"#told_{one.id}",
        hangs_from=parent,
        title=one.title.plain(),
        eyebrow=join_eyebrow(_("Test"), one.verdict_label),
        note=", ".join(filter(None, (got, wanted))),
        outline="fold",
        look=f"test {one.verdict or ''}".strip(),
        icon=VERDICT[one.verdict],
        legend=_("Assumption test"),
        indent=2 * INDENT,
        width=COLUMN,
    )


def join_eyebrow(*words: str) -> str:
    """Return a card's small line on top."""
    return " · ".join(filter(None, words))


def make_closed_card(one: Opportunity, href: str, anchor: str = "") -> Card:
    """Return the card of an opportunity that is told elsewhere: it says how much is below it."""
    card = make_opportunity_card(one, "", 0, anchor=anchor)
    more = (
        _("%(note)s; %(pieces)s below", note=card.note, pieces=one.below)
        if one.below
        else card.note
    )
    return replace(card, href=href, note=more)
