"""YAML's syntax errors in the words of a person, with the usual cause."""

import re
from collections.abc import Iterator
from itertools import chain

import yaml

from playbook.source.problem import Mark, Mistake
from playbook.source.unclosed import find_unclosed
from playbook.text.english import counted, quoted

CAUSES = {
    "mapping values are not allowed": (
        "a second ': ' on one line, or a line indented too far: put the text in quotes"
    ),
    "found character '\\t'": "a tab: indent with spaces",
    "hexdecimal number": "a '\\' inside double quotes means something to YAML: use single quotes",
    "while scanning a quoted scalar": "a quotation mark is opened here and never closed: close it",
    "mapping keys are not allowed": (
        "'?' in front of a text means something to YAML: put the text in quotes"
    ),
    "could not find expected ':'": (
        "this line has no key: write 'key: value', or indent it under its key"
    ),
    "did not find expected key": (
        "this line does not fit the lines around it: check its indent, and quotes before it"
    ),
    "did not find expected '-' indicator": (
        "this line does not fit the list around it: check its indent"
    ),
    "did not find expected ',' or": (
        "a bracket is never closed, or text in it has special characters: close or quote it"
    ),
    "block sequence entries are not allowed": (
        "a '- ' where no list can start: put the list on lines of its own"
    ),
    "did not find expected <document start>": (
        "text after the document's end: check the indent of this line"
    ),
    "found undefined": (
        "a word with '!' or '%' in front means something to YAML: put the text in quotes"
    ),
    "Unicode character escape code": (
        "a '\\' inside double quotes means something to YAML: use single quotes"
    ),
    "tag": "a word with '!' in front means something to YAML: put the text in quotes",
    "found incompatible YAML document": "YAML has no such version: delete the line with '%YAML'",
    "while scanning an alias": (
        "'*' in front of a word means something to YAML: put the text in quotes"
    ),
    "while scanning an anchor": (
        "'&' in front of a word means something to YAML: put the text in quotes"
    ),
    " directive": ("'%' at a line's start means something to YAML: put the text in quotes"),
    "while scanning a block scalar": (
        "'>' or '|' in front of a text means something to YAML: put the text in quotes"
    ),
    "found unknown escape character": (
        "a '\\' inside double quotes means something to YAML: use single quotes"
    ),
}

UNKNOWN_CAUSE = "check the quotes, the brackets and the indent here"
LINES = re.compile(r"\r\n?|\n")
CONFLICT_MARKS = tuple(sign * 7 for sign in "<=>|")
CONFLICT = re.compile(r"^(<{7}(?!<)|={7}$|>{7}(?!>)|\|{7}(?!\|))", re.MULTILINE)
SPECIAL_SPACE = re.compile(r"[ ]*[\u00a0\u2000-\u200b\u3000]")
SPECIAL_AFTER = re.compile(r"[ ]*(?:- +)*(?:-|[a-z_]+ *:)(?=[\u00a0\u2000-\u200b\u3000])")
FULL_WIDTH = re.compile(r"[ ]*(?:- +)*[a-z_]+\s*(?=\uff1a)")
CURLY = re.compile(r"[ ]*(?:- +)*(?:[a-z_]+: +)?(?=[“”„‟«‘’‚])")  # noqa: RUF001 - what word processors write
BULLET = re.compile(r"[ ]*(?:- +)*\*\s")
ITEM = re.compile("( *)- ")
HASH = re.compile(r"(?<=\s)#[^\s#].*")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?$)')
BRACKETED = re.compile(r".*(?:: |- )(\[\[|[\[{]).*[\]}].*\S")
REQUOTED = re.compile(r".*(?:: |- )(?:'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\")\s*[^\s#,}\]]")

UNSPACED = {
    re.compile(r"\s*-[^\s-]"): "a space is missing after '-': write '- ' and then the item",
    re.compile(r"\s*(?:- +)?[a-z_]+:(?!//)\S"): "a space is missing after ':': write 'key: value'",
}


def find_conflicts(text: str) -> Iterator[Mistake]:
    """Yield where git left two versions of some lines, or its marks where one is lost."""
    if not any(mark in text for mark in CONFLICT_MARKS):
        return
    inside = False
    for match in CONFLICT.finditer(text):
        if match[1] == "<<<<<<<" or not inside:
            line = len(LINES.findall(text, 0, match.start())) + 1
            message = (
                f"'{match[1]}' is git's mark of a merge conflict: keep one of the versions, "
                "and delete the marks"
            )
            yield Mistake(Mark(line), "SRC015", message)
        inside = match[1] == "<<<<<<<" or (inside and match[1] != ">>>>>>>")


