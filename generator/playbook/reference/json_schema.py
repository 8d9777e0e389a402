"""Models -> JSON Schema (draft-07), which editors complete from and check against."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from playbook.library.kind import Kind
from playbook.model.part import Anchored
from playbook.model.validation import find_models_in
from playbook.reference.descriptions import read_descriptions
from playbook.reference.examples import Examples

DIALECT = "http://json-schema.org/draft-07/schema#"
FILE = ".vscode/playbook.schema.json"
PLAIN = {"type": ["string", "number", "boolean"]}

Schema = dict[str, Any]


def make_schema(kind: Kind, examples: Examples) -> Schema:
    """Return the schema of one kind, with a description and an example for every field."""
    schema = kind.model.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    models = {model.__name__: model for model in [kind.model, *find_models(kind.model)]}
    for name, definition in definitions.items():
        finish_definition(definition, models[name], examples)
        if getattr(models[name], "short_for", None):
            definitions[name] = {
                "anyOf": [PLAIN, definition],
                "description": definition.get("description", ""),
            }
    finish_definition(schema, kind.model, examples)
    schema["properties"]["kind"] = {
        "const": kind.name,
        "description": "Which kind of artifact this is.",
    }
    return {"$schema": DIALECT, "title": kind.title, **schema, "definitions": definitions}


def make_whole_schema(kinds: Iterable[Kind], examples: Mapping[str, Examples]) -> Schema:
    """Return one schema for all kinds, which asks `kind:` first."""
    all_kinds = list(kinds)
    definitions = {kind.name: make_schema(kind, examples[kind.name]) for kind in all_kinds}
    cases = [
        {
            "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
            "then": {"$ref": f"#/definitions/{name}"},
        }
        for name in definitions
    ]
    first = {"kind": {"enum": list(definitions), "description": "Which kind of artifact this is."}}
    for definition in definitions.values():
        definition.pop("$schema")
    return {
        "$schema": DIALECT,
        "title": "An artifact of the playbook",
        "type": "object",
        "properties": first,
        "required": ["kind"],
        "allOf": cases,
        "definitions": {
            name: move_references(definition, f"#/definitions/{name}")
            for name, definition in definitions.items()
        },
    }


def finish_definition(definition: Schema, model: type[BaseModel], examples: Examples) -> None:
    """Give each property its sentence and its example, and take out what only programs know."""
    definition.pop("title", None)
    if issubclass(model, Anchored):
        definition["required"] = [key for key in definition["required"] if key != "id"]
    descriptions = read_descriptions(model)
    for name, field in model.model_fields.items():
        key = field.alias or name
        about = definition["properties"][key]
        about.pop("title", None)
        about.pop("default", None)
        if name in descriptions:
            about["description"] = descriptions[name]
            definition["properties"][key] = about = dict(sorted(about.items()))
        example = examples.get(model, key)
        if example is not None:
            about["examples"] = [example]


def find_models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield every model below this one, each once."""
    seen: set[type[BaseModel]] = set()
    ahead = [model]
    while ahead:
        for field in ahead.pop().model_fields.values():
            for inner in find_models_in(field.annotation):
                if inner not in seen:
                    seen.add(inner)
                    ahead.append(inner)
                    yield inner


def move_references(value: Any, root: str) -> Any:
    """Return a schema whose references start at `root` instead of the document."""
    if isinstance(value, list):
        return [move_references(item, root) for item in value]
    if not isinstance(value, dict):
        return value
    moved = {key: move_references(item, root) for key, item in value.items()}
    if isinstance(value.get("$ref"), str):
        moved["$ref"] = value["$ref"].replace("#/", f"{root}/", 1)
    return moved
