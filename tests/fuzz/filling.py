"""A document with places held for its texts and references -> YAML in which they stand."""

from dataclasses import dataclass
from random import Random
from typing import Any

import yaml

from fuzz.prose import Prose


@dataclass(frozen=True)
class Later:
    """The place of a text, or of a reference that can be written once all is there."""

    words: tuple[str, ...] = ()
    home: str = ""


def filled(value: Any, prose: Prose, pieces: dict[str, list[str]], draw: Random) -> Any:
    """Return YAML with its texts and references filled in."""
    if isinstance(value, Later):
        if not value.words:
            return prose.text()
        found = [each for word in value.words for each in pieces[word]]
        if not value.home:
            return draw.choice(found) if found else "nowhere#at-all"
        own = [each.partition("#")[2] for each in found if each.startswith(f"{value.home}#")]
        return draw.choice(own) if own else "nowhere"
    if isinstance(value, dict):
        return {key: filled(inner, prose, pieces, draw) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, prose, pieces, draw) for inner in value]
    return value


def write(document: dict[str, Any], draw: Random) -> str:
    """Return a document as YAML in one of many styles."""
    style = draw.choice((None, None, None, '"', "'", "|", ">"))
    flow = draw.choice((False, False, False, True, None))
    width, indent = draw.choice((20, 80, 10_000)), draw.randint(2, 6)
    text: str = yaml.safe_dump(
        in_words(document) if style else document,
        sort_keys=False,
        allow_unicode=draw.random() < 0.8,
        default_style=style,
        default_flow_style=flow,
        width=width,
        indent=indent,
    )
    return text


def in_words(value: Any) -> Any:
    """Return YAML with its numbers as text, as a style that is forced on them has them."""
    if isinstance(value, dict):
        return {key: in_words(inner) for key, inner in value.items()}
    return [in_words(inner) for inner in value] if isinstance(value, list) else str(value)
