"""What the method asks of the criterion of each assumption test."""

import re
from collections.abc import Iterator

from playbook.kinds.opportunity_tree.model import OpportunityTree
from playbook.kinds.opportunity_tree.rules.pieces import walk_pieces
from playbook.kinds.opportunity_tree.solution import AssumptionTest
from playbook.rules.rule import Finding, rule
from playbook.rules.word_lists import find_word
from playbook.text.english import quoted

PER_CENT = re.compile(r"(?i)%|\bper ?cent\b")


@rule("OT601", "test-without-criterion")
def test_without_criterion(it: OpportunityTree) -> Iterator[Finding]:
    """Agree before the test on what would convince you; afterwards, any result can be made
    to look like support (ch. 10).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests: [{title: Ten adults at a mock-up}]
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests: [{title: Ten adults at a mock-up, criterion: {at_least: 6 of 10, who: open the map}}]
    """
    for loc, one in walk_pieces(AssumptionTest, it):
        if one.criterion is None:
            yield Finding(
                loc, f"'{one.id}' has no criterion: add 'criterion: {{at_least: 6 of 10, who: …}}'"
            )


@rule("OT602", "criterion-in-per-cent")
def criterion_in_per_cent(it: OpportunityTree) -> Iterator[Finding]:
    """Small tests have small numbers; percentages make six people sound like a market (Torres,
    ch. 10).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests: [{title: At a mock-up, criterion: {at_least: 6 of 10, who: open 60% of the entries}}]
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests: [{title: At a mock-up, criterion: {at_least: 6 of 10, who: open three entries}}]
    """
    for loc, one in walk_pieces(AssumptionTest, it):
        if one.criterion and PER_CENT.search(one.criterion.who.plain()):
            message = (
                f"{quoted(one.criterion.who.plain())} uses a percentage: "
                "count people or things instead"
            )
            yield Finding((*loc, "criterion", "who"), message)


@rule("OT603", "opinion-as-criterion")
def opinion_as_criterion(it: OpportunityTree) -> Iterator[Finding]:
    """A test simulates a moment and looks at what people do; what they say they would do predicts
    little (ch. 10).

    Bad:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests: [{title: At a mock-up, criterion: {at_least: 6 of 10, who: would use the map}}]
    Good:
        opportunities:
          - title: I can't find a teacher
            evidence: Interview 1
            solutions:
              - title: A map of teachers
                assumptions:
                  - title: Adults open the map before they search
                    type: desirability
                    tests: [{title: At a mock-up, criterion: {at_least: 6 of 10, who: open the map first}}]
    """
    for loc, one in walk_pieces(AssumptionTest, it):
        if one.criterion and (word := find_word(one.criterion.who.plain(), "opinions")):
            message = (
                f"{quoted(one.criterion.who.plain())} is an opinion ('{word}'): "
                "say what they do in that moment"
            )
            yield Finding((*loc, "criterion", "who"), message)


RULES = (test_without_criterion, criterion_in_per_cent, opinion_as_criterion)