def explain_error(error: yaml.MarkedYAMLError, text: str) -> tuple[Mark, str]:
    """Return where a syntax error stands and what to do about it."""
    stop = error.problem_mark or error.context_mark
    last = stop.line + 1 if stop else 1
    start = (
        error.context_mark.line if error.context_mark and "',' or" in str(error.problem) else last
    )
    for cause in (find_mistyped(text, last), find_cut_off(text, start, last), find_unclosed(text)):
        if cause and cause[0].line <= last:
            return cause[0], f"this is not YAML: {cause[1]}"
    problem = f"{error.context or ''} {error.problem or ''}"
    opened = (
        any(sign in problem for sign in ("quoted scalar", "flow", "simple key"))
        and "escape" not in problem
    )
    at = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    mark = Mark(at.line + 1, at.column + 1) if at else Mark()
    lines = text.splitlines()
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    if line[: mark.column].strip(" ") == "\t" * line.count("\t") != "":
        problem = "found character '\\t'"
    is_about_name = (
        "could not find expected ':'" in problem or "did not find expected '-'" in problem
    )
    unspaced = (words for form, words in UNSPACED.items() if is_about_name and form.match(line))
    causes = chain(
        explain_lines(mark, lines, line, problem),
        unspaced,
        (words for sign, words in CAUSES.items() if sign in problem),
    )
    return mark, f"this is not YAML: {next(causes, f'{problem.strip()}: {UNKNOWN_CAUSE}')}"


def find_mistyped(text: str, last: int) -> tuple[Mark, str] | None:
    """Return the first sign up to a line that looks like one of YAML's, and what to type."""
    for number, line in enumerate(LINES.split(text)[:last], 1):
        if match := SPECIAL_AFTER.match(line):
            words = (
                "there is a special space, pasted from a document, after "
                f"{quoted(match[0].strip())}: type a plain one"
            )
        elif match := FULL_WIDTH.match(line):
            words = (
                "'\uff1a' is a wide colon, and not a colon to YAML: write 'key: "
                "value' with a plain ':' and a space"
            )
        else:
            continue
        return Mark(number, match.end() + 1), words
    return None


def find_cut_off(text: str, start: int, last: int) -> tuple[Mark, str] | None:
    """Return the first remark like text between a bracket on line `start` and one after.

    Lines count from 0.
    """
    for number, line in enumerate(LINES.split(text)[start:last], start + 1):
        outside = QUOTED.sub(lambda quote: "x" * len(quote[0]), line)
        if remark := HASH.search(outside):
            words = quoted(line[remark.start() :])
            message = f"{words} is a comment inside brackets: put the text in quotes"
            return Mark(number, remark.start() + 1), message
    return None


def explain_lines(mark: Mark, lines: list[str], line: str, problem: str) -> Iterator[str]:
    """Yield what the lines themselves show, which the parser's words don't."""
    before = lines[max(0, mark.line - 2) : mark.line]
    if (curly := CURLY.match(line)) and "mapping values" in problem:
        yield (
            f"'{line[curly.end()]}' is not a quotation mark to YAML: "
            "put the whole text in plain ones, \" or '"
        )
    if BULLET.match(line):
        yield "'*' does not start an item: write '- ' and then the item"
    if any(SPECIAL_SPACE.match(text) for text in before):
        yield (
            "there is a special space, pasted from a document, at the start of this line or of "
            "the one above: type plain spaces"
        )
    if "expected key" in problem and (
        match := next(filter(None, map(BRACKETED.match, before)), None)
    ):
        means = "keys and values" if match[1] == "{" else "a list"
        yield (
            f"a text that begins with '{match[1]}' is {means} to YAML: put the whole text in quotes"
        )
    if any(REQUOTED.match(text) for text in before) and "expected" in problem:
        yield (
            "text goes on after the closing quotation mark: put all of it in quotes, "
            "and write ' inside as ''"
        )
    if (item := ITEM.match(line)) and "did not find expected" in problem:
        column = len(item[1])
        above = [len(match[1]) for match in map(ITEM.match, lines[: mark.line - 1]) if match]
        closest = min(reversed(above), key=lambda other: abs(other - column), default=column)
        if closest != column:
            yield f"line this '- ' up with the one above it ({counted(closest, 'space')})"
    if "cannot start any token" in problem:
        sign = line[mark.column - 1 : mark.column]
        yield (
            "a tab: indent with spaces"
            if sign == "\t"
            else f"'{sign}' in front of a text means something to YAML: put it in quotes"
        )
