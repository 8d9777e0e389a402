"""What makes a scorecard add up."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from playbook.model.traverse import find_pieces
from playbook.parts.scorecard import Scorecard
from playbook.rules.rule import Finding, rule
from playbook.source.problem import Severity
from playbook.text.english import quoted


@rule("SC001", "level-without-its-look", Severity.ERROR)
def level_without_its_look(it: Any) -> Iterator[Finding]:
    """People tick what they see, so each criterion says for every level what it looks like, and for
    no other.

    Bad:
        scorecard:
          title: Is it real?
          levels: [Guessed, Heard, Written]
          criteria:
            - {title: Pain, looks: [We think so, They said so], first: Ask them}
            - {title: Money, looks: [We hope so, They said so, It is in the budget], first: Ask them}
          verdicts: [{at_least: 0, title: Not yet, text: Ask first}]
    Good:
        scorecard:
          title: Is it real?
          levels: [Guessed, Heard]
          criteria:
            - {title: Pain, looks: [We think so, They said so], first: Ask them}
            - {title: Money, looks: [We hope so, They said so], first: Ask them}
          verdicts: [{at_least: 0, title: Not yet, text: Ask first}]
    """
    for loc, card in find_pieces(it, Scorecard):
        for index, criterion in enumerate(card.criteria):
            if len(criterion.looks) != len(card.levels):
                message = (
                    f"'{criterion.id}' says what {len(criterion.looks)} levels look like, "
                    f"and there are {len(card.levels)}"
                )
                yield Finding(
                    (*loc, "criteria", index, "looks"), f"{message}: write one line for each level"
                )


@rule("SC002", "total-without-verdict", Severity.ERROR)
def total_without_verdict(it: Any) -> Iterator[Finding]:
    """A person who adds up a scorecard must find a verdict: the first starts at 0, each one after it
    is higher, and all are within reach.

    Bad:
        scorecard:
          title: Is it real?
          levels: [Guessed, Heard]
          criteria:
            - {title: Pain, looks: [We think so, They said so], first: Ask them}
            - {title: Money, looks: [We hope so, They said so], first: Ask them}
          verdicts: [{at_least: 1, title: Not yet, text: Ask first}, {at_least: 5, title: Real, text: Go on}]
    Good:
        scorecard:
          title: Is it real?
          levels: [Guessed, Heard]
          criteria:
            - {title: Pain, looks: [We think so, They said so], first: Ask them}
            - {title: Money, looks: [We hope so, They said so], first: Ask them}
          verdicts: [{at_least: 0, title: Not yet, text: Ask first}, {at_least: 2, title: Real, text: Go on}]
    """
    for loc, card in find_pieces(it, Scorecard):
        totals = [verdict.at_least for verdict in card.verdicts]
        if totals[0]:
            message = f"a total below {totals[0]} has no verdict: start the first one at 0"
            yield Finding((*loc, "verdicts", 0, "at_least"), message)
        for index, (lower, higher) in enumerate(pairwise(totals), 1):
            if higher <= lower:
                message = (
                    f"{quoted(higher)} is not higher than {quoted(lower)} above it: "
                    "write the verdicts from the lowest total up"
                )
                yield Finding((*loc, "verdicts", index, "at_least"), message)
        for index, total in enumerate(totals):
            if total > card.most:
                message = (
                    f"nobody reaches {total}, since the highest total is {card.most}: lower it"
                )
                yield Finding((*loc, "verdicts", index, "at_least"), message)


RULES = (level_without_its_look, total_without_verdict)
