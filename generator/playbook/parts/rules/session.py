"""What a facilitator needs to hold a session as it is written."""

import re
from collections.abc import Iterator
from typing import Any

from playbook.model.traverse import find_pieces
from playbook.parts.checklist import Checklist
from playbook.rules.durations import add_up, find_durations
from playbook.rules.rule import Finding, rule

IN_BRACKETS = re.compile(r"\(([^()]*)\)")
MARGIN = 1.1
"""A tenth is rounding."""


@rule("SE003", "preparation-longer-than-it-says")
def preparation_longer_than_it_says(it: Any) -> Iterator[Finding]:
    """Someone who plans half an hour and needs two comes unprepared. This adds up the times in brackets,
    such as '(30 minutes)' but not '(5 minutes each)', and compares them with the title's.

    Bad:
        prepare: {title: The day before (half an hour), items: [Print the cards (20 minutes), Ask support (30 minutes)]}
    Good:
        prepare: {title: The day before (50 minutes), items: [Print the cards (20 minutes), Ask support (30 minutes)]}
    """
    for loc, one in find_pieces(it, Checklist):
        promised = add_up(one.title.plain())
        brackets = [words for item in one.items for words in IN_BRACKETS.findall(item.plain())]
        own = (words for words in brackets if not words.endswith("each"))
        needed = sum(time.minutes for words in own for time in find_durations(words))
        if promised and needed > promised * MARGIN:
            message = (
                f"the items take {needed:g} minutes, more than the {promised:g} in the title: "
                "say how long it really takes"
            )
            yield Finding((*loc, "title"), message)


RULES = (preparation_longer_than_it_says,)
