"""Every value in an artifact, with the location that its YAML has."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from playbook.source import Loc


def walk(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Yield each value below this one, parents first, in the order the model names them."""
    yield loc, value
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from walk(getattr(value, name), (*loc, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*loc, index))
