"""Rules waived in place: `# playbook: allow OT301 because …`."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from playbook.source.problem import Mark
from playbook.source.text_spans import find_text_spans

SIGN = re.compile(r"(?:^|(?<=\s))#\s*playbook:(.*)$")
FORM = re.compile(r"allow\s++([A-Za-z]++\d++)(?:\s++because\s++(.+))?")


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule that need not hold on some lines; without a code it is not written as a waiver is."""

    mark: Mark
    code: str
    reason: str
    lines: range


def find_waivers(text: str) -> Iterator[Waiver]:
    """Yield each waiver.

    At a line's end it covers the line, above a line that line and what is indented below it.
    """
    if "playbook:" not in text:
        return
    texts = find_text_spans(text)
    lines = re.split("\r\n?|\n", text)
    covered_from = cache(partial(find_block, lines))
    following = len(lines)
    below = [
        following := n if is_written(lines[n]) else following for n in range(len(lines) - 1, -1, -1)
    ][::-1]
    for number, line in enumerate(lines):
        if match := SIGN.search(line):
            mark = Mark(number + 1, match.start() + 1)
            before = bisect_left(texts, (mark, mark)) - 1
            if before >= 0 and mark < texts[before][1]:
                continue
            form = FORM.fullmatch(match[1].strip())
            code, reason = (form[1], form[2] or "") if form else ("", "")
            alone = not line[: match.start()].strip()
            covered = covered_from(below[number]) if alone else range(number + 1, number + 2)
            yield Waiver(mark, code, reason, covered)


def find_block(lines: list[str], first: int) -> range:
    """Return the numbers, from 1, of a line and of all that is indented below it."""
    end = first + 1
    while end < len(lines) and (not is_written(lines[end]) or is_below(lines[end], lines[first])):
        end += 1
    return range(first + 1, end + 1)


def is_below(line: str, start: str) -> bool:
    """Whether a later line belongs to the one where a block starts.

    A key's list need not be indented.
    """
    if measure_indent(line) == measure_indent(start):
        return line.lstrip().startswith("- ") and not start.lstrip().startswith("- ")
    return measure_indent(line) > measure_indent(start)


def is_written(line: str) -> bool:
    """Whether a line holds more than a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def measure_indent(line: str) -> int:
    """Return how far a line is indented."""
    return len(line) - len(line.lstrip())
