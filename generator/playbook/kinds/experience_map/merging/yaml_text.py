"""The words of one map, as the YAML of another says them."""

import re
from collections.abc import Iterable, Iterator

from playbook.kinds.experience_map.merging.view import View
from playbook.model.part import Anchored
from playbook.model.traverse import find_pieces
from playbook.source.emit import emit_text
from playbook.text.inline import REFERENCE, Text
from playbook.text.slug import compose

MARKS = str.maketrans(dict.fromkeys("[]|*_`\\<>"))


def write_remark(text: str) -> str:
    """Return a text's words as a YAML comment can say them.

    On one line, and no comment or waiver of their own.
    """
    return Text(text).plain().replace("#", "")


def strip_signs(words: str) -> str:
    """Return words without the signs that mean something in a text."""
    return words.translate(MARKS)


def move_references(text: Text, view: View) -> str:
    """Return a text of one person's map as another map says it.

    A link to a piece of that map names the map.
    """
    own = {piece.id for _, piece in find_pieces(view.map, Anchored)}
    meant = set(text.references())

    def named(match: re.Match[str]) -> str:
        ref = compose(match[1])
        name, _, part = ref.partition("#")
        if ref not in meant or (name and (part or name not in own)):
            return match[0]
        words = f"|{match[2]}" if match[2] else ""
        return f"[[{view.id}#{part or name}{words}]]"

    return REFERENCE.sub(named, str(text))


def write_texts(key: str, texts: Iterable[tuple[View, Text]], indent: str = "") -> Iterator[str]:
    """Yield what the first said, below a remark for each who said it otherwise.

    Nothing where nobody said anything.
    """
    everyone = list(texts)
    for view, text in everyone[1:]:
        if text != everyone[0][1]:
            yield f"{indent}# {write_remark(view.who)}: {write_remark(text)}"
    for view, text in everyone[:1]:
        yield f"{indent}{key}: {emit_text(move_references(text, view))}"
