"""What makes tags bring together what belongs together."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from playbook.rules.rule import Finding, Others, rule
from playbook.text.english import quoted

ALIKE = 0.8


@rule("TG001", "nearly-the-same-tag")
def nearly_the_same_tag(it: Any, others: Others) -> Iterator[Finding]:
    """Two spellings of a tag split what belongs together: a reader of one never meets the other.

    Bad:
        tags: [interview, interviews]
    Good:
        tags: [interviews, teamwork]
    """
    for index, tag in enumerate(it.tags):
        if tag in it.tags[:index]:
            yield Finding(
                ("tags", index), f"{quoted(tag)} is in the list twice: delete one of them"
            )
            continue
        rank = (others.tags[tag], tag)
        known = [other for other, number in others.tags.items() if (number, other) > rank]
        if close := get_close_matches(tag, known, n=1, cutoff=ALIKE):
            message = f"{quoted(tag)} is nearly the same tag as '{close[0]}': use one of the two"
            yield Finding(("tags", index), message)


RULES = (nearly_the_same_tag,)
