"""Problems as JSON: a list of objects with path, line, column, code, name, severity and message."""

import json
import os
from collections.abc import Iterable
from typing import Any

from playbook.source.problem import Problem
from playbook.system.terminal import UNSAFE


def report(problems: Iterable[Problem]) -> str:
    """Return the problems as a JSON list, paths relative to where the command was run."""
    return write_json([describe_problem(problem) for problem in problems])


def write_json(value: Any) -> str:
    """Return a value as JSON that escapes what a terminal could act on, without a loss."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return UNSAFE.sub(lambda sign: sign[0] if sign[0] == "\n" else json.dumps(sign[0])[1:-1], text)


def describe_problem(problem: Problem) -> dict[str, str | int]:
    """Return all that a problem says."""
    return {
        "path": os.path.relpath(problem.path).replace(os.sep, "/"),
        "line": problem.mark.line,
        "column": problem.mark.column,
        "code": problem.code,
        "name": problem.name,
        "severity": str(problem.severity),
        "message": problem.message,
    }
