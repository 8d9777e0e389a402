"""Artifacts of every kind that are as full as their models allow, with one text in every field that
takes any text."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from playbook.kinds import KINDS
from playbook.library.kind import Kind
from playbook.model.part import Anchored
from playbook.model.picture_file import PictureFile
from playbook.model.ref import PartRef, Ref
from playbook.model.scalars import Count, Minutes, Month, People, Slug, Tag, TimeSpan
from playbook.parts.cadence import Cadence
from playbook.parts.revision import Revision

TAME = "Harmless words"
HOSTILE = {
    "link": "[x](javascript:alert(1)){: onclick=a } ]] [[]] [[|]] | a |",
    "attribute": '"><img src=x onerror=alert(1)><svg onload=alert(1)>',
    "templates": "\\N \\G \\L {{ 7*7 }} {% raw %} {# #} \u202e reversed \U0001f3bb",
    "code": "``` `code` `` ```",
    "markup": "</title><script>alert(1)</script> <!-- --> &lt;b&gt; ***",
}
"""Each tries several things: whichever of them makes something, its signs are no longer shown. None
is so long that a thumbnail has less room for cards."""
SHOWN = {**HOSTILE, "code": "`code` ``"}  # the outer backticks are Markdown
FACE = "face.svg"
"""The picture that every field for one names."""
FORMS: dict[type, str] = {
    Cadence: "monthly",
    Count: "7 of 10",
    Minutes: "20",
    Month: "2026-03",
    People: "3+",
    PictureFile: f"/{FACE}",
    Revision: "2026-03-01 09:30",
    Tag: "a-tag",
    TimeSpan: "09:00-10:00",
    bool: "true",
    date: "2026-03-18",
}
SET_FORM = {
    "isbn": "9781736633304",
    "zone": "America/Los_Angeles",
    "url": "https://example.org/a_(b)?c=1&d=*",
}
# a map says who drew it, or what it merges; a solution belongs under an opportunity; with one step
# a flow has no way on
# and asks nothing: flows that branch are in hostile/
LEFT_OUT = {
    ("ExperienceMap", "merges"),
    ("OpportunityTree", "solutions"),
    ("FlowStep", "next"),
    ("FlowStep", "calls"),
    ("Scenario", "answers"),
}

BY_HAND = Path(__file__).with_name("hostile")
HOMES = {"node": "experience-map", "opportunity": "opportunity-tree"}
"""The kind that has a first piece of each sort that another artifact may refer to."""


class Filler:
    """Fills one artifact of a kind.

    `homes` says which artifact a reference to a kind may lead to.
    """

    def __init__(self, text: str, homes: dict[str, str]) -> None:
        self.text, self.homes = text, homes
        self.ids = (f"part-{number}" for number in count(1))
        self.last_ids: dict[str, str] = {}

    def model(self, model: type[BaseModel]) -> dict[str, Any]:
        """Return a value for each field, optional ones too.

        A list is as short as it may be, and holds no own kind.
        """
        given: dict[str, Any] = {}
        for name, field in model.model_fields.items():
            key = field.alias or name
            if (model.__name__, key) not in LEFT_OUT and (
                value := self.value(key, field.annotation, field, model)
            ) is not None:
                given[key] = value
        return given

    def value(self, key: str, wanted: Any, field: FieldInfo, home: type[BaseModel]) -> Any:
        """Return a value of the type that is wanted."""
        origin, arguments = get_origin(wanted), get_args(wanted)
        if origin is Literal:
            return arguments[0]
        if origin is tuple:
            least = next(
                (bound.min_length for bound in field.metadata if hasattr(bound, "min_length")), 1
            )
            items = [self.value(key, arguments[0], field, home) for _ in range(least)]
            return None if None in items else items
        if origin is Annotated:
            return self.value(key, arguments[0], field, home)
        if origin in {Union, UnionType}:
            words = [
                each for each in arguments if each not in {NoneType, bool}
            ]  # a reason says more than a yes
            return self.value(key, words[0] if words else bool, field, home)
        if issubclass(wanted, BaseModel):
            return None if wanted is home else self.model(wanted)
        return self.scalar(key, wanted, field, home)

    def scalar(self, key: str, wanted: type, field: FieldInfo, home: type[BaseModel]) -> str:
        """Return a text, or what stands for the text where only one form will do."""
        if wanted is Slug:
            name = next(self.ids)
            if issubclass(home, Anchored):
                self.last_ids[home.word] = name
            return name
        if issubclass(wanted, PartRef):
            return self.last_ids[wanted.words[0]]
        if issubclass(wanted, Ref) and wanted.words:
            return f"{self.homes[HOMES[wanted.words[0]]]}#part-1"
        if issubclass(wanted, Ref):
            return self.homes[next(iter(wanted.kinds), "play")]
        if wanted is int:
            least = next((bound.ge for bound in field.metadata if hasattr(bound, "ge")), 1)
            return str(1 if key == "number" else least)  # the chapter that the guide reads
        assert wanted in FORMS or issubclass(wanted, str), (
            f"'{key}' takes {wanted}: say here how to fill it"
        )
        return FORMS.get(wanted) or SET_FORM.get(key, self.text)


def artifacts(texts: dict[str, str]) -> Iterator[tuple[Kind, str, dict[str, Any]]]:
    """Yield (kind, id, document) for every kind and text; what it refers to has the same text."""
    for name, text in texts.items():
        homes = {kind.name: f"{kind.name}-{name}" for kind in KINDS}
        for kind in KINDS:
            yield (
                kind,
                homes[kind.name],
                {**Filler(text, homes).model(kind.model), "kind": kind.name},
            )


def handwritten(texts: dict[str, str]) -> Iterator[tuple[Kind, str, dict[str, Any]]]:
    """Yield (kind, id, document) for every file in hostile/ and every text, which stands there for
    TEXT."""
    for name, text in texts.items():
        for kind in KINDS:
            path = BY_HAND / f"{kind.name}.yml"
            if path.exists():
                document = yaml.safe_load(path.read_text(encoding="utf-8"))
                yield kind, f"hostile-{kind.name}-{name}", put_in(document, name, text)


def put_in(value: Any, name: str, text: str) -> Any:
    """Return YAML with a text in the places that were held for it."""
    if isinstance(value, dict):
        return {key: put_in(inner, name, text) for key, inner in value.items()}
    if isinstance(value, list):
        return [put_in(inner, name, text) for inner in value]
    return value.replace("NAME", name).replace("TEXT", text) if isinstance(value, str) else value
