"""An artifact, and what is left of it without what it referred to -> the places that differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playbook.model.part import Part
from playbook.model.traverse import list_fields
from playbook.source.document import Loc
from playbook.text.inline import REFERENCE, Text
from playbook.text.slug import compose
from playbook.visibility.pruning import Lost, make_replacer, prune_value


@dataclass(frozen=True)
class Change:
    """A place of an artifact that goes, or a text there that becomes another."""

    loc: Loc
    before: Text | None = None
    after: Text | None = None
    """None where the place goes."""


def find_changes(whole: Part, pruned: Part, lost: Lost, loc: Loc = ()) -> Iterator[Change]:
    """Yield each place where a piece differs from the same piece without what is lost."""
    for name, key in reversed(list_fields(type(whole))):
        before, after, place = whole.__dict__[name], pruned.__dict__[name], (*loc, key)
        if after is before:
            continue
        if isinstance(before, tuple) and after:
            for index, item in enumerate(before):
                yield from compare(item, prune_value(item, lost), lost, (*place, index))
        else:
            yield from compare(before, after, lost, place)


def compare(before: Any, after: Any, lost: Lost, loc: Loc) -> Iterator[Change]:
    """Yield how one value differs from what is left of it."""
    if after is before:
        return
    if isinstance(before, Part) and isinstance(after, Part):
        yield from find_changes(before, after, lost, loc)
    elif isinstance(before, Text) and isinstance(after, Text):
        yield Change(loc, before, after)
    else:
        yield Change(loc)


def list_words(text: str, lost: Lost) -> Iterator[tuple[str, str]]:
    """Yield each reference of a text as it is typed, with what is written in its place."""
    replace = make_replacer(lost)
    for match in REFERENCE.finditer(text):
        yield match[0], replace(match)


def rewrite(raw: str, text: str, lost: Lost) -> str:
    """Return a text as it is typed in YAML, with words for its references to what is lost.

    `text` is what YAML reads there. What can't be told apart stays as it is.
    """
    typed = list(REFERENCE.finditer(raw))
    words = [after for _, after in list_words(text, lost)]
    matches = list(REFERENCE.finditer(text))
    if [compose(match[1]) for match in typed] != [compose(match[1]) for match in matches]:
        return raw
    parts, done = [], 0
    for in_raw, match, after in zip(typed, matches, words, strict=True):
        own = {match[0]: in_raw[0], match[2]: in_raw[2]}
        parts += [raw[done : in_raw.start()], own.get(after) or after]
        done = in_raw.end()
    return "".join([*parts, raw[done:]])
