"""Values -> YAML that our own reader gives back as they were; nothing else writes it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

PLAIN = re.compile(r"[^\W\d_][\w'-]*(?:,? [\w'.-]*[\w'-])*[.?!]?")
SWITCHES = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
"""Words that some readers of YAML take for something else than a text."""


def emit_text(text: str, *, in_braces: bool = False) -> str:
    """Return a text, quoted where it needs that on a line or, with `in_braces`, in braces."""
    is_plain = (
        PLAIN.fullmatch(text)
        and text.casefold() not in SWITCHES
        and not (in_braces and "," in text)
    )
    return text if is_plain else emit_value(text)


def emit_value(value: Any, *, indent: int | None = None) -> str:
    """Return a value with its texts in quotes, on one line unless there is an indent.

    JSON, which is YAML as well.
    """
    return json.dumps(value, indent=indent, ensure_ascii=False)


def emit_with_names(values: Mapping[str, Any]) -> str:
    """Return settings for MkDocs, a function by its name: `!!python/name:module.function`."""
    text: str = yaml.dump(values, allow_unicode=True, sort_keys=False)
    return text


def emit_title(name: str) -> str:
    """Return the title of what has only an id yet.

    One word is quoted, as YAML takes some for no text.
    """
    words = name_words(name)
    return words if " " in words else f'"{words}"'


def name_words(name: str) -> str:
    """Return an id as words."""
    return name.replace("-", " ").capitalize()


def emit_lines(values: Mapping[str, Any]) -> str:
    """Return a line for each key, with its value."""
    return "".join(f"{key}: {emit_value(value)}\n" for key, value in values.items())


def emit_front_matter(values: Mapping[str, Any]) -> str:
    """Return what a Markdown page begins with, where there is anything to say."""
    return f"---\n{emit_lines(values)}---\n" if values else ""


def emit_list(key: str, items: Iterable[str], indent: str = "") -> Iterator[str]:
    """Yield the lines of a list whose items are YAML already.

    One item without the list, and none as nothing.
    """
    first, *others = [*items] or [""]
    if others:
        yield from [f"{indent}{key}:", *(f"{indent}  - {item}" for item in (first, *others))]
    elif first:
        yield f"{indent}{key}: {first}"
