"""Files as large as may be that make a checker slow: long texts, long lists, and much that is wrong
at once.

`limits` yields every one of them by its name; each is below the size that is read.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from playbook.kinds import KINDS
from playbook.library.kind import Kind
from playbook.reference.examples import Examples
from playbook.source.composer import MAX_NODES, Composer
from playbook.source.document import MAX_BYTES
from playbook.text.inline import LONGEST

TEXTS = 95
"""How many of the longest texts a file holds."""

PIECES = {
    "letters": "a",
    "spaces": " ",
    "words": "ab ",
    "capitals": "Ab ",
    "digits": "7",
    "phone": "1 2-",
    "mail": "a.b-",
    "ats": "a@",
    "addresses": "a/b.",
    "stars": "*a **b",
    "underscores": "_a __b_",
    "mixed-emphasis": "*_",
    "brackets": "[",
    "closed-brackets": "[]",
    "references": "[[a",
    "spaced-references": "[[a |",
    "whole-references": "[[x]] ",
    "link-starts": "[a](",
    "links": "[a](b ",
    "link-titles": '[a](b "',
    "link-angles": "[a](<",
    "link-parentheses": "[a](b(",
    "backticks": "`a``b",
    "backslashes": "\\",
    "angles": "<a ",
    "entities": "&amp;",
    "quotes": "\"'",
    "dots": ". ",
    "dashes": "- -",
    "hashes": " #",
    "marks": "e\N{COMBINING ACUTE ACCENT}",
    "han": "請",
    "arabic": "م ",
    "emoji": "👩\N{ZERO WIDTH JOINER}💻",
    "joiners": "a\N{ZERO WIDTH JOINER}",
    "expanding": "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}",
    "dotted": "İ",
}
"""What a text is made of, over and over."""


def text_of(piece: str, size: int, number: int = 0) -> str:
    """Return a text of one piece over and over, which no text of another number is like."""
    start = f"{number} "
    return start + (piece * (size // len(piece) + 1))[: size - len(start) - 1] + "x"


def limits(kinds: tuple[Kind, ...] = KINDS) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the name of each file, with what writes its text: half a megabyte takes as long as
    its check.
    """
    for kind in kinds:
        node = Composer().compose(Examples(kind).text)
        whole = node.data if node else None
        for path in sorted(lists_in(whole), key=str):
            name = f"{kind.name}-{'-'.join(map(str, path))}"
            yield f"{name}-alike", partial(grown, whole, path, lambda item, _: item)
            yield f"{name}-unlike", partial(grown, whole, path, renamed)
        yield from ((f"{kind.name}-{name}", write) for name, write in texts_of(whole))


def texts_of(whole: Any) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield, for each piece, what writes a document with as many long texts as it holds."""
    first = max(lists_in(whole), key=lambda path: len(json.dumps(at(whole, path)[0])))
    for name, piece in PIECES.items():
        size = LONGEST * 9 // 10

        def filled(item: Any, number: int, piece: str = piece, size: int = size) -> Any:
            return replaced(
                item, lambda text: text_of(piece, size, number) if " " in text else text
            )

        yield name, partial(grown, whole, first, filled, most=TEXTS)


def lists_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where each list stands in a document.

    Of those in a list, where its first item has them.
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists_in(inner, (*path, key))
    if isinstance(value, list) and value:
        yield path
        yield from lists_in(value[0], (*path, 0))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    """Return what stands at a place."""
    for step in path:
        value = value[step]
    return value


def grown(whole: Any, path: tuple[Any, ...], change: Any, most: int = MAX_NODES) -> str:
    """Return a document as YAML in which a list has as many items as fit, each one like its last
    one, changed."""
    made = json.loads(json.dumps(whole))
    items = at(made, path)
    last = items[-1]
    room, values = MAX_BYTES - len(dumped(made)) - 50_000, MAX_NODES - count(made) - 1_000
    number = 0
    while number < most:
        item = change(last, number)
        text = dumped(item)
        room -= len(text.encode()) + 20
        values -= count(item)
        if room < 0 or values < 0:
            break
        items.append(item)
        number += 1
    return dumped(made)


def dumped(value: Any) -> str:
    """Return a value as YAML that is JSON as well, each value on a line of its own."""
    return json.dumps(value, ensure_ascii=False, separators=(",\n", ": "))


def count(value: Any) -> int:
    """Return how many values there are in one."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return 1 + sum(count(each) + isinstance(value, dict) for _, each in inner)


def replaced(value: Any, change: Any) -> Any:
    """Return a value with each text in it changed."""
    if isinstance(value, dict):
        return {key: replaced(each, change) for key, each in value.items()}
    if isinstance(value, list):
        return [replaced(each, change) for each in value]
    return change(value) if isinstance(value, str) else value


def renamed(value: Any, number: int) -> Any:
    """Return a value whose ids and texts differ from those of every other number."""
    if isinstance(value, dict):
        made = {key: renamed(each, number) for key, each in value.items()}
        return made | ({"id": f"x-{number}"} if "id" in value or "title" in value else {})
    if isinstance(value, list):
        return [renamed(each, number) for each in value]
    return f"{value} {number}" if isinstance(value, str) and " " in value else value
