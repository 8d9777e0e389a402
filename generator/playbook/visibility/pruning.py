"""A piece of an artifact -> the same piece without what is lost: what may not be shown."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from playbook.library.entry import Target
from playbook.model.part import Part
from playbook.model.ref import Ref
from playbook.text.english import with_article
from playbook.text.inline import REFERENCE, Text
from playbook.text.slug import compose

Lost = Callable[[str], Target | None]
"""Returns where a reference leads when that is lost, or None when it may be shown."""

OPENING = re.compile(r"""(?:\A|[.!?…]\s)[\s*_"'“‘(\[`]*\Z""")  # noqa: RUF001 - typographers' quotes
NEAR = 100
"""How many characters before a reference say how its words begin."""
DETERMINED = re.compile(r"\b(?:an?|the|our|my|your|their|his|its|this|each|every|another)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Removed:
    """What a piece leaves that can't do without the lost; all around it goes, too, up to a piece called `takes`."""

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
            made = [prune_value(each, lost) for each in value]
            if taken := next((each for each in made if isinstance(each, Removed) and each.takes), None):
                return taken
            kept = tuple(each for each in made if not isinstance(each, Removed))
            return value if all(each is old for each, old in zip(made, value, strict=True)) else kept
        case _:
            return value


def prune_part(piece: Part, lost: Lost) -> Part | Removed:
    """Return a piece less what is lost; Removed, when that is what the piece must have."""
    values = {name: piece.__dict__[name] for name in type(piece).model_fields}
    changed = {}
    for name, field in type(piece).model_fields.items():
        made = prune_value(values[name], lost)
        if made is values[name]:
            continue
        if isinstance(made, Removed) and made.takes:
            return Removed() if made.takes == getattr(piece, "word", "") else made
        if isinstance(made, Removed) or (isinstance(made, tuple) and len(made) < count_required(field)):
            if field.is_required():
                return Removed()
            made = field.get_default(call_default_factory=True)
        changed[name] = made
    if not changed:
        return piece
    return type(piece).model_construct(piece.model_fields_set, **{**values, **changed}).mended(piece)


def count_required(field: FieldInfo) -> int:
    """Return how many a list must hold; one that must be there holds at least one."""
    asked = (each.min_length for each in field.metadata if hasattr(each, "min_length"))
    return max(asked, default=int(field.is_required()))


def replace_lost_links(text: Text, lost: Lost) -> Text:
    """Return a text with words in the place of each link to what is lost: its own, or what such a thing is called."""
    made = Text(REFERENCE.sub(word_replacer(lost), text))
    if made == text:
        return text
    kept = [ref for ref in text.references() if not lost(ref)]
    return made if list(made.references()) == kept else Text(re.sub(r"[\[\]]+", " ", made).strip())


def word_replacer(lost: Lost) -> Callable[[re.Match[str]], str]:
    """Return what gives, for each reference of one text in turn, the words that take its place, or itself."""
    named: set[str] = set()

    def replace(match: re.Match[str]) -> str:
        target = lost(compose(match[1]))
        if target is None:
            return match[0]
        if match[2] and not names(match[2], target):
            return match[2]
        noun, before = target.noun, match.string[max(0, match.start() - NEAR) : match.start()]
        alone = noun if DETERMINED.search(before) else f"another {noun}" if noun in named else with_article(noun)
        named.add(noun)
        return alone[:1].upper() + alone[1:] if OPENING.search(before) else alone

    return replace


def names(words: str, target: Target) -> bool:
    """Whether words give away the id or the title of what they lead to."""
    said = words.casefold()
    return said in {target.entry.id, target.part} or Text(target.title).plain().casefold() in said
