"""A printed sheet as data, and as the JSON that the templates in `theme/sheets` read."""

import hashlib
import json
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, ClassVar

from playbook.handouts.qr_code import shorten_address
from playbook.handouts.rich_text import RichText, Run, Runs, breakable
from playbook.text.direction import is_right_to_left
from playbook.text.graphemes import split_graphemes

Fact = tuple[str, Runs]
"""A label, and what stands beside it."""
LONGEST_TITLE = 40
"""The most characters of a title in the foot of a page."""
JSON_NAMES = {"from_": "from", "alt": "told", "head_height": "head", "foot_height": "foot"}
"""Fields with other names in the JSON: those never change, as sheets' versions are made of them."""


@dataclass(frozen=True)
class Head:
    """What every sheet says, whatever is on it."""

    title: Runs
    running: str
    """The title in the foot of every page."""
    address: str
    """Of the page that the sheet goes with; empty for a site without one."""
    short: str
    """The address as one would type it."""


@dataclass(frozen=True)
class FullHead(Head):
    """The head of a sheet that is read: what it is, what it belongs to, what for and the facts."""

    mark: str
    eyebrow: Runs
    purpose: Runs
    facts: list[Fact]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A printed sheet; each kind of sheet adds what it holds below its head."""

    kind: ClassVar[str]
    """What `theme/sheets/main.typ` calls the template that sets it."""
    head: Head

    @cached_property
    def data(self) -> dict[str, Any]:
        """The sheet as JSON, with a version of seven digits that changes with what it says."""
        data = to_json(self)
        digest = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
        return {**data, "version": digest[:7]}


def to_json(value: Any) -> Any:
    """Return a sheet, or a piece of one, as JSON; a sheet and its head are one object there."""
    match value:
        case Run():
            looks = {name: look for name, look in vars(value).items() if look}
            return {"text": value.text, **looks}
        case Sheet():
            pieces = {field.name: getattr(value, field.name) for field in fields(value)}
            head = to_json(pieces.pop("head"))
            return {"kind": value.kind, **head, **to_json(pieces)}
        case dict():
            return {JSON_NAMES.get(name, name): to_json(piece) for name, piece in value.items()}
        case list() | tuple():
            return [to_json(piece) for piece in value]
        case _ if is_dataclass(value):
            return to_json({field.name: getattr(value, field.name) for field in fields(value)})
        case _:
            return value


def make_head(rich_text: RichText, title: Runs, words: str) -> Head:
    """Return the head of a sheet about an artifact's page; `words` are its title as plain text."""
    address = rich_text.address(rich_text.entry)
    return Head(title, shorten_title(words), address, shorten_address(address))


def shorten_title(title: str, longest: int = LONGEST_TITLE) -> str:
    """Return a title short enough for the foot of every page, on one line.

    What is wide counts for more.
    """
    signs = split_graphemes(" ".join(title.split()))
    ends = list(accumulate(map(count_columns, signs)))
    cut = f"{''.join(signs[: bisect_right(ends, longest - 1)]).rstrip()}…"
    short = breakable("".join(signs) if not ends or ends[-1] <= longest else cut)
    if is_right_to_left(short):
        return f"\N{FIRST STRONG ISOLATE}{short}\N{POP DIRECTIONAL ISOLATE}"
    return short


def count_columns(sign: str) -> int:
    """Return how many letters a sign is as wide as, at most: an ideograph two, an emoji three."""
    if unicodedata.category(sign[0]) == "So":
        return 3
    return 2 if unicodedata.east_asian_width(sign[0]) in "WF" else 1
