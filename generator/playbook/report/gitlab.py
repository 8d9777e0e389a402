"""Problems as GitLab's code quality report, which it shows in a merge request."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from playbook.report.json import write_json
from playbook.source.problem import Problem, Severity
from playbook.system.terminal import format_path

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def report(problems: Iterable[Problem]) -> str:
    """Return one issue for each problem."""
    return write_json(list(describe_problems(problems)))


def describe_problems(problems: Iterable[Problem]) -> Iterator[dict[str, Any]]:
    """Yield each problem, with a fingerprint that it keeps when lines are added above it."""
    seen = Counter[str]()
    for problem in problems:
        path = format_path(problem.path).removeprefix("./")
        words = f"{path}\n{problem.code}\n{problem.message}"
        seen[words] += 1
        yield {
            "description": f"{problem.code} {problem.message}",
            "check_name": problem.name or problem.code,
            "fingerprint": sha256(f"{words}\n{seen[words]}".encode()).hexdigest(),
            "severity": SEVERITIES[problem.severity],
            "location": {"path": path, "lines": {"begin": problem.mark.line}},
        }
