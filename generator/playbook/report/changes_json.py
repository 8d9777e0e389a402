"""What changed, as JSON for other tools, and the schema of that.

The form is the values of `playbook.changes.change`, with problems as `check --format json` has
them. A field may be added to it; anything else that changes raises `version`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from enum import Enum
from typing import Any, Literal

from pydantic import TypeAdapter

from playbook.changes import change as values
from playbook.changes.change import ArtifactChange, Changes, Remark, Sort
from playbook.library.entry import Entry
from playbook.reference.descriptions import find_docstrings
from playbook.reference.json_schema import DIALECT
from playbook.report.change_names import make_states
from playbook.report.change_summary import summarize
from playbook.report.changes_text import Writer
from playbook.report.json import describe_problem, write_json
from playbook.source.problem import Mark, Problem

VERSION: Literal[1] = 1
ADDRESS = "#/definitions/{model}"


@dataclass(frozen=True)
class FileChange:
    """Another file of the content, such as a page or a picture."""

    sort: Sort
    path: str


@dataclass(frozen=True, kw_only=True)
class ProblemReport:
    """One thing wrong at one place, as `playbook check --format json` says it."""

    path: str
    line: int
    column: int
    code: str
    name: str
    severity: Literal["error", "warning"]
    message: str


@dataclass(frozen=True, kw_only=True)
class ChangesReport:
    """What changed between two states of a playbook."""

    version: Literal[1]
    """The version of this form."""
    summary: str
    """What changed, in two sentences of plain text."""
    artifacts: tuple[ArtifactChange, ...]
    """The artifacts that changed, in the order of the newer state."""
    files: tuple[FileChange, ...]
    """Other files that changed."""
    unread: tuple[ProblemReport, ...]
    """Why a file could not be compared."""
    new_problems: tuple[ProblemReport, ...]
    """What `playbook check` finds in the newer state only."""
    gone_problems: tuple[ProblemReport, ...]
    """What `playbook check` finds in the older state only."""
    remarks: tuple[Remark, ...]
    """What a reviewer should ask."""


ADAPTER: TypeAdapter[ChangesReport] = TypeAdapter(ChangesReport)


def report_changes(
    changes: Changes,
    before: Mapping[str, Entry] | None = None,
    after: Mapping[str, Entry] | None = None,
) -> str:
    """Return what changed as JSON; `before` and `after` have the artifacts of both states."""
    states = make_states(changes, before or {}, after or {})
    report = ChangesReport(
        version=VERSION,
        summary=Writer(colour=False).write(summarize(changes, states)),
        artifacts=changes.artifacts,
        files=tuple(FileChange(*file) for file in changes.files),
        unread=describe_problems(changes.unread),
        new_problems=describe_problems(changes.new_problems),
        gone_problems=describe_problems(changes.gone_problems),
        remarks=changes.remarks,
    )
    return write_json(ADAPTER.dump_python(report, mode="json"))


def describe_problems(problems: tuple[Problem, ...]) -> tuple[ProblemReport, ...]:
    """Return problems as JSON has them."""
    return tuple(ProblemReport(**describe_problem(problem)) for problem in problems)  # type: ignore[arg-type] # its own keys


def make_changes_schema() -> dict[str, Any]:
    """Return the JSON Schema of what changed, with a sentence for each value and field."""
    schema = ADAPTER.json_schema(mode="serialization", ref_template=ADDRESS)
    definitions = schema.pop("$defs")
    models = {
        model.__name__: model
        for model in (*vars(values).values(), FileChange, ProblemReport, Mark)
        if isinstance(model, type)
    }
    for name, definition in definitions.items():
        describe_definition(definition, models[name])
    describe_definition(schema, ChangesReport)
    return {"$schema": DIALECT, **schema, "definitions": definitions}


def describe_definition(definition: dict[str, Any], model: type) -> None:
    """Put the docstrings of a class into its schema."""
    definition["description"] = " ".join((model.__doc__ or "").split())
    definition.pop("title", None)
    if "prefixItems" in definition:  # as this dialect calls them
        definition["items"] = definition.pop("prefixItems")
    if not is_dataclass(model) or issubclass(model, Enum):
        return
    sentences = dict(find_docstrings(model))  # type: ignore[arg-type] # any class has a body
    for key, about in definition["properties"].items():
        about.pop("title", None)
        if key in sentences:
            about["description"] = " ".join(sentences[key].split())
