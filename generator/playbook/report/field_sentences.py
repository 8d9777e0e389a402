"""A field in two states -> sentences that say what changed in it."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from playbook.changes.change import FieldChange
from playbook.changes.words import RunSort, compare_words
from playbook.model.ref import Ref
from playbook.report.change_names import (
    State,
    format_record,
    format_value,
    label_field,
)
from playbook.report.spans import Sentence, Span, join, mark_runs, say
from playbook.text.english import counted
from playbook.text.inline import Text

ADDRESS = re.compile(r"(?<=\]\()[^\s)]*")
"""Where a link leads, of which readers see only the words."""
SHORT = 4
"""Up to so many words, a text is told as a whole: from this to that."""
FEW = 6
"""How many references are named."""
MOST_PAIRS = 1_000_000
"""Beyond so many pairs of items, those that a list has often are not looked for at every place."""
TITLES = ("title", "ask", "name", "text")
IDENTITIES = ("title", "ask", "to", "guide", "node", "at", "name", "text")
"""The fields by which parts without an id are known again."""
GAINED = {
    "decisions": ("new decision", "removed decision"),
    "evidence": ("new evidence", "removed evidence"),
    "from": ("now made from", "no longer made from"),
    "insights": ("new insight", "removed insight"),
    "left_out": ("now left out", "no longer left out"),
    "merges": ("now merges", "no longer merges"),
    "next": ("now leads to", "no longer leads to"),
    "outcome.values": ("new measured value", "removed measured value"),
    "questions": ("new question", "removed question"),
    "readings": ("new reading", "removed reading"),
    "sources": ("new source", "removed source"),
    "steps": ("new step", "removed step"),
}
"""What is said of an item that a list gains or loses."""
COUNTED = {"heard_in": "interview"}
"""Lists of references where it matters how many there are, by what one of them is called."""
States = tuple[State, State]


def describe_field(change: FieldChange, states: States, homes: tuple[str, str]) -> list[Sentence]:
    """Return what changed in a field; `homes` are the ids of its artifact in both states."""
    before, after = change.before, change.after
    if isinstance(before, list) or isinstance(after, list):
        return list(describe_list(change, states, homes))
    label = label_field(change.key)
    are_texts = isinstance(before, Text) and isinstance(after, Text)
    if are_texts and (not is_short(before, after) or hides_change(before, after)):
        return [say(f"{label}: ", mark_words(before, after))]
    old, new = (
        format_value(value, state, home)
        for value, state, home in zip((before, after), states, homes, strict=True)
    )
    if before is None:
        return [say(f"added {label}: ", new)]
    if after is None:
        return [say(f"removed {label}: ", old)]
    return [say(f"{label}: ", old, " → ", new)]


def is_short(*texts: Text) -> bool:
    """Whether texts are told as a whole."""
    return all(len(text.split()) <= SHORT for text in texts)


def hides_change(before: str, after: str) -> bool:
    """Whether the words alone don't say all that changed: where a link leads, or only signs."""
    plain = [text.plain() if isinstance(text, Text) else text for text in (before, after)]
    return plain[0] == plain[1] or ADDRESS.findall(before) != ADDRESS.findall(after)


def mark_words(before: str, after: str) -> Sentence:
    """Return a text with the words that differ; with its signs where only those do."""
    if before == after:
        return say(before.plain() if isinstance(before, Text) else before)
    plain = [text.plain() if isinstance(text, Text) else text for text in (before, after)]
    if hides_change(before, after):
        plain = [" ".join(before.split()), " ".join(after.split())]
    if plain[0] == plain[1]:
        return say(Span(plain[1]), " (only the line breaks differ)")
    return mark_runs(compare_words(*plain))


def describe_list(
    change: FieldChange, states: States, homes: tuple[str, str]
) -> Iterator[Sentence]:
    """Yield what changed in a list."""
    before, after = list(change.before or ()), list(change.after or ())
    label = label_field(change.key)
    if all(isinstance(item, Ref) for item in (*before, *after)):
        yield describe_references(change.key, before, after, states, homes)
        return
    if sorted(map(repr, before)) == sorted(map(repr, after)):
        yield say(f"{label}: the same items in another order")
        return
    for gone, new in pair_items(before, after):
        yield describe_item(change.key, (gone, new), states, homes)


def say_new(key: str) -> str:
    """Return that a list has something new."""
    return GAINED[key][0] if key in GAINED else f"new in {label_field(key)}"


def say_gone(key: str) -> str:
    """Return that a list has something no longer."""
    return GAINED[key][1] if key in GAINED else f"removed from {label_field(key)}"


