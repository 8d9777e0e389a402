"""A problem -> what a page shows of it: its place, what to do, and the lines around it."""

import hashlib
from typing import Any

from playbook.source.document import MAX_BYTES
from playbook.source.problem import Problem
from playbook.system.terminal import escape_controls, format_path
from playbook.system.untrusted_file import read_bytes

AROUND = 2
"""How many lines are shown above and below the one that is wrong."""
WIDEST = 200
"""How many signs are shown of a line."""


def describe_problem(problem: Problem) -> dict[str, Any]:
    """Return a problem as JSON; `lines` are numbers and texts, where the file can be read."""
    line, column = problem.mark
    first = max(line - AROUND, 1)
    return {
        "place": f"{format_path(problem.path)}:{line}:{column}",
        "code": problem.code,
        "message": problem.message,
        "line": line,
        "lines": [*enumerate(read_lines(problem)[first - 1 : line + AROUND], first)],
    }


def describe_fault(place: str, reason: str) -> dict[str, Any]:
    """Return as JSON what is wrong where that has no place in a file."""
    return {"place": place, "code": "", "message": reason, "line": 0, "lines": []}


def digest_mistakes(mistakes: list[dict[str, Any]]) -> str:
    """Return what differs for mistakes that look different; nothing for none."""
    return hashlib.sha256(repr(mistakes).encode()).hexdigest() if mistakes else ""


def read_lines(problem: Problem) -> list[str]:
    try:
        text = read_bytes(problem.path, MAX_BYTES).decode(errors="replace")
    except OSError:
        return []
    return [escape_controls(line.rstrip("\r"))[:WIDEST] for line in text.split("\n")]
