"""A piece of an artifact -> the same piece without what is lost: what is not on the site."""

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from playbook.library.entry import Target
from playbook.model.part import Part
from playbook.model.ref import Ref
from playbook.text.english import capitalize, with_article
from playbook.text.inline import REFERENCE, Text
from playbook.text.slug import compose


@dataclass(frozen=True)
class Absent:
    """What is not on this site and no secret, so that its name may be said."""

    ref: str
    find_noun: Callable[[], str] = dataclasses.field(compare=False)

    @property
    def noun(self) -> str:
        """What readers call such a thing."""
        return self.find_noun()


Lost = Callable[[str], Target | Absent | None]
"""Returns where a reference leads when that is lost, or None when it may be shown."""

OPENING = re.compile(r"""(?:\A|[.!?…]\s)[\s*_"'“‘(\[`]*\Z""")  # noqa: RUF001 - typographers' quotes
NEAR = 100
"""How many characters before a reference say how its words begin."""
DETERMINED = re.compile(
    r"\b(?:an?|the|our|my|your|their|his|its|this|each|every|another)\s+\Z", re.IGNORECASE
)


@dataclass(frozen=True)
class Removed:
    """What a piece leaves that can't do without the lost.

    All around it goes, too, up to a piece called `takes`.
    """

    takes: str = ""


def prune_value(value: Any, lost: Lost) -> Any:
    """Return a value without what is lost, the very same when nothing in it is.

    It is Removed when it can't do without.
    """
    match value:
        case Ref():
            return Removed(value.takes) if lost(value) else value
        case Text():
            return replace_lost_links(value, lost)
        case Part():
            return prune_part(value, lost)
        case tuple():
            pruned = [prune_value(item, lost) for item in value]
            if removal := next(
                (item for item in pruned if isinstance(item, Removed) and item.takes), None
            ):
                return removal
            remaining = tuple(item for item in pruned if not isinstance(item, Removed))
            return (
                value
                if all(item is old for item, old in zip(pruned, value, strict=True))
                else remaining
            )
        case _:
            return value


def prune_part(piece: Part, lost: Lost) -> Part | Removed:
    """Return a piece less what is lost; Removed, when that is what the piece must have."""
    fields, values = type(piece).model_fields, piece.__dict__
    changed = {}
    for name, field in fields.items():
        pruned = prune_value(values[name], lost)
        if pruned is values[name]:
            continue
        if isinstance(pruned, Removed) and pruned.takes:
            return Removed() if pruned.takes == getattr(piece, "word", "") else pruned
        if isinstance(pruned, Removed) or (
            isinstance(pruned, tuple) and len(pruned) < count_required(field)
        ):
            if field.is_required():
                return Removed()
            pruned = field.get_default(call_default_factory=True)
        changed[name] = pruned
    if not changed:
        return piece
    kept = {name: values[name] for name in fields}
    remainder = type(piece).model_construct(piece.model_fields_set, **{**kept, **changed})
    return remainder.restore_order(piece)


def count_required(field: FieldInfo) -> int:
    """Return how many a list must hold; one that must be there holds at least one."""
    asked = (
        constraint.min_length for constraint in field.metadata if hasattr(constraint, "min_length")
    )
    return max(asked, default=int(field.is_required()))


def replace_lost_links(text: Text, lost: Lost) -> Text:
    """Return a text with words in the place of each link to what is lost.

    Its own, or what such a thing is called.
    """
    if not REFERENCE.search(text):
        return text
    replaced = Text(REFERENCE.sub(make_replacer(lost), text))
    if replaced == text:
        return text
    references = [ref for ref in text.references() if not lost(ref)]
    return (
        replaced
        if list(replaced.references()) == references
        else Text(re.sub(r"[\[\]]+", " ", replaced).strip())
    )


def make_replacer(lost: Lost) -> Callable[[re.Match[str]], str]:
    """Return what gives the words in the place of a text's each reference, or itself."""
    named_nouns: set[str] = set()

    def replace(match: re.Match[str]) -> str:
        target = lost(compose(match[1]))
        if target is None:
            return match[0]
        if match[2] and not is_giving_away(match[2], target):
            return match[2]
        noun, before = target.noun, match.string[max(0, match.start() - NEAR) : match.start()]
        undetermined = f"another {noun}" if noun in named_nouns else with_article(noun)
        phrase = noun if DETERMINED.search(before) else undetermined
        named_nouns.add(noun)
        return capitalize(phrase) if OPENING.search(before) else phrase

    return replace


def is_giving_away(words: str, target: Target | Absent) -> bool:
    """Whether words give away the id or the title of a secret that they lead to."""
    if isinstance(target, Absent):
        return False
    folded = words.casefold()
    return (
        folded in {target.entry.id, target.part} or Text(target.title).plain().casefold() in folded
    )
