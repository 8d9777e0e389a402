"""What keeps one word from meaning two things."""

from collections.abc import Iterator
from typing import Any

from playbook.model.traverse import find_pieces
from playbook.parts.definitions import list_words
from playbook.parts.measure import Measure
from playbook.parts.term import Term
from playbook.rules.rule import Finding, Others, rule
from playbook.text.english import quoted


@rule("DF001", "defined-twice")
def defined_twice(it: Any, others: Others) -> Iterator[Finding]:
    """Two definitions drift apart, and nobody knows which one holds. This compares the terms of all
    glossaries by their words, and measures of the same name by 'how:'.

    Bad:
        measures:
          - {title: Resolution rate, how: Cases closed out of all, good: More, from: The queue}
          - {title: Resolution rate, how: Cases not opened again out of all, good: More, from: The queue}
    Good:
        measures:
          - {title: Resolution rate, how: Cases closed out of all, good: More, from: The queue}
          - {title: Cases that stay closed, how: Cases not opened again out of all, good: More, from: The queue}
    """
    for loc, piece in (*find_pieces(it, Term), *find_pieces(it, Measure)):
        for word in list_words(piece):
            home, first = others.find_definition(type(piece), word)
            if first is not piece and not is_same(first, piece):
                where = "above" if home == others.id_of(it) else f"in '{home}'"
                message = (
                    f"{quoted(word)} is defined {where} as well: delete one of the two, "
                    "or say in its title how this one differs"
                )
                yield Finding((*loc, "title"), message)
                break


def is_same(one: Any, other: Any) -> bool:
    """Whether two measures are worked out in the same way, so that they may stand in two plays."""
    return isinstance(one, Measure) and one.how.plain() == other.how.plain()


RULES = (defined_twice,)
