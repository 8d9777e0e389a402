"""Models -> what a contributor reads of them: every field, its type, its default, an example."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from playbook.library.kind import Kind
from playbook.model.part import Anchored, Part
from playbook.model.ref import PartRef, Ref
from playbook.model.scalars import FormattedText
from playbook.reference.examples import Examples
from playbook.reference.json_schema import nested
from playbook.text.english import list_choices
from playbook.text.inline import Text

PLAIN = {str: "text", int: "a whole number", bool: "true or false", date: "a date, such as 2026-03-18"}


@dataclass(frozen=True)
class Row:
    """A field as its table shows it."""

    key: str
    type: str
    default: str
    about: Text
    example: str
    inner: str


@dataclass(frozen=True)
class Table:
    """A piece of an artifact: its name, what it is, its short form, its fields."""

    name: str
    about: Text
    short_for: str
    rows: list[Row]

    @property
    def title(self) -> str:
        """The name in a reader's words."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", self.name).capitalize()


def tables(kind: Kind, examples: Examples) -> list[Table]:
    """Return a table for the kind itself and for each piece in it, in the order they are met."""
    return [table(model, examples) for model in (kind.model, *nested(kind.model))]


def table(model: type[BaseModel], examples: Examples) -> Table:
    """Return one model's table; the id of a piece is the one field that is worked out."""
    rows = [row(field.alias or name, field, examples.get(model, field.alias or name)) for name, field in fields(model)]
    if issubclass(model, Anchored):
        rows = [replace(each, default="made from the title") if each.key == "id" else each for each in rows]
    short = model.short_for if issubclass(model, Part) else ""
    return Table(model.__name__, Text((model.__doc__ or "").strip()), short, rows)


def fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """Yield a model's fields, those that must be there first."""
    return iter(sorted(model.model_fields.items(), key=lambda item: not item[1].is_required()))


def row(key: str, field: FieldInfo, example: Any) -> Row:
    """Return one field's row."""
    inner = next((each.__name__ for each in leaves(field.annotation) if issubclass(each, BaseModel)), "")
    plain = example[0] if isinstance(example, list) and example else example
    shown = "" if inner or isinstance(plain, dict | list) or plain is None else str(plain)
    told = not field.is_required() and isinstance(field.default, str | int) and field.default != ""
    default = f"left out: {field.default}".lower() if told else MAY if not field.is_required() else "must be there"
    return Row(key, type_words(field.annotation, field.metadata), default, Text(field.description or ""), shown, inner)


MAY = "may be left out"


def type_words(annotation: Any, metadata: list[Any]) -> str:
    """Return a type in a reader's words."""
    origin = get_origin(annotation)
    if origin is tuple:
        one = type_words(get_args(annotation)[0], [])
        may = "one, or a list, of: " if any(type(each).__name__ == "_OneOrMany" for each in metadata) else "a list of: "
        return f"{may}{one}"
    if origin is Literal:
        return f"one of {list_choices(get_args(annotation))}"
    if origin in (Union, UnionType):
        return type_words(next(each for each in get_args(annotation) if each is not NoneType), metadata)
    if isinstance(annotation, type) and issubclass(annotation, Ref):
        return ref_words(annotation)
    if isinstance(annotation, type) and issubclass(annotation, FormattedText | BaseModel):
        return (annotation.__doc__ or annotation.__name__).split(":")[0].split(";")[0].strip().rstrip(".").lower()
    return PLAIN.get(annotation, "text with inline Markdown")


def ref_words(ref: type[Ref]) -> str:
    """Return what a reference leads to."""
    if issubclass(ref, PartRef):
        return f"the id of a {ref.words[0]} of this artifact"
    if ref.words:
        return f"the id of a {ref.words[0]}, in another artifact as artifact#{ref.words[0]}"
    return f"the id of one of kind {list_choices(ref.kinds)}" if ref.kinds else "the id of an artifact"


def leaves(annotation: Any) -> Iterator[type]:
    """Yield the classes that an annotation names."""
    if isinstance(annotation, type):
        yield annotation
    for each in get_args(annotation):
        yield from leaves(each)
