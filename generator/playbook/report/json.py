"""Problems as JSON: a list of objects with path, line, column, code, name, severity and message."""

import json
import os
from collections.abc import Iterable

from playbook.problem import Problem


def report(problems: Iterable[Problem]) -> str:
    """Return the problems as a JSON list, paths relative to where the command was run."""
    return json.dumps([facts(problem) for problem in problems], indent=2, ensure_ascii=False)


def facts(problem: Problem) -> dict[str, str | int]:
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
