"""What would be lost or changed in a YAML file's values, although it is no wrong YAML."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from playbook.source.node import to_mark
from playbook.source.problem import Mark, Mistake, Severity
from playbook.source.remarks import BREAK, find_indent, find_remarks
from playbook.text.english import counted, quoted

BULLETS = ("-", "•", "‣", "◦")
QUOTES, BLOCKS = {"'", '"'}, {"|", ">"}
IN_BRACKETS = re.compile(r"\s*[,\]}]")
KEY = re.compile(r"\s*[\w-]+:(?:\s|$)")
IS_KEY = re.compile(r"[ \t]*:(?:\s|$)")
ITEM = re.compile(
    r"\s*(?:([-*+•‣◦–—－])[^\S\n]+\S|(-)(?=[^\W\d])|(\d{1,2}[.)])\s+\S)"  # noqa: RUF001 - what people type
)
DASH = re.compile("( *)- +")
LAYOUT = re.compile(r"\s*(?:#{1,6}\s+\S|>\s*\S|```|~~~|\|.*\|\s*$|(?:-{3,}|={3,}|\*{3,})\s*$)")
JOINED_KEY = re.compile(r"\s*[a-z_]+:(?!//)[^\s:]")
NUMBERED = re.compile(r"(?=.*[^\W\d]).*\s\d+")
THOUSANDS = re.compile(r"[0-9]{3}")
LINKED = re.compile(r"(?:and|or|but|which|who|because)\s")
PATH = re.compile(r"(?<!\w)(?:[A-Za-z]:|\\\\\\\\\w+)\\[A-Za-z]")
APART = "put each text in quotes, or on a line of its own after '- '"


def find_omissions(text: str, scalars: Sequence[Any], flows: Sequence[range]) -> Iterator[Mistake]:
    """Yield each place where an author would miss something.

    `scalars` are the events of all single values, in order; `flows` the lists in brackets, as
    ranges of them.
    """
    if "#" in text:
        yield from find_remarks(text, scalars)
    for scalar in scalars if "\\" in text else find_suspects(scalars):
        start, end = scalar.start_mark, scalar.end_mark
        raw = text[start.index : end.index]
        bare = start.line == end.line and "\\" not in raw and not raw.startswith(BULLETS)
        if not bare and not IS_KEY.match(text, end.index):
            yield from find_changes(text, scalar, raw)
    for flow in flows:
        items = scalars[flow.start : flow.stop]
        if not any(item.style for item in items):
            yield from find_torn_items(text, items)


def find_suspects(scalars: Sequence[Any]) -> Sequence[Any]:
    """Return the few values of a text without a backslash that may lose something."""
    return [
        scalar
        for scalar in scalars
        if scalar.start_mark.line != scalar.end_mark.line or scalar.value[:1] in BULLETS
    ]


def find_changes(text: str, scalar: Any, raw: str) -> Iterator[Mistake]:
    """Yield what one value would lose or change.

    A path, the keys below an open quotation mark, lists and headings.
    """
    mark, lines = scalar.start_mark, BREAK.split(raw)
    if scalar.style == '"' and (path := PATH.search(raw)):
        before = BREAK.split(raw[: path.start()])
        at = Mark(
            mark.line + len(before), len(before[-1]) + 1 + (mark.column if len(before) == 1 else 0)
        )
        message = (
            f"{quoted(path[0])} has a '\\' that means something to YAML in double quotes: "
            "use single quotes"
        )
        yield Mistake(at, "SRC021", message)
    outside = [
        line
        for line in lines[1:]
        if scalar.style in QUOTES and is_beyond(line, find_indent(text, scalar))
    ]
    if IN_BRACKETS.match(text, scalar.end_mark.index):  # where YAML lets lines begin anywhere
        outside = [line for line in outside if KEY.match(line)]
    if outside:
        last = scalar.end_mark.line + 1
        message = (
            f"this is not YAML: a quotation mark is opened here and not closed before line {last}: "
            "close it"
        )
        yield Mistake(to_mark(mark), "SRC001", message)
    elif scalar.style == '"' and len(lines) == 1:
        if message := next(filter(None, map(explain_line, scalar.value.split("\n")[1:])), ""):
            yield Mistake(to_mark(mark), "SRC022", message, Severity.WARNING)
    else:
        yield from find_mistaken_line(text, scalar, lines)


def is_beyond(line: str, column: int) -> bool:
    """Whether a line is indented too little for a value that has to stand beyond a column."""
    words = line.lstrip(" ")
    return bool(words.strip()) and len(line) - len(words) <= column


def find_mistaken_line(text: str, scalar: Any, lines: Sequence[str]) -> Iterator[Mistake]:
    """Yield the first line of a value that was meant to be more than a line of one running text."""
    mark, plain = scalar.start_mark, not scalar.style
    before = text[mark.index - mark.column : mark.index]
    alone = not before.strip()
    for number, line in enumerate(lines):
        if number == 0 and not (plain and alone):
            continue
        message = explain_line(line, plain=plain, quotes=scalar.style in QUOTES)
        if message and plain and number and DASH.match(line) and (item := DASH.fullmatch(before)):
            message = (
                f"{quoted(line)} is indented differently from the item above it, and so runs on as "
                f"its text: line it up with the '- ' above it ({counted(len(item[1]), 'space')})"
            )
        if message:
            column = len(line) - len(line.lstrip(" ")) if number else mark.column
            yield Mistake(Mark(mark.line + 1 + number, column + 1), "SRC022", message)
            return


def explain_line(line: str, *, plain: bool = False, quotes: bool = False) -> str:
    """Return what a line of a text was probably meant to be, with the remedy.

    Nothing for running text.
    """
    if match := ITEM.match(line):
        sign, glued = (
            match[1] or match[3],
            match[2] or (match[1] == "-" and not line.lstrip(" ").startswith("- ")),
        )
        if plain and glued:
            return (
                f"{quoted(line)} is not an item to YAML, and runs on as one text: "
                "type a plain space after '-'"
            )
        if plain and sign and sign != "-":
            return (
                f"{quoted(line)} is not an item to YAML, and runs on as one text: "
                f"write '- ' in place of '{sign}'"
            )
        return (
            f"{quoted(line)} is read as part of one text, and a text has no lists: write "
            "sentences, or use a field that takes '- ' items"
        )
    if not plain and LAYOUT.match(line):
        return (
            f"{quoted(line)} is shown as it is, since a text has only words, emphasis, "
            "code and links: write a sentence"
        )
    if (plain or quotes) and JOINED_KEY.match(line):
        return (
            f"{quoted(line)} is read as part of the text above it: write 'key: value' with a "
            "space, or move it up one line"
        )
    return ""


def find_torn_items(text: str, items: Sequence[Any]) -> Iterator[Mistake]:
    """Yield where the commas of a list in brackets look like commas of its texts."""
    for first, second in pairwise(items):
        one, other = first.value, second.value
        gap = text[first.end_mark.index : second.start_mark.index]
        both = quoted(f"{one}{gap}{other}")
        if (gap == "," and (is_number(one, other) or "://" in one)) or is_open(one):
            yield Mistake(
                to_mark(first.start_mark),
                "SRC023",
                f"{both} is torn at the comma into two items: {APART}",
            )
            return
        if gap == "," and one.isdigit() and THOUSANDS.fullmatch(other):
            at = to_mark(first.start_mark)
            message = f"{both} is two items to YAML: if it is one number, {APART}"
            yield Mistake(at, "SRC023", message, Severity.WARNING, at)
        if LINKED.match(other):
            message = f"{both} is two items to YAML: if it is one text, {APART}"
            yield Mistake(to_mark(first.start_mark), "SRC023", message, Severity.WARNING)
            return
    values = [item.value for item in items]
    shape = "".join(
        "n" if value[-1:].isdigit() and NUMBERED.fullmatch(value) else "w" for value in values
    )
    if re.fullmatch(r"(?:nw+)+", shape):
        both = quoted(", ".join(values))
        message = f"{both} is a list of {len(values)}: if a comma is part of a text, {APART}"
        severity = Severity.ERROR if shape.count("n") > 1 else Severity.WARNING
        yield Mistake(to_mark(items[0].start_mark), "SRC023", message, severity)


def is_number(one: str, other: str) -> bool:
    """Whether a comma stands inside a number in the midst of a text, such as `pays 1,200`."""
    return one[-1:].isdigit() and other[:1].isdigit() and not (one.isdigit() and other.isdigit())


def is_open(item: str) -> bool:
    """Whether an item holds a bracket or a sign of quotation or emphasis without its other half."""
    curly = "“„" if "„" in item else "”“"
    return (
        item.count("(") > item.count(")")
        or item.count(curly[1]) > item.count(curly[0])
        or item.count("«") > item.count("»")
        or any(item.count(sign) % 2 for sign in ('"', "`", "**"))
    )
