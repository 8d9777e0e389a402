"""Problems as SARIF 2.1.0, which code-scanning tools read."""

import os
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from playbook import __version__
from playbook.reference.lessons import Lesson
from playbook.report.json import write_json
from playbook.rules.faults import load_faults
from playbook.source.problem import Problem


def report(problems: Iterable[Problem], lessons: Mapping[str, Lesson]) -> str:
    """Return one run with a result for each problem; the rules that occur are described."""
    listed = list(problems)
    codes = sorted({problem.code for problem in listed})
    driver = {
        "name": "playbook",
        "semanticVersion": __version__,
        "rules": [describe_rule(code, lessons.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [describe_result(problem, codes) for problem in listed],
    }
    return write_json({"version": "2.1.0", "runs": [run]})


def describe_rule(code: str, lesson: Lesson | None) -> dict[str, Any]:
    """Return what SARIF calls a reporting descriptor."""
    fault = load_faults().get(code)
    if lesson:
        name, why = lesson.rule.name, lesson.why
    elif fault:
        name, why = fault.name, fault.why
    else:
        return {"id": code}
    about = {"text": why}
    return {"id": code, "name": name, "shortDescription": about, "help": about}


def describe_result(problem: Problem, codes: list[str]) -> dict[str, Any]:
    """Return one result at its place."""
    uri = quote(os.fsencode(os.path.relpath(problem.path).replace(os.sep, "/")))
    region = {"startLine": problem.mark.line, "startColumn": problem.mark.column}
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": str(problem.severity),
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
    }
