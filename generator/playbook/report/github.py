"""Problems as GitHub's workflow commands, which it shows at their lines in a pull request."""

from collections.abc import Iterable

from playbook.source.problem import Problem
from playbook.system.terminal import format_path


def report(problems: Iterable[Problem]) -> str:
    """Return one workflow command for each problem."""
    return "\n".join(map(format_command, problems))


def format_command(problem: Problem) -> str:
    """Return a problem as `::error file=…,line=…,col=…,title=…::message`."""
    where = {
        "file": format_path(problem.path),
        "line": str(problem.mark.line),
        "col": str(problem.mark.column),
        "title": f"{problem.code} {problem.name}".strip(),
    }
    properties = ",".join(
        f"{key}={escape(value).replace(':', '%3A').replace(',', '%2C')}"
        for key, value in where.items()
    )
    return f"::{problem.severity} {properties}::{escape(problem.message)}"


def escape(text: str) -> str:
    """Return text as it may stand in a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
