"""What a build or a preview says of what is wrong."""

import logging
from collections.abc import Iterable

from playbook.source.problem import Problem, Severity
from playbook.system.disk_errors import explain_os_error
from playbook.system.terminal import escape_controls
from playbook.text.english import counted

log = logging.getLogger("mkdocs.plugins.playbook")


def log_problems(problems: Iterable[Problem]) -> None:
    """Log each problem as what it is."""
    for problem in problems:
        is_error = problem.severity is Severity.ERROR
        log.log(logging.ERROR if is_error else logging.WARNING, "%s", problem)


def count_advice(problems: Iterable[Problem]) -> None:
    """Log each error, and of the advice how much there is, which breaks no strict build."""
    problems = tuple(problems)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    log_problems(errors)
    if advice := len(problems) - len(errors):
        log.info("%s of advice: 'playbook check' shows it", counted(advice, "piece"))


def explain_error(error: Exception) -> str:
    """Return on one line what stops a build."""
    reason = explain_os_error(error) if isinstance(error, OSError) else None
    return escape_controls(reason or f"{type(error).__name__}: {error}".splitlines()[0])
