"""The fields of a piece that changed -> sentences, where some belong together."""

from collections.abc import Sequence

from playbook.changes.change import FieldChange
from playbook.report.change_names import format_value, name_thing, read_plain
from playbook.report.field_sentences import States, describe_field
from playbook.report.spans import Sentence, say


def describe_fields(
    fields: Sequence[FieldChange],
    states: States,
    homes: tuple[str, str],
) -> list[Sentence]:
    """Return what changed in fields; a number and the day it is due make one sentence."""
    by_key = {changed.key: changed for changed in fields}
    sentences: list[Sentence] = []
    target, due = by_key.get("outcome.to"), by_key.get("outcome.by")
    for changed in fields:
        if changed.key == "title" and changed.before and changed.after:
            old, new = (name_thing(read_plain(value)) for value in (changed.before, changed.after))
            sentences.append(say("title: ", old, " → ", new))
        elif changed is target and due:
            sentences.append(describe_target(target, due, states, homes))
        elif changed is due and target:
            continue
        else:
            sentences += describe_field(changed, states, homes)
    return sentences


def describe_target(
    target: FieldChange, due: FieldChange, states: States, homes: tuple[str, str]
) -> Sentence:
    """Return that a target and its day changed."""
    days = (due.before, due.after)
    sides = []
    for to, day, state, home in zip(
        (target.before, target.after), days, states, homes, strict=True
    ):
        until = say(" by ", format_value(day, state, home)) if day else ()
        sides.append(say(format_value(to, state, home), until))
    return say("target: ", sides[0], " → ", sides[1])
