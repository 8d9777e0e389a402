"""An outline -> a nested list in Markdown."""

import re
from collections.abc import Iterator

from playbook.exchange.outline import Fact, Item, Outline
from playbook.exchange.writing.remarks import list_children, list_remarks, list_tops

SIGNS = re.compile(r"[\\`*_\[\]<>|~&#@]")
LEADING = re.compile(r"^(?=[-+=:!]|\d+[.)])")
"""Where a line would begin a list, a rule or a table in a list's item."""


def write_markdown(outline: Outline) -> str:
    """Return a heading, the facts, and each item with its facts below it."""
    lines = [f"# {escape_markdown(outline.title)}", ""]
    if outline.facts:
        lines += [*map(write_fact, outline.facts), ""]
    for item in list_tops(outline):
        lines += write_item(item, outline, 0)
    return "\n".join([*lines, ""])


def write_item(item: Item, outline: Outline, depth: int) -> Iterator[str]:
    """Yield the lines of an item and of all below it."""
    indent = "    " * depth
    sort = f"[{name_sort(item.sort)}] " if item.sort else ""
    status = f" @{item.status}" if item.status else ""
    yield f"{indent}- {sort}{escape_markdown(item.words)}{status}"
    for fact in list_remarks(item, outline):
        yield f"{indent}    {write_fact(fact)}"
    for child in list_children(item.key, outline):
        yield from write_item(child, outline, depth + 1)


def write_fact(fact: Fact) -> str:
    """Return a fact as an item of a list."""
    return f"- {fact.key}: {escape_markdown(fact.value)}"


def name_sort(sort: str) -> str:
    """Return what an item is called, with a capital letter."""
    return sort[:1].upper() + sort[1:]


def escape_markdown(text: str) -> str:
    r"""Return a text on one line in which nothing is read as a sign of Markdown."""
    escaped = SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    return LEADING.sub(r"\\", escaped) if not escaped[:1].isdigit() else escape_number(escaped)


def escape_number(text: str) -> str:
    """Return a text that begins with a number, which begins no numbered list."""
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", text)
