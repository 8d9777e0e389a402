"""What makes an anti-pattern of use."""

from collections.abc import Iterator
from typing import Any

from playbook.model.traverse import find_pieces
from playbook.parts.anti_pattern import AntiPattern
from playbook.rules.rule import Finding, rule
from playbook.rules.word_lists import find_opening_word


@rule("AP001", "anti-pattern-without-fix")
def anti_pattern_without_fix(it: Any) -> Iterator[Finding]:
    """Naming what goes wrong and stopping there leaves people where they were.

    Bad:
        anti_patterns: [{title: Endless debate, smell: Pens lie still, harm: The map stays empty}]
    Good:
        anti_patterns: [{title: Endless debate, smell: Pens lie still, harm: The map stays empty, fix: Draw both}]
    """
    for loc, one in find_pieces(it, AntiPattern):
        if one.fix is None:
            yield Finding(
                loc, f"'{one.id}' has no fix: add 'fix:' with the smallest thing to do instead"
            )


@rule("AP002", "fix-that-only-forbids")
def fix_that_only_forbids(it: Any) -> Iterator[Finding]:
    """'Don't' tells nobody what to do; a fix is a move to make in the room.

    Bad:
        anti_patterns: [{title: Endless debate, smell: Pens lie still, harm: The map stays empty, fix: Avoid it}]
    Good:
        anti_patterns: [{title: Endless debate, smell: Pens lie still, harm: The map stays empty, fix: Draw both}]
    """
    for loc, one in find_pieces(it, AntiPattern):
        if one.fix and (word := find_opening_word(one.fix.plain(), "bans")):
            message = (
                f"the fix of '{one.id}' only forbids ('{word} …'): open it with what to do instead"
            )
            yield Finding((*loc, "fix"), message)


RULES = (anti_pattern_without_fix, fix_that_only_forbids)
