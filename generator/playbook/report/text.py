"""Problems for a terminal: each with its line, and a caret under the culprit."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from playbook.source.document import MAX_BYTES
from playbook.source.problem import Problem, Severity
from playbook.system.terminal import UNSAFE, count_columns
from playbook.system.untrusted_file import read_bytes

WIDEST = 110
BOLD, RED, YELLOW, BLUE, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[0m"
CULPRIT = re.compile(
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s:,\]}]+(?:[ :][^\s,\]}#][^\s,\]}]*)*|\S"
)


def report(problems: Iterable[Problem], *, colour: bool) -> str:
    """Return the problems, each with an excerpt of its file."""
    return "\n".join(format_problem(problem, colour=colour) for problem in problems)


def format_problem(problem: Problem, *, colour: bool) -> str:
    """Return one problem with its excerpt."""
    head = str(problem)
    lines = cut_excerpt(problem)
    if not colour:
        return "\n".join([head, *lines])
    tint = RED if problem.severity is Severity.ERROR else YELLOW
    head = head.replace(f" {problem.code} ", f" {tint}{problem.code}{PLAIN} ", 1)
    place, _, rest = head.partition(" ")
    return "\n".join([f"{BOLD}{place}{PLAIN} {rest}", *(f"{BLUE}{line}{PLAIN}" for line in lines)])


def cut_excerpt(problem: Problem) -> list[str]:
    """Return the problem's line and the carets under its culprit.

    Nothing where the file has no such line.
    """
    lines = read_lines(problem.path)
    number, column = problem.mark.line, problem.mark.column
    if number > len(lines) or not lines[number - 1].strip():
        return []
    start = max(0, column - WIDEST + 20)
    cut = lines[number - 1][start : start + WIDEST].replace("\t", " ")
    line = UNSAFE.sub("\N{REPLACEMENT CHARACTER}", cut).rstrip()
    culprit = CULPRIT.match(line, column - 1 - start)
    before = count_columns(line[: column - 1 - start])
    width = count_columns(culprit.group()) if culprit else 1
    margin = f"{number:>6} | "
    return [f"{margin}{line}", f"{'|':>8} {' ' * before}{'^' * max(1, width)}"]


@cache
def read_lines(path: Path) -> list[str]:
    """Return a file's lines, or none when it can't be read as text."""
    try:
        data = read_bytes(path, MAX_BYTES)
    except OSError:
        return []
    if b"\0" in data:  # a picture or the like, of which no line says anything
        return []
    text = data.decode("utf-8-sig", errors="replace")
    return re.split("\r\n?|\n", text)
