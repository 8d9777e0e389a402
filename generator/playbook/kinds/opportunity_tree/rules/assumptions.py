"""What the method asks of each assumption."""

from collections.abc import Iterator

from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.kinds.opportunity_tree.rules.pieces import walk_pieces
from playbook.kinds.opportunity_tree.solution import Assumption
from playbook.rules.rule import Finding, rule
from playbook.rules.word_lists import count_words, find_word
from playbook.text.english import quoted

FEWEST_WORDS = 4


@rule("OT501", "negative-assumption")
def negative_assumption(it: OpportunityTree) -> Iterator[Finding]:
    """Say what must be true; an assumption in the negative is hard to test and easy to misread
    (Torres, ch. 9).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions: [{title: Adults don't mind being filmed, type: ethical}]
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions: [{title: Adults agree to be filmed, type: ethical}]
    """
    for loc, one in walk_pieces(Assumption, it):
        if word := find_word(one.title.plain(), "negations"):
            message = (
                f"{quoted(one.title.plain())} is phrased in the negative ('{word}'): "
                "say what must be true instead"
            )
            yield Finding((*loc, "title"), message)


@rule("OT502", "vague-assumption")
def vague_assumption(it: OpportunityTree) -> Iterator[Finding]:
    """An assumption says who does what, when; a word such as 'easy' can't be seen to fail (Torres,
    ch. 9).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions: [{title: The map is easy to use, type: usability}]
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions: [{title: Adults find three teachers in two minutes, type: usability}]
    """
    for loc, one in walk_pieces(Assumption, it):
        title = one.title.plain()
        if word := find_word(title, "vague"):
            yield Finding(
                (*loc, "title"), f"{quoted(title)} is vague ('{word}'): say who does what, and when"
            )
        elif count_words(title) < FEWEST_WORDS:
            yield Finding(
                (*loc, "title"),
                f"{quoted(title)} is too short to be tested: say who does what, and when",
            )


@rule("OT503", "untyped-assumption")
def untyped_assumption(it: OpportunityTree) -> Iterator[Finding]:
    """The five types are there to be walked through; an assumption without one hides which are
    missing (ch. 9).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions: [{title: Adults agree to be filmed}]
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions: [{title: Adults agree to be filmed, type: ethical}]
    """
    for loc, one in walk_pieces(Assumption, it):
        if one.type is None:
            types = "desirability, viability, feasibility, usability or ethical"
            yield Finding(loc, f"'{one.id}' has no type: add 'type:' with {types}")


@rule("OT504", "unplaced-assumption")
def unplaced_assumption(it: OpportunityTree) -> Iterator[Finding]:
    """The assumption map shows what to test first: what matters most, and what we know least about
    (Torres, ch. 9).

    Bad:
        opportunities:
          - title: I can't find a teacher
            status: target
            because: Most told us so
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions: [{title: Adults agree to be filmed, type: ethical, importance: high}]
    Good:
        opportunities:
          - title: I can't find a teacher
            status: target
            because: Most told us so
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions: [{title: Adults agree to be filmed, type: ethical, importance: high, known: weak}]
    """
    compared = {
        one.id
        for idea in getattr(it.target_opportunity, "solutions", ())
        for one in idea.assumptions
    }
    for loc, one in walk_pieces(Assumption, it):
        missing = " and ".join(
            f"'{key}:'" for key in ("importance", "known") if getattr(one, key) is None
        )
        if missing and one.id in compared:
            yield Finding(loc, f"'{one.id}' has no place on the assumption map: add {missing}")


RULES = (negative_assumption, vague_assumption, untyped_assumption, unplaced_assumption)
