"""A file of `site_config/` -> what it says, in its model, and every problem in it."""

from collections.abc import Container
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from playbook.model.validation import validate_document
from playbook.source.document import Source, read
from playbook.source.problem import Problem, Severity

EMPTY = "SRC004"
"""The code of a file in which nothing is set, as in one that only has remarks."""

Model = TypeVar("Model", bound=BaseModel)
Part = TypeVar("Part", bound=BaseModel)


def read_config_file(
    path: Path, root: Path, model: type[Model], allowed: Container[str]
) -> tuple[Model | None, Source | None, list[Problem]]:
    """Return what a file below `root` says, its source and its problems but the `allowed` codes.

    What it says is None when there is no such file, or it can't be read.
    """
    if not path.exists():
        return None, None, []
    source, problems = read(path, root)
    problems = [problem for problem in problems if problem.code not in allowed]
    if source is None:
        return None, None, problems
    errors = (problem for problem in problems if problem.severity is Severity.ERROR)
    source = replace(source, misread=frozenset(problem.mark.line for problem in errors))
    values, misfits = validate_document(model, source)
    return values, source, [*problems, *misfits]


def apply_overrides(part: Part, overrides: BaseModel) -> Part:
    """Return settings with others put over them, level by level, as MkDocs inherits."""
    changes: dict[str, Any] = {}
    for name in overrides.model_fields_set:
        before, after = getattr(part, name), getattr(overrides, name)
        if isinstance(before, BaseModel):
            changes[name] = apply_overrides(before, after)
        else:
            changes[name] = {**before, **after} if isinstance(before, dict) else after
    return part.model_copy(update=changes)
