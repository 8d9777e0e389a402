"""Every piece and every text in an artifact, with the location that its YAML has."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from playbook.source import Loc


def walk(value: Any) -> Iterator[tuple[Loc, Any]]:
    """Yield each model and each text below this one, parents first, in the order the models name them."""
    ahead: list[tuple[Loc, Any]] = [((), value)]
    while ahead:
        loc, each = ahead.pop()
        if isinstance(each, tuple):
            ahead.extend(((*loc, index), each[index]) for index in range(len(each) - 1, -1, -1))
            continue
        yield loc, each
        if isinstance(each, BaseModel):
            held = each.__dict__
            ahead.extend(
                ((*loc, key), held[name])
                for name, key in names(type(each))
                if isinstance(held[name], str | tuple | BaseModel)
            )


@cache
def names(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return a model's attributes with their keys in YAML, last one first."""
    return tuple((name, field.alias or name) for name, field in reversed(model.model_fields.items()))
