"""What the method asks of the tree's structure."""

from collections import Counter
from collections.abc import Iterator

from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree
from playbook.kinds.opportunity_tree.rules.pieces import walk_pieces
from playbook.rules.rule import Finding, Others, rule
from playbook.source.problem import Severity
from playbook.text.english import join_choices, quoted


@rule("OT201", "target-not-a-leaf")
def target_not_a_leaf(it: OpportunityTree) -> Iterator[Finding]:
    """A target that still has parts is too large to compare solutions for; work down to one of them
    (Torres, ch. 7).

    Bad:
        opportunities:
          - title: I can't find a teacher
            status: target
            opportunities:
              - title: I can't tell who takes adults
              - title: I can't get across town
    Good:
        opportunities:
          - title: I can't find a teacher
            opportunities:
              - {title: I can't tell who takes adults, status: target, because: Most told us so, evidence: Interview 1}
              - title: I can't get across town
    """
    for loc, one in walk_pieces(Opportunity, it):
        if one.status == "target" and one.opportunities:
            parts = len(one.opportunities)
            yield Finding(
                (*loc, "status"),
                f"the target '{one.id}' has parts ({parts}): choose one of them as the target",
            )


@rule("OT202", "only-child")
def only_child(it: OpportunityTree) -> Iterator[Finding]:
    """An only child says the same as its parent, or its siblings are still to be found: a vertical
    chain (ch. 6).

    Bad:
        opportunities:
          - title: I can't find a teacher
            opportunities:
              - title: I can't find a cello teacher
    Good:
        opportunities:
          - title: I can't find a teacher
            opportunities:
              - title: Nobody near me teaches the cello
              - title: I can't tell who takes adults
    """
    for loc, one in walk_pieces(Opportunity, it):
        if len(one.opportunities) == 1:
            child = one.opportunities[0].id
            message = (
                f"'{child}' is the only part of '{one.id}': look for its siblings, or merge the two"
            )
            yield Finding((*loc, "opportunities", 0), message)


@rule("OT203", "two-targets", Severity.ERROR)
def two_targets(it: OpportunityTree) -> Iterator[Finding]:
    """A team that addresses two opportunities at once learns about neither in time; keep to one
    (Torres, ch. 7).

    Bad:
        opportunities:
          - {title: I can't find a teacher, status: target}
          - {title: I can't find an hour, status: target}
    Good:
        opportunities:
          - {title: I can't find a teacher, status: target, because: Most told us so, evidence: Interview 1}
          - {title: I can't find an hour, status: parked}
    """
    targets = [(loc, one) for loc, one in walk_pieces(Opportunity, it) if one.status == "target"]
    for loc, one in targets[1:]:
        first = targets[0][1].id
        message = (
            f"'{one.id}' is a second target besides '{first}': keep one, "
            "and call the other 'exploring'"
        )
        yield Finding((*loc, "status"), message)


@rule("OT204", "no-target")
def no_target(it: OpportunityTree) -> Iterator[Finding]:
    """A tree without a target is a list of complaints; the team has to choose where to start
    (Torres, ch. 7).

    Bad:
        opportunities:
          - {title: I can't find a teacher, status: exploring}
          - {title: I can't find an hour, status: parked}
    Good:
        opportunities:
          - {title: I can't find a teacher, status: target, because: Most told us so, evidence: Interview 1}
          - {title: I can't find an hour, status: parked}
    """
    if it.target_opportunity is None:
        yield Finding(
            ("opportunities",), "no opportunity is the target: give one leaf 'status: target'"
        )


@rule("OT205", "two-parents")
def two_parents(it: OpportunityTree) -> Iterator[Finding]:
    """An opportunity in two places has two parents: one of them is too wide, or they overlap (ch. 6).

    Bad:
        opportunities:
          - title: I can't choose
            opportunities: [{id: a, title: I can't see the price}, {title: They all sound alike}]
          - title: I can't pay
            opportunities: [{id: b, title: I can't see the price}, {title: I can't pay by card}]
    Good:
        opportunities:
          - title: I can't choose
            opportunities: [{title: They all sound alike}, {title: I can't see who is patient}]
          - title: I can't pay
            opportunities: [{title: I can't see the price}, {title: I can't pay by card}]
    """
    titles = [(loc, one.title.plain().casefold(), one) for loc, one in walk_pieces(Opportunity, it)]
    counts = Counter(title for _, title, _ in titles)
    seen: dict[str, str] = {}
    for loc, title, one in titles:
        if counts[title] > 1 and title in seen:
            message = (
                f"{quoted(one.title.plain())} is in the tree twice (first as "
                f"{quoted(seen[title])}): keep one"
            )
            yield Finding((*loc, "title"), message)
        seen.setdefault(title, one.id)


@rule("OT206", "solution-under-outcome", Severity.ERROR)
def solution_under_outcome(it: OpportunityTree) -> Iterator[Finding]:
    """A solution straight under the outcome answers no need that a customer has; ask what it is for
    (Torres, ch. 6).

    Bad:
        solutions:
          - title: A clip of a first lesson
    Good:
        opportunities:
          - title: I can't tell how they treat beginners
            solutions:
              - title: A clip of a first lesson
    """
    for index, one in enumerate(it.solutions):
        message = (
            f"'{one.id}' is directly under the outcome: put it under the opportunity that it is for"
        )
        yield Finding(("solutions", index), message)


@rule("OT207", "evidence-from-another-moment", wants_all=True)
def evidence_from_another_moment(it: OpportunityTree, others: Others) -> Iterator[Finding]:
    """Top-level opportunities are distinct moments, so a story counts for one only if it comes to that
    moment (ch. 6). If 'because:' links to nodes of the tree's map, each snapshot has to be cited at one of them.

    Bad:
        map: a-map
        opportunities:
          - title: I don't know what it will cost
            because: It is what people are asked [[a-map#at-home|at home]]
            heard_in: ana-cello  # she compares teachers, alone
    Good:
        map: a-map
        opportunities:
          - title: I can't tell which teacher would suit me
            because: It is where people who [[a-map#compares|compare]] stop
            heard_in: ana-cello  # she compares teachers, alone
    """
    nodes = getattr(others(it.map), "nodes", ()) if it.map else ()
    heard_at = {f"{it.map}#{node.id}": node.heard_in for node in nodes}
    for number, one in enumerate(it.opportunities):
        links = one.because.references() if one.because else []
        moments = [ref for ref in dict.fromkeys(links) if heard_at.get(ref)]
        heard = {snapshot for ref in moments for snapshot in heard_at[ref]}
        for index, snapshot in enumerate(one.heard_in if moments else ()):
            if snapshot not in heard:
                message = (
                    f"{quoted(snapshot)} is not cited at {join_choices(map(quoted, moments))}: "
                    "cite it there if its story comes to that moment, name its own moment under "
                    "'because:', or take it out here"
                )
                yield Finding(("opportunities", number, "heard_in", index), message)


RULES = (
    target_not_a_leaf,
    only_child,
    two_targets,
    no_target,
    two_parents,
    solution_under_outcome,
    evidence_from_another_moment,
)
