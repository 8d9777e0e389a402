"""Whatever pydantic finds wrong with a value is told in our own words."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from playbook.config.audiences import Audience
from playbook.config.settings import Settings
from playbook.kinds import KINDS
from playbook.model.validation import explain_value

OF_SCHEMAS = {
    "bool": ("bool_",),
    "date": ("date_from", "date_parsing", "date_type"),
    "dict": ("dict_",),
    "int": ("int_", "finite_number", "greater_than_equal", "less_than_equal"),
    "literal": ("literal_",),
    "model": ("model_type",),
    "str": ("string_type", "string_unicode", "string_too_"),
    "tuple": ("tuple_", "too_short", "too_long"),
}
"""What our models are made of, and how the errors that each can raise begin."""
WITHOUT_VALUES = {
    "function-after",
    "function-before",
    "no-info",
    "nullable",
    "default",
    "definitions",
    "definition-ref",
    "model-field",
    "model-fields",
    "union",
}
ERRORS = [
    error
    for error in get_args(ErrorType)
    if error.startswith(tuple(each for starts in OF_SCHEMAS.values() for each in starts))
]


def list_types(schema: Any, seen: set[int]) -> Iterator[str]:
    """Yield what a schema is made of."""
    if isinstance(schema, dict) and id(schema) not in seen:
        seen.add(id(schema))
        yield from [schema["type"]] if isinstance(schema.get("type"), str) else []
        for inner in schema.values():
            yield from list_types(inner, seen)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from list_types(inner, seen)


def test_the_models_are_made_of_what_is_known_here() -> None:
    types = set[str]()
    for model in (Settings, Audience, *(kind.model for kind in KINDS)):
        model.model_rebuild()
        types |= set(list_types(model.__pydantic_core_schema__, set()))
    assert types - WITHOUT_VALUES - OF_SCHEMAS.keys() == set()


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_has_words_of_ours(error: str) -> None:
    context = {"min_length": 1, "ge": 1, "le": 9, "max_length": 9, "expected": "'a' or 'b'"}
    given = [] if error == "too_long" else "x1"
    detail = ErrorDetails(type=error, loc=("a",), msg="RAW", input=given, ctx=context)
    told = explain_value(detail)
    assert "RAW" not in told
    assert ": " in told


def test_too_little_is_counted() -> None:
    detail = ErrorDetails(
        type="string_too_short", loc=("a",), msg="", input="x", ctx={"min_length": 3}
    )
    assert explain_value(detail) == "is 'x': write at least 3 characters"
