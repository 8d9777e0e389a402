"""A document's data -> its kind's model, with every misfit answered at its place."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from playbook.source.composer import MERGE
from playbook.source.document import Loc, Source
from playbook.source.problem import MOST, Problem
from playbook.text.english import counted, did_you_mean, list_choices, normalize_figures, quoted

Model = TypeVar("Model", bound=BaseModel)

MOST_KEYS = 3
EMPTY = "is empty: fill it in or delete the line"
WANTED = {
    "string_type": "wants text",
    "int_parsing": "wants a whole number",
    "int_type": "wants a whole number",
    "int_from_float": "wants a whole number",
    "int_parsing_size": "wants a smaller number",
    "finite_number": "wants a whole number",
    "string_unicode": "wants text",
    "dict_type": "wants 'key: value' lines below it",
    "bool_parsing": "wants 'true' or 'false'",
    "bool_type": "wants 'true' or 'false'",
    "tuple_type": "wants a list: write each item on its own line after '- '",
    "model_type": "wants 'key: value' lines below it",
    "model_attributes_type": "wants 'key: value' lines below it",
    "date_from_datetime_inexact": "wants a date such as '2026-03-18', without a time",
    "date_from_datetime_parsing": "wants a date such as '2026-03-18'",
    "date_parsing": "wants a date such as '2026-03-18'",
    "date_type": "wants a date such as '2026-03-18'",
}


def validate_document(model: type[Model], source: Source) -> tuple[Model | None, list[Problem]]:
    """Return the document as `model`, or every place where it does not fit."""
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        details = [detail for detail in details if not is_short_of_misfits(detail)]
        extra = (detail for detail in details if detail["type"] == "extra_forbidden")
        meant = {key for detail in islice(extra, MOST) for key in find_closest_keys(detail, model)}
        details = [
            detail
            for detail in details
            if (detail["type"] != "missing" or detail["loc"] not in meant)
            and not source.is_misread(detail["loc"])
        ]
        problems = [describe_misfit(detail, model, source) for detail in details[:MOST]]
        if len(details) > MOST:
            message = (
                f"{len(details) - MOST} more like these are in this file: fix the first ones, "
                "then check again"
            )
            problems.append(Problem(source.path, source.root.mark, "SHP005", message))
        return None, problems


def is_short_of_misfits(detail: ErrorDetails) -> bool:
    """Whether a list is too short only without misfits, each of which has a message."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def find_closest_keys(detail: ErrorDetails, model: type[BaseModel]) -> list[Loc]:
    """Return the key that an unknown one was most likely meant to be.

    Missing, it need not be told as well.
    """
    *above, name = detail["loc"]
    key = str(name).partition(":")[0]
    return [
        (*above, closest)
        for closest in get_close_matches(key, list_keys(model, detail["loc"][:-1]), n=1)
    ]


def describe_misfit(detail: ErrorDetails, model: type[BaseModel], source: Source) -> Problem:
    """Return one misfit in the words of a person, at its line."""
    loc: Loc = detail["loc"]
    name = next((step for step in reversed(loc) if isinstance(step, str)), "it")
    if detail["type"] == "missing":
        return Problem(
            source.path,
            source.find_mark(loc[:-1]),
            "SHP002",
            f"{quoted(name)} is missing: add '{name}:' here",
        )
    if detail["type"] == "extra_forbidden":
        known = list_keys(model, loc[:-1])
        if name == MERGE:
            message = (
                f"'{MERGE}' would take in keys from elsewhere, which doesn't work here: "
                "write the keys themselves"
            )
            return Problem(source.path, source.find_mark(loc, key=True), "SHP003", message)
        if message := explain_unknown_key(name, detail["input"], known):
            return Problem(source.path, source.find_mark(loc, key=True), "SHP003", message)
        inner = find_model(model, loc[:-1])
        if place := getattr(inner, "elsewhere", {}).get(name):
            message = f"{quoted(name)} is not known here: {place}"
            return Problem(source.path, source.find_mark(loc, key=True), "SHP003", message)
        message = (
            f"{quoted(name)} is not known here{did_you_mean(name, known)}: "
            f"it can be {list_choices(known)}"
        )
        return Problem(source.path, source.find_mark(loc, key=True), "SHP003", message)
    message = f"'{source.find_key(loc)}' {explain_value(detail)}"
    if detail["type"].startswith("model_"):
        inner = find_model(model, loc)
        keys = list_choices(f"{key}:" for key in list_fields(inner)[:MOST_KEYS])
        line = getattr(inner, "in_one_line", "")
        message += f", such as {keys}{f', or in one line {quoted(line)}' if line else ''}"
    return Problem(source.path, source.find_mark(loc), "SHP004", message)


