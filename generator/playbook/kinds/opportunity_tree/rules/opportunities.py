"""What the method asks of each opportunity.

A need, pain point or desire, in the customer's words, from stories.
"""

import re
from collections.abc import Iterator

from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree
from playbook.kinds.opportunity_tree.rules.pieces import walk_pieces
from playbook.rules.rule import Finding, rule
from playbook.rules.word_lists import compile_pattern, find_word
from playbook.text.english import quoted

WANTS = re.compile(
    r"(?i)\bI(?: (?:want|need|wish|would like)|['\u2019]d like)\b(?! to "
    r"(?:know|see|tell|understand))"
)
NEAR = 12
FEELS = re.compile(r"(?i)\bI(?:['\u2019]m| am| feel| get| was| always feel)\b")


@rule("OT301", "solution-in-disguise")
def solution_in_disguise(it: OpportunityTree) -> Iterator[Finding]:
    """An opportunity that names what to build has one answer only; ask what it would do for the
    customer (ch. 6).

    Bad:
        opportunities:
          - title: I want an app for booking
    Good:
        opportunities:
          - title: I can't book while I am on the bus
    """
    for loc, one in walk_pieces(Opportunity, it):
        title = one.title.plain()
        if thing := find_word(title, "solutions"):
            why = "asks for" if WANTS.search(title) else "names"
            message = (
                f"{quoted(title)} {why} a thing to build ({quoted(thing)}): "
                "say what the customer can't do today"
            )
            yield Finding((*loc, "title"), message)


@rule("OT302", "feeling-as-opportunity")
def feeling_as_opportunity(it: OpportunityTree) -> Iterator[Finding]:
    """A feeling tells us that something is wrong, but not what; nobody can design for 'frustrated'
    (Torres, ch. 6).

    Bad:
        opportunities:
          - title: I'm frustrated with teachers
    Good:
        opportunities:
          - title: I don't know whether my message was read
    """
    for loc, one in walk_pieces(Opportunity, it):
        title = one.title.plain()
        for felt in FEELS.finditer(title):
            feeling = compile_pattern("feelings").search(title, felt.end())
            if feeling and feeling.start() - felt.end() <= NEAR:
                message = (
                    f"{quoted(title)} is a feeling ('{feeling.group()}'): "
                    "say what happened that made them feel it"
                )
                yield Finding((*loc, "title"), message)
                break


@rule("OT303", "company-voice")
def company_voice(it: OpportunityTree) -> Iterator[Finding]:
    """Customers don't speak of users, churn or conversion; an opportunity in the company's words
    is the company's, not theirs (ch. 6).

    Bad:
        opportunities:
          - title: Users drop out of the booking funnel
    Good:
        opportunities:
          - title: I lose my place when I ask at home first
    """
    for loc, one in walk_pieces(Opportunity, it):
        title = one.title.plain()
        if word := find_word(title, "company"):
            message = (
                f"{quoted(title)} is how the company talks ('{word}'): "
                "write what a customer would say"
            )
            yield Finding((*loc, "title"), message)


@rule("OT304", "target-without-evidence")
def target_without_evidence(it: OpportunityTree) -> Iterator[Finding]:
    """A target that no interview supports is what the team itself hopes for; opportunities come from stories
    (Torres, ch. 5, 7).

    Bad:
        opportunities:
          - {title: I can't find a teacher, status: target, because: It is large}
    Good:
        opportunities:
          - {title: I can't find a teacher, status: target, because: It is large, evidence: Interview 1}
    """
    for loc, one in walk_pieces(Opportunity, it):
        if one.status == "target" and not one.evidence_count:
            yield Finding(
                loc,
                f"no interview supports the target '{one.id}': add 'evidence:', or choose another",
            )


@rule("OT305", "target-without-reason")
def target_without_reason(it: OpportunityTree) -> Iterator[Finding]:
    """The choice of a target is a judgement of size, market, company and customer; write it down,
    so that others can question it (ch. 7).

    Bad:
        opportunities:
          - {title: I can't find a teacher, status: target, evidence: Interview 1}
    Good:
        opportunities:
          - {title: I can't find a teacher, status: target, evidence: Interview 1, because: Six of nine told us so}
    """
    for loc, one in walk_pieces(Opportunity, it):
        if one.status == "target" and one.because is None:
            yield Finding(
                loc,
                (
                    f"the target '{one.id}' has no reason: say under 'because:' why this one, "
                    "and why now"
                ),
            )


@rule("OT306", "work-without-evidence")
def work_without_evidence(it: OpportunityTree) -> Iterator[Finding]:
    """Ideas for an opportunity that nobody told us about are ideas for us (Torres, ch. 6).

    Bad:
        opportunities:
          - title: I can't find an hour
            solutions: [{title: Three free hours at once}]
    Good:
        opportunities:
          - title: I can't find an hour
            evidence: Interview 1
            solutions: [{title: Three free hours at once}]
    """
    for loc, one in walk_pieces(Opportunity, it):
        if one.solutions and one.status != "target" and not one.evidence_count:
            message = (
                f"'{one.id}' has solutions but no interview behind it: add 'evidence:', "
                "or ask customers first"
            )
            yield Finding(loc, message)


@rule("OT307", "standing-without-reason")
def standing_without_reason(it: OpportunityTree) -> Iterator[Finding]:
    """A year later someone asks why it was parked, or how it was dealt with; write it down while
    you know (ch. 7).

    Bad:
        opportunities:
          - {title: I can't find a teacher, status: parked}
    Good:
        opportunities:
          - {title: I can't find a teacher, status: parked, because: Two of nine had it}
    """
    for loc, one in walk_pieces(Opportunity, it):
        if one.status in {"parked", "addressed"} and one.because is None:
            yield Finding(
                (*loc, "status"),
                f"'{one.id}' is {one.status} without a reason: say why under 'because:'",
            )


RULES = (
    solution_in_disguise,
    feeling_as_opportunity,
    company_voice,
    target_without_evidence,
    target_without_reason,
    work_without_evidence,
    standing_without_reason,
)