def describe_references(
    key: str, before: list[Ref], after: list[Ref], states: States, homes: tuple[str, str]
) -> Sentence:
    """Return which references a list gained and lost, and how many it had."""
    noun = COUNTED.get(key)
    new = [item for item in after if item not in before]
    gone = [item for item in before if item not in after]
    parts = [
        say(f"{word}: ", name_references(items, state, home))
        for word, items, state, home in (
            ("new" if gone or noun else "", new, states[1], homes[1]),
            ("gone", gone, states[0], homes[0]),
        )
        if items and word
    ]
    label = label_field(key)
    if noun:
        head = say(f"now heard in {counted(len(after), noun)}, was {len(before)}")
        return say(head, " (", join(parts, "; "), ")") if parts else say(f"{label}: another order")
    if not (new or gone):
        return say(f"{label}: the same items in another order")
    if not gone:
        return say(f"{say_new(key)}: ", name_references(new, states[1], homes[1]))
    return say(f"{label}: ", join(parts, "; "))


def name_references(items: Sequence[Ref], state: State, home: str) -> Sentence:
    """Return what references lead to, and how many more there are."""
    named = join(format_value(item, state, home) for item in items[:FEW])
    return say(named, f" and {len(items) - FEW} more" if len(items) > FEW else "")


def pair_items(before: list[Any], after: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the items that differ: one that was reworded with what it was, others alone."""
    first, second = (list(map(repr, items)) for items in (before, after))
    is_long = len(first) * len(second) > MOST_PAIRS
    matcher = SequenceMatcher(None, first, second, autojunk=is_long)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone, new = deque(before[start:end]), deque(after[other_start:other_end])
        while gone or new:
            if gone and new and is_alike(gone[0], new[0]):
                yield gone.popleft(), new.popleft()
            elif gone and (len(gone) >= len(new) or not new):
                yield gone.popleft(), None
            else:
                yield None, new.popleft()


def is_alike(one: Any, other: Any) -> bool:
    """Whether an item is another one reworded, or leads to the same."""
    if isinstance(one, dict) and isinstance(other, dict):
        key = next((key for key in IDENTITIES if key in one and key in other), None)
        if key:
            return bool(one[key] == other[key]) or is_alike(one[key], other[key])
        return any(is_alike(one[key], other[key]) for key in one if key in other)
    if isinstance(one, list) and isinstance(other, list):
        return any(map(is_alike, one, other))
    if isinstance(one, Ref) or not (isinstance(one, str) and isinstance(other, str)):
        return False
    runs = compare_words(one, other)
    return any(run.sort is RunSort.SAME and run.text.strip() for run in runs)


def describe_item(
    key: str, pair: tuple[Any, Any], states: States, homes: tuple[str, str]
) -> Sentence:
    """Return that an item of a list is new, gone, or another."""
    before, after = pair
    label = label_field(key)
    if before is None:
        return say(f"{say_new(key)}: ", format_value(after, states[1], homes[1]))
    if after is None:
        return say(f"{say_gone(key)}: ", format_value(before, states[0], homes[0]))
    if isinstance(before, dict) and isinstance(after, dict):
        return say(f"{label}: ", describe_record(before, after, states, homes))
    if isinstance(before, Text) and isinstance(after, Text):
        return say(f"{label}: ", mark_words(before, after))
    if isinstance(before, list) and isinstance(after, list):
        return say(f"{label}: ", mark_cells(before, after))
    old, new = format_value(before, states[0], homes[0]), format_value(after, states[1], homes[1])
    return say(f"{label}: ", old, " → ", new)


def mark_cells(before: list[Any], after: list[Any]) -> Sentence:
    """Return a row of a table with the words that differ."""
    pairs = zip_longest(before, after, fillvalue="")
    return join((mark_words(one, other) for one, other in pairs), "; ")


def describe_record(
    before: dict[str, Any], after: dict[str, Any], states: States, homes: tuple[str, str]
) -> Sentence:
    """Return what changed in a part without an id."""
    keys = [key for key in {**after, **before} if before.get(key) != after.get(key)]
    known = [key for key in (*IDENTITIES, "date") if key in after and key not in keys]
    own = next((key for key in TITLES if key in after and key in before), "")
    if not (known or own) and keys == ["cells"]:
        return mark_cells(before["cells"], after["cells"])
    if not known and not own:
        old = format_record(before, states[0], homes[0])
        return say(old, " → ", format_record(after, states[1], homes[1]))
    name = (
        format_record({known[0]: after[known[0]]}, states[1], homes[1])
        if known
        else mark_words(before[own], after[own])
    )
    rest = [key for key in keys if known or key != own]
    parts = [
        sentence
        for key in rest
        for sentence in describe_field(
            FieldChange(key=key, before=before.get(key), after=after.get(key)), states, homes
        )
    ]
    return say(name, (", " if known else "; ") if parts else "", join(parts, "; "))
