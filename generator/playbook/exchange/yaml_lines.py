"""Words of a foreign file -> lines of YAML: values where they have a place, else comments."""

import re
from collections.abc import Iterable, Iterator

from pydantic_core import PydanticCustomError

from playbook.exchange.outline import Fact, Item, Note
from playbook.source.emit import emit_text
from playbook.system.terminal import escape_controls
from playbook.text.inline import LONGEST, Text

PLACEHOLDER = "Replace me"
"""What a new file says until someone writes their own words."""
PLACEHOLDER_TAG = "replace-me"
WAIVER = re.compile(r"#(?=\s*playbook:)")
SCHEMA = re.compile(r"(yaml-language-server)\s*:")
UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What YAML forbids, and what turns the order of letters around."""
BRACKETS = re.compile(r"\\*\[(?=\[)")
WIDE = 96


def write_comments(notes: Iterable[Note], indent: str = "") -> Iterator[str]:
    """Yield a comment for each line of some notes, with the line that it came from."""
    for note in notes:
        for words in note.words.split("\n"):
            if words.strip():
                yield f"{indent}# line {note.line}: {clean_comment(words)}"


def clean_comment(words: str) -> str:
    r"""Return words as a comment may say them: on one line, and neither a waiver nor a schema."""
    seen = escape_controls(" ".join(words.split()))
    return SCHEMA.sub(r"\1 :", WAIVER.sub(r"\\#", seen))


def clean_value(words: str) -> str:
    """Return words as a value may say them: with signs that nobody sees written out.

    What looks like a link to an artifact is none here, since no id of ours was meant.
    """
    seen = UNWRITABLE.sub(lambda sign: sign[0].encode("unicode_escape").decode(), words)
    return BRACKETS.sub(r"\\[", " ".join(seen.split()))


def is_value(words: str) -> bool:
    """Whether words can be a text of ours as they stand."""
    text = clean_value(words)
    if not text or len(text) > LONGEST:
        return False
    try:
        Text.check(text)
    except PydanticCustomError:
        return False
    return True


def write_value(words: str, *, in_braces: bool = False) -> str:
    """Return words as a value of YAML."""
    return emit_text(clean_value(words), in_braces=in_braces)


def write_title(item: Item, indent: str, key: str = "title") -> Iterator[str]:
    """Yield an item's title; what can't be one stands below it as a comment."""
    if is_value(item.words):
        yield f"{indent}{key}: {write_value(item.words)}"
        return
    yield f"{indent}{key}: {write_value(f'{PLACEHOLDER}: it had no words to read')}"
    yield from write_comments([Note(item.words, item.line)], indent)


def list_leftovers(item: Item, used: Iterable[Note | Fact | str] = ()) -> Iterator[Note]:
    """Yield what an item says besides its words, but for what has been used."""
    taken = list(used)
    if item.status and item.status not in taken:
        yield Note(f"status: {item.status}", item.line)
    for fact in item.facts:
        if fact not in taken:
            yield Note(f"{fact.key}: {fact.value}", fact.line or item.line)
    yield from (note for note in item.notes if note not in taken)
    for link in item.links:
        if link not in taken:
            yield Note(f"link: {link}", item.line)


def name_uniquely(name: str, taken: set[str]) -> str:
    """Return a name, with a number where something else has it, and note it as taken."""
    number, unique = 1, name
    while unique in taken:
        number += 1
        unique = f"{name}-{number}"
    taken.add(unique)
    return unique
