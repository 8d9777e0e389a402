"""The values of a YAML file -> lines of words that stay the same however the YAML is written."""

import re
from collections.abc import Iterator
from typing import Any

from playbook.system.terminal import escape_controls

SENTENCE = re.compile(r"(?<=[.!?…]) +")
INDENT = "  "


def list_lines(value: Any, level: int = 0) -> Iterator[str]:
    """Yield a value in lines: a key before its value, a sentence a line."""
    margin = INDENT * level
    if isinstance(value, dict):
        for key, inner in value.items():
            name = escape_controls(str(key).replace("_", " "))
            if isinstance(inner, dict | list) and inner:
                yield f"{margin}{name}:"
                yield from list_lines(inner, level + 1)
            else:
                first, *rest = split_sentences(inner)
                yield f"{margin}{name}: {first}".rstrip()
                yield from (f"{margin}{INDENT}{sentence}" for sentence in rest)
    elif isinstance(value, list):
        for inner in value:
            first, *rest = list_lines(inner, 0) if inner else ("",)
            yield f"{margin}- {first}".rstrip()
            yield from (f"{margin}{INDENT}{line}" for line in rest)
    else:
        yield from (f"{margin}{sentence}" for sentence in split_sentences(value))


def split_sentences(value: Any) -> list[str]:
    """Return the sentences of a text, whose lines break anywhere in YAML."""
    words = "" if value is None or value in ({}, []) else " ".join(str(value).split())
    return [escape_controls(sentence) for sentence in SENTENCE.split(words)]