def explain_unknown_key(name: str, value: Any, known: list[str]) -> str:
    """Return the answer to a key that nobody meant as one; nothing when it looks like a key."""
    key, colon, rest = name.partition(":")
    if colon and key in known and value is None:
        return f"{quoted(name)} lacks a space after its colon: write '{key}: {rest}'"
    if " " in name and value is None:
        return (
            f"{quoted(name)} comes after a comma inside {{ }} and so became a key: "
            "put the whole text in quotes"
        )
    if "," in name:
        return (
            f"{quoted(name)} is more than one key can hold: to say more about an item, "
            "write '{to: …, as: …}'"
        )
    return ""


def explain_value(detail: ErrorDetails) -> str:
    """Return what a value should have been, and what it is."""
    given, context = detail["input"], detail.get("ctx", {})
    bare = given.strip() if isinstance(given, str) else given
    if given is None or (not bare and detail["type"] in {"string_too_short", "too_short"}):
        return EMPTY
    close = ""
    match detail["type"]:
        case "string_too_long":
            remedy = f"write at most {context['max_length']:,} characters"
        case "string_too_short":
            remedy = f"write at least {counted(context['min_length'], 'character')}"
        case "literal_error":
            choices = re.findall(r"'([^']+)'", context["expected"])
            close, remedy = did_you_mean(given, choices), f"it can be {list_choices(choices)}"
        case "too_short":
            return f"has {counted(len(given), 'item')}: write at least {context['min_length']}"
        case "too_long":
            return f"has {counted(len(given), 'item')}: write at most {context['max_length']}"
        case "greater_than_equal":
            remedy = f"the least is {context['ge']}"
        case "less_than_equal":
            remedy = f"the most is {context['le']}"
        case _ if plain := normalize_figures(given):
            return f"is {quoted(given)}: write '{plain}', with plain characters from the keyboard"
        case sort:
            remedy = explain_wrong_type(sort, given) or detail["msg"].removeprefix(
                "Input should be "
            )
    return f"is {quoted(given)}{close}: {remedy}"


def explain_wrong_type(sort: str, given: Any) -> str:
    """Return what a value of the wrong sort was most likely meant to be.

    Nothing for a sort with words of its own.
    """
    if sort == "string_type" and isinstance(given, list):
        return "it wants text: if the text begins with '[', put it in quotes"
    if sort == "string_type" and isinstance(given, dict):
        return "it wants text: if the text has ': ' in it, put it in quotes"
    if sort.startswith("date_") and re.fullmatch(r"\d{4}-\d\d-\d\d", str(given)):
        return "there is no such day in the calendar: check the month and the day"
    return f"it {WANTED[sort]}" if sort in WANTED else ""


def list_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return the keys that may stand at `loc` in a document of this model."""
    return list_fields(find_model(model, loc))


def list_fields(model: type[BaseModel]) -> list[str]:
    """Return the keys of a model, as they are written."""
    return [field.alias or name for name, field in model.model_fields.items()]


def find_model(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """Return the model of what stands at `loc` in a document of this model."""
    for step in loc:
        if isinstance(step, str):
            field = next(
                (f for name, f in model.model_fields.items() if (f.alias or name) == step), None
            )
            inner = next(find_models_in(field.annotation), None) if field else None
            if inner is None:
                break
            model = inner
    return model


def find_models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation such as `tuple[Step, ...] | None` names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from find_models_in(argument)
