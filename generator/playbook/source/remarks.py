"""What stands behind a `#`, which YAML takes for a remark and an author may have meant as text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from playbook.source.node import to_mark
from playbook.source.problem import Mark, Mistake, Severity
from playbook.text.english import quoted

SIGN = re.compile(r"""#(?<![^\s\]}"',\[{]#)""")
GLUED = re.compile(r"#[^\s#]")
WAIVER = re.compile(r"#\s*playbook:")
SWITCHED_OFF = re.compile(r"#(?:-\s|[\[{]|(?:- ?)?[\w-]+:(?:\s|$))")
BREAK = re.compile(r"\r\n?|\n")
LEAD = re.compile(r"[ ]*(?:-[ ]+)*")
LOST = (
    "is a comment to YAML and would be lost: put the whole text in quotes, "
    "or write '# ' with a space if it is one"
)
NOT_SHOWN = (
    "is a comment to YAML and is not shown: put the whole text in quotes, "
    "or put two spaces before it if it is one"
)


def find_remarks(text: str, scalars: Sequence[Any]) -> Iterator[Mistake]:
    """Yield each remark that looks like text.

    With no space after its '#', or with one space before it, after words. `scalars` are the events
    of all single values, in order.
    """
    number, read_to, line, line_start = 0, 0, 0, 0
    for match in SIGN.finditer(text):
        at = match.start()
        number = bisect_right(scalars, at, number, key=find_end)
        if at < read_to or (number < len(scalars) and is_inside(text, scalars[number], at)):
            continue
        remark = read_rest_of_line(text, at)
        read_to = at + len(remark)
        if not number or WAIVER.match(remark):
            continue
        for end in BREAK.finditer(text, line_start, at):
            line, line_start = line + 1, end.end()
        before, mark = scalars[number - 1], Mark(line + 1, at - line_start + 1)
        alone = not text[line_start:at].strip()
        if is_outdented(text, before, mark) or (
            GLUED.match(remark) and (not alone or is_continuation(text, before, mark, remark))
        ):
            yield Mistake(mark, "SRC020", f"{quoted(remark)} {LOST}")
        elif not alone and not before.style and text[before.end_mark.index : at] == " ":
            yield Mistake(
                mark,
                "SRC020",
                f"{quoted(remark)} {NOT_SHOWN}",
                Severity.WARNING,
                to_mark(before.start_mark),
            )


def find_end(scalar: Any) -> int:
    """Return where a value ends."""
    end: int = scalar.end_mark.index
    return end


def read_rest_of_line(text: str, at: int) -> str:
    """Return what stands between a place and the end of its line."""
    end = BREAK.search(text, at)
    return text[at : end.start() if end else len(text)]


def is_inside(text: str, scalar: Any, at: int) -> bool:
    """Whether a place belongs to a value; the line of a block's '|' or '>' does not."""
    start = scalar.start_mark.index
    in_header = scalar.style in {"|", ">"} and not BREAK.search(text, start, at)
    return start <= at and not in_header


def is_continuation(text: str, before: Any, mark: Mark, remark: str) -> bool:
    """Whether a line would go on with the text above it, if it did not begin with '#'."""
    if before.style or not before.value or SWITCHED_OFF.match(remark):
        return False
    return mark.line == before.end_mark.line + 2 and mark.column - 1 > find_indent(text, before)


def is_outdented(text: str, before: Any, mark: Mark) -> bool:
    """Whether a line belongs to the block of lines above it, but for its smaller indent."""
    is_below = before.style in {"|", ">"} and mark.line == before.end_mark.line + 1
    return is_below and mark.column - 1 > find_indent(text, before)


def find_indent(text: str, scalar: Any) -> int:
    """Return the column, from 0, beyond which each further line of a value has to stand."""
    line = text[scalar.start_mark.index - scalar.start_mark.column : scalar.start_mark.index]
    lead = LEAD.match(line)
    indent = lead.end() if lead else 0
    return indent if indent < len(line) else max(line.rfind("-"), 0)
