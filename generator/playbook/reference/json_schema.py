"""Models -> JSON Schema (draft-07), which editors complete from and check against while one types."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from playbook.library.kind import Kind
from playbook.model.part import Anchored
from playbook.model.validation import models_in
from playbook.reference.examples import Examples

DIALECT = "http://json-schema.org/draft-07/schema#"
FILE = ".vscode/playbook.schema.json"
PLAIN = {"type": ["string", "number", "boolean"]}

Schema = dict[str, Any]


def schema(kind: Kind, examples: Examples) -> Schema:
    """Return the schema of one kind, with a description and an example for every field."""
    made = kind.model.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = made.pop("$defs", {})
    models = {model.__name__: model for model in [kind.model, *nested(kind.model)]}
    for name, definition in definitions.items():
        finish(definition, models[name], examples)
        if getattr(models[name], "short_for", None):
            definitions[name] = {"anyOf": [PLAIN, definition], "description": definition.get("description", "")}
    finish(made, kind.model, examples)
    made["properties"]["kind"] = {"const": kind.name, "description": "Which kind of artifact this is."}
    return {"$schema": DIALECT, "title": kind.title, **made, "definitions": definitions}


def whole(kinds: Iterable[Kind], examples: Mapping[str, Examples]) -> Schema:
    """Return one schema for all kinds, which asks `kind:` first."""
    all_kinds = list(kinds)
    definitions = {kind.name: schema(kind, examples[kind.name]) for kind in all_kinds}
    cases = [
        {
            "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
            "then": {"$ref": f"#/definitions/{name}"},
        }
        for name in definitions
    ]
    first = {"kind": {"enum": list(definitions), "description": "Which kind of artifact this is."}}
    for each in definitions.values():
        each.pop("$schema")
    return {
        "$schema": DIALECT,
        "title": "An artifact of the playbook",
        "type": "object",
        "properties": first,
        "required": ["kind"],
        "allOf": cases,
        "definitions": {name: rooted(each, f"#/definitions/{name}") for name, each in definitions.items()},
    }


def finish(definition: Schema, model: type[BaseModel], examples: Examples) -> None:
    """Give each property its example, and take out what only a program would want to know."""
    definition.pop("title", None)
    if issubclass(model, Anchored):
        definition["required"] = [key for key in definition["required"] if key != "id"]
    for name, field in model.model_fields.items():
        key = field.alias or name
        about = definition["properties"][key]
        about.pop("title", None)
        about.pop("default", None)
        found = examples.get(model, key)
        if found is not None:
            about["examples"] = [found]


def nested(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield every model below this one, each once."""
    seen: set[type[BaseModel]] = set()
    ahead = [model]
    while ahead:
        for field in ahead.pop().model_fields.values():
            for each in models_in(field.annotation):
                if each not in seen:
                    seen.add(each)
                    ahead.append(each)
                    yield each


def rooted(value: Any, root: str) -> Any:
    """Return a schema whose references start at `root` instead of the document."""
    if isinstance(value, dict):
        return {
            key: each.replace("#/", f"{root}/", 1) if key == "$ref" and isinstance(each, str) else rooted(each, root)
            for key, each in value.items()
        }
    return [rooted(each, root) for each in value] if isinstance(value, list) else value
