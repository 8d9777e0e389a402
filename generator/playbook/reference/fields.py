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
from playbook.reference.descriptions import read_descriptions
from playbook.reference.examples import Examples
from playbook.reference.json_schema import find_models
from playbook.source.emit import emit_text
from playbook.text.english import list_choices
from playbook.text.inline import Text

PLAIN = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    date: "a date, such as 2026-03-18",
}


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
class FieldTable:
    """A piece of an artifact: its name, what it is, its short form, its fields."""

    name: str
    about: Text
    short_for: str
    rows: list[Row]

    @property
    def title(self) -> str:
        """The name in a reader's words."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", self.name).capitalize()


def make_tables(kind: Kind, examples: Examples) -> list[FieldTable]:
    """Return a table for the kind itself and for each piece in it, in the order they are met."""
    return [make_table(model, examples) for model in (kind.model, *find_models(kind.model))]


def make_table(model: type[BaseModel], examples: Examples) -> FieldTable:
    """Return one model's table; the id of a piece is the one field that is worked out."""
    descriptions = read_descriptions(model)
    rows = [
        make_row(
            field.alias or name,
            field,
            Text(descriptions.get(name, "")),
            examples.get(model, field.alias or name),
        )
        for name, field in list_fields(model)
    ]
    if issubclass(model, Anchored):
        rows = [
            replace(field_row, default="made from the title")
            if field_row.key == "id"
            else field_row
            for field_row in rows
        ]
    short = model.short_for if issubclass(model, Part) else ""
    return FieldTable(model.__name__, Text((model.__doc__ or "").strip()), short, rows)


def list_fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """Yield a model's fields, those that must be there first."""
    return iter(sorted(model.model_fields.items(), key=lambda item: not item[1].is_required()))


def make_row(key: str, field: FieldInfo, about: Text, example: Any) -> Row:
    """Return one field's row."""
    models = (model for model in list_classes(field.annotation) if issubclass(model, BaseModel))
    inner = next((model.__name__ for model in models), "")
    plain = example[0] if isinstance(example, list) and example else example
    has_one = not (inner or isinstance(plain, dict | list) or plain is None)
    shown_example = emit_line(key, plain) if has_one else ""
    is_worth_telling = (
        not field.is_required() and isinstance(field.default, str | int) and field.default != ""
    )
    default = "must be there" if field.is_required() else MAY
    if is_worth_telling:
        default = f"left out: {field.default}".lower()
    return Row(
        key, describe_type(field.annotation, field.metadata), default, about, shown_example, inner
    )


MAY = "may be left out"
NUMBERS = re.compile(r"true|false|-?\d[\d:.-]*")
"""What needs no quotes: a number, a day, a span of time."""


def emit_line(key: str, example: Any) -> str:
    """Return a field with its example, as one line of YAML."""
    text = str(example).lower() if isinstance(example, bool) else str(example)
    return f"{key}: {text if NUMBERS.fullmatch(text) else emit_text(text)}"


def describe_type(annotation: Any, metadata: list[Any]) -> str:
    """Return a type in a reader's words."""
    origin = get_origin(annotation)
    if origin is tuple:
        one = describe_type(get_args(annotation)[0], [])
        may = (
            "one, or a list, of: "
            if any(type(choice).__name__ == "_OneOrMany" for choice in metadata)
            else "a list of: "
        )
        return f"{may}{one}"
    if origin is Literal:
        return f"one of {list_choices(get_args(annotation))}"
    if origin in (Union, UnionType):
        return describe_type(
            next(choice for choice in get_args(annotation) if choice is not NoneType), metadata
        )
    if isinstance(annotation, type) and issubclass(annotation, Ref):
        return describe_reference(annotation)
    if isinstance(annotation, type) and issubclass(annotation, FormattedText | BaseModel):
        return (
            (annotation.__doc__ or annotation.__name__)
            .split(":")[0]
            .split(";")[0]
            .strip()
            .rstrip(".")
            .lower()
        )
    return PLAIN.get(annotation, "text with inline Markdown")


def describe_reference(ref: type[Ref]) -> str:
    """Return what a reference leads to."""
    if issubclass(ref, PartRef):
        return f"the id of a {ref.words[0]} of this artifact"
    if ref.words:
        return f"the id of a {ref.words[0]}, in another artifact as artifact#{ref.words[0]}"
    return (
        f"the id of one of kind {list_choices(ref.kinds)}" if ref.kinds else "the id of an artifact"
    )


def list_classes(annotation: Any) -> Iterator[type]:
    """Yield the classes that an annotation names."""
    if isinstance(annotation, type):
        yield annotation
    for argument in get_args(annotation):
        yield from list_classes(argument)
