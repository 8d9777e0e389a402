"""A document's data -> its kind's model, with every misfit answered at its place."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from playbook.problem import Problem
from playbook.source import Loc, Source
from playbook.wording import did_you_mean, listing, quoted

Model = TypeVar("Model", bound=BaseModel)

EMPTY = "is empty: fill it in or delete the line"
WANTED = {
    "string_type": "wants text",
    "int_parsing": "wants a whole number",
    "int_type": "wants a whole number",
    "bool_parsing": "wants 'true' or 'false'",
    "bool_type": "wants 'true' or 'false'",
    "tuple_type": "wants a list: write each item on its own line after '- '",
    "model_type": "wants 'key: value' lines below it",
    "model_attributes_type": "wants 'key: value' lines below it",
    "date_from_datetime_parsing": "wants a date such as '2026-03-18'",
    "date_parsing": "wants a date such as '2026-03-18'",
    "date_type": "wants a date such as '2026-03-18'",
}


def fit(model: type[Model], source: Source) -> tuple[Model | None, list[Problem]]:
    """Return the document as `model`, or every place where it does not fit."""
    try:
        return model.model_validate(source.data()), []
    except ValidationError as error:
        # pydantic counts only the items that fit, so a list with a wrong item may be "too short" as well
        details = [each for each in error.errors(include_url=False) if each["type"] != "too_short" or not each["input"]]
        return None, [describe(detail, model, source) for detail in details]


def describe(detail: ErrorDetails, model: type[BaseModel], source: Source) -> Problem:
    """Return one misfit in the words of a person, at its line."""
    loc: Loc = detail["loc"]
    name = next((step for step in reversed(loc) if isinstance(step, str)), "it")
    if detail["type"] == "missing":
        return Problem(source.path, source.mark(loc[:-1]), "SHP002", f"'{name}' is missing: add '{name}:' here")
    if detail["type"] == "extra_forbidden":
        known = fields(model, loc[:-1])
        if " " in name and detail["input"] is None:
            message = f"'{name}' stands after a comma inside {{ }} and so became a key: put the whole text in quotes"
            return Problem(source.path, source.mark(loc, key=True), "SHP003", message)
        message = f"'{name}' is not known here{did_you_mean(name, known)}: it can be {listing(known)}"
        return Problem(source.path, source.mark(loc, key=True), "SHP003", message)
    return Problem(source.path, source.mark(loc), "SHP004", f"'{name}' {wanted(detail)}")


def wanted(detail: ErrorDetails) -> str:
    """Return what a value should have been, and what it is."""
    given, said = detail["input"], detail["msg"].removeprefix("Input should be ")
    close = ""
    match detail["type"]:
        case _ if given is None:
            return EMPTY
        case "string_too_short" | "too_short":
            return EMPTY
        case "literal_error":
            choices = re.findall(r"'([^']+)'", detail.get("ctx", {})["expected"])
            close, said = did_you_mean(given, choices), f"it can be {listing(choices)}"
        case "greater_than_equal":
            said = f"the least is {detail.get('ctx', {})['ge']}"
        case "less_than_equal":
            said = f"the most is {detail.get('ctx', {})['le']}"
        case known if known in WANTED:
            said = f"it {WANTED[known]}"
    return f"is {quoted(given)}{close}: {said}"


def fields(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return the keys that may stand at `loc` in a document of this model."""
    for step in loc:
        if isinstance(step, str):
            field = next((f for name, f in model.model_fields.items() if (f.alias or name) == step), None)
            inner = next(models_in(field.annotation), None) if field else None
            if inner is None:
                break
            model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation such as `tuple[Step, ...] | None` names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)
