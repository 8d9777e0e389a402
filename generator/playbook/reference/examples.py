"""A kind's `example.yml` -> an example for every field of its models."""

from typing import Any

from pydantic import BaseModel

from playbook.library.kind import Kind
from playbook.model.validation import find_models_in
from playbook.source.composer import Composer


class Examples:
    """The first value that stands for each field of each model in one example document."""

    def __init__(self, kind: Kind) -> None:
        self.text = kind.file("example.yml").read_text(encoding="utf-8")
        self._values: dict[tuple[str, str], Any] = {}
        node = Composer().compose(self.text)
        self._collect(kind.model, node.data if node else None)

    def get(self, model: type[BaseModel], key: str) -> Any:
        """Return the example for a field, or None."""
        return self._values.get((model.__name__, key))

    def _collect(self, model: type[BaseModel], value: Any) -> None:
        if isinstance(value, list):
            for item in value:
                self._collect(model, item)
        if not isinstance(value, dict):
            return
        for name, field in model.model_fields.items():
            key = field.alias or name
            if key in value:
                self._values.setdefault((model.__name__, key), value[key])
                for inner in find_models_in(field.annotation):
                    self._collect(inner, value[key])
