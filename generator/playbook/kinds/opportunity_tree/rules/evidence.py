"""What the method asks of what stands behind an opportunity."""

from collections.abc import Iterator

from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree
from playbook.kinds.opportunity_tree.rules.pieces import walk_pieces
from playbook.rules.rule import Finding, Others, rule
from playbook.rules.word_lists import find_word
from playbook.text.english import quoted

OURS = ("size", "market", "company")
"""The factors that speak of us; customers may well speak of an effort of theirs."""


@rule("OT308", "target-missing-from-the-story")
def target_missing_from_the_story(it: OpportunityTree, others: Others) -> Iterator[Finding]:
    """Evidence that nobody finds in the story makes a target look larger than it is (ch. 5, 7). This
    looks for the target, or a part of it, under 'at:' in each snapshot that the target cites.

    Bad:
        opportunities:
          - id: too-far
            title: I can't get there
            status: target
            because: Most told us so
            heard_in: ana-cello  # a story about teachers who all sound the same
    Good:
        opportunities:
          - id: all-alike
            title: They all sound the same
            status: target
            because: Most told us so
            heard_in: ana-cello  # a story about teachers who all sound the same
    """
    tree = others.id_of(it)
    for loc, one in walk_pieces(Opportunity, it):
        parts = {f"{tree}#{part.id}" for part in one.walk()} if one.status == "target" else set()
        for index, ref in enumerate(one.heard_in if parts else ()):
            snapshot = others(ref)
            if snapshot and not any(heard.at in parts for heard in snapshot.opportunities):
                message = (
                    f"{quoted(ref)} has no opportunity 'at: {tree}#{one.id}': add it there if the "
                    "story tells of it, or take the snapshot out here"
                )
                yield Finding((*loc, "heard_in", index), message)


@rule("OT309", "effort-among-factors")
def effort_among_factors(it: OpportunityTree) -> Iterator[Finding]:
    """A target is chosen by what it is worth to customers and to us; how hard it is depends on the
    solution, which nobody knows yet (ch. 7).

    Bad:
        opportunities:
          - title: I can't find a teacher
            factors: {company: A quick win of two sprints}
    Good:
        opportunities:
          - title: I can't find a teacher
            factors: {company: Knowing our teachers is what we are good at}
    """
    for loc, one in walk_pieces(Opportunity, it):
        for name in OURS if one.factors else ():
            text = getattr(one.factors, name)
            if text and (word := find_word(text.plain(), "effort")):
                message = (
                    f"'{word}' is about the effort of a solution: "
                    "say what the opportunity is worth, and compare effort among the solutions"
                )
                yield Finding((*loc, "factors", name), message)


RULES = (target_missing_from_the_story, effort_among_factors)
