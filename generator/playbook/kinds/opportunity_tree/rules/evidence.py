"""What the method asks of what stands behind an opportunity."""

import re
from collections.abc import Iterator
from operator import itemgetter

from playbook.kinds.opportunity_tree.counts import count_evidence
from playbook.kinds.opportunity_tree.model import Opportunity, OpportunityTree
from playbook.kinds.opportunity_tree.rules.pieces import walk_pieces
from playbook.rules.rule import Finding, Others, rule
from playbook.rules.word_lists import find_word
from playbook.text.english import counted, quoted

OURS = ("size", "market", "company")
"""The factors that speak of us; customers may well speak of an effort of theirs."""
WORDS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
NUMBER = rf"\d{{1,4}}|{'|'.join(WORDS)}"
COUNT = re.compile(
    r"(?:(?:only|just|heard in|in) )?"
    rf"(?P<count>(?P<number>{NUMBER})(?: (?:of|von|van|de|di|sur) (?P<whole>{NUMBER}))?"
    r"(?P<interviews> interviews?)?)"
    r"(?: told us(?: (?:about|of) (?:it|this))?| (?:have|had|mentioned) (?:it|this))?"
    r"(?=[.,;:](?!\d)| [(\u2013\u2014-]|$)",
    re.ASCII | re.IGNORECASE,
)
"""A count of interviews that opens a text; 'two of twelve visitors' is none, nor is 'about two'."""


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


@rule("OT310", "target-compared-with-nothing")
def target_compared_with_nothing(it: OpportunityTree) -> Iterator[Finding]:
    """Factors are for comparing the opportunities of a row; those of the target alone speak for it
    whatever they say (Torres, ch. 7).

    Bad:
        opportunities:
          - title: I can't tell who takes adults
            status: target
            factors: {size: Five of twelve}
          - title: I can't get across town
    Good:
        opportunities:
          - title: I can't tell who takes adults
            status: target
            factors: {size: Five of twelve}
          - title: I can't get across town
            factors: {size: Two of twelve}
    """
    for loc, one in walk_pieces(Opportunity, it):
        siblings = find_siblings(one, it) if one.status == "target" and one.factors else []
        if siblings and not any(other.factors for other in siblings):
            message = (
                f"nothing beside the target '{one.id}' has factors to compare these with: add "
                f"'factors:' to {quoted(siblings[0].id)} or another, or say this in 'because:'"
            )
            yield Finding((*loc, "factors"), message)


@rule("OT311", "count-and-citations-differ")
def count_and_citations_differ(it: OpportunityTree) -> Iterator[Finding]:
    """A count that isn't what is cited was right before the last interview, or never (ch. 5, 7). This
    counts each snapshot once, of the opportunity and of those below it; a line of 'evidence:' may
    be an interview or an observation.

    Bad:
        opportunities:
          - title: I can't find a teacher
            factors: {size: Three of twelve}
            heard_in: [ana-cello, tom-guitar]
    Good:
        opportunities:
          - title: I can't find a teacher
            factors: {size: Two of twelve}
            heard_in: [ana-cello, tom-guitar]
    """
    for loc, one in walk_pieces(Opportunity, it):
        match = COUNT.match(one.factors.size.plain()) if one.factors and one.factors.size else None
        if not match or not (match["whole"] or match["interviews"]):
            continue
        snapshots = len({ref for part in one.walk() for ref in part.heard_in})
        most = count_evidence(one.walk())
        number = read_number(match["number"])
        if most and not snapshots <= number <= most:
            cited = counted(most if number > most else snapshots, "interview")
            message = (
                f"{quoted(match['count'])} isn't what is cited here and below, {cited}: correct "
                "one of the two, or say what else is counted ('two of twelve visitors')"
            )
            yield Finding((*loc, "factors", "size"), message)


@rule("OT312", "target-on-one-story")
def target_on_one_story(it: OpportunityTree) -> Iterator[Finding]:
    """What one person told us may be theirs alone; a target that fewer told of than of its neighbour
    needs another story before it needs ideas (ch. 5, 7).

    Bad:
        opportunities:
          - {title: I can't find a teacher, status: target, because: It is large, heard_in: ana-cello}
          - {title: I can't find an hour, heard_in: [tom-guitar, joy-singing]}
    Good:
        opportunities:
          - {title: I can't find a teacher, status: target, because: It is large, heard_in: [ana-cello, mei-ukulele]}
          - {title: I can't find an hour, heard_in: [tom-guitar, joy-singing]}
    """
    for loc, one in walk_pieces(Opportunity, it):
        if one.status == "target" and count_evidence(one.walk()) == 1:
            heard = [
                (count_evidence(other.walk()), other.id)
                for other in find_siblings(one, it)
                if other.status != "addressed"
            ]
            most, sibling = max(heard, key=itemgetter(0), default=(0, None))
            if most > 1:
                message = (
                    f"one interview tells of the target '{one.id}', and {most} tell of "
                    f"{quoted(sibling)} beside it: cite others that tell of it, or listen for it "
                    "in the next interviews"
                )
                yield Finding((*loc, "status"), message)


def find_siblings(one: Opportunity, it: OpportunityTree) -> list[Opportunity]:
    """Return the opportunities of the same row."""
    rows = (it.opportunities, *(each.opportunities for each in it.walk()))
    row = next(row for row in rows if any(each is one for each in row))
    return [each for each in row if each is not one]


def read_number(written: str) -> int:
    """Return a number that is written in figures or as a word."""
    word = written.lower()
    return WORDS.index(word) + 1 if word in WORDS else int(written)


RULES = (
    target_missing_from_the_story,
    effort_among_factors,
    target_compared_with_nothing,
    count_and_citations_differ,
    target_on_one_story,
)
