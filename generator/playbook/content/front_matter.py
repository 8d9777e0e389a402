"""The lines above a handwritten page.

Read by MkDocs' own parser, and held to keys that are harmless.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from playbook.source.problem import Mark
from playbook.text.english import did_you_mean, list_choices, quoted

Fault = tuple[Mark, str, str]
"""A place, the code of a problem, and its message."""

VISIBILITY = "visibility"
VISIBILITIES = ("public", "internal")
LONGEST = 20_000
PARTS_TO_HIDE = ("navigation", "toc", "path", "footer", "feedback", "tags")
HOW = "write 'visibility: internal' between two '---' lines at the very top"
LINE = re.compile(
    r"""^[ \t"'?>*-]*(?P<key>visibility)["' \t]*:[ \t]*(?P<value>[^\n#]*)|"""
    r"""[{,][ \t]*["']?(?P<key_in_braces>visibility)["']?[ \t]*:[ \t]*(?P<value_in_braces>[^\n,}]*)""",  # noqa: E501 - one pattern
    re.IGNORECASE | re.MULTILINE,
)
"""What means visibility, wherever an author may have put it."""
FIRST_KEY = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")
OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
BLANK = re.compile(r"\n[ \t]*\n")


def is_text(value: Any) -> bool:
    """Whether a value is words."""
    return isinstance(value, str)


def is_listed(value: Any) -> bool:
    """Whether a value is a list of words, or words alone."""
    return is_text(value) or (isinstance(value, list) and all(map(is_text, value)))


def is_hidden_part(value: Any) -> bool:
    """Whether a value names parts of Material's page."""
    return is_listed(value) and set([value] if is_text(value) else value) <= set(PARTS_TO_HIDE)


def is_search(value: Any) -> bool:
    """Whether a value says how Material's search treats the page."""
    if not isinstance(value, dict) or not set(value) <= {"boost", "exclude"}:
        return False
    boost = value.get("boost", 1)
    number = (
        isinstance(boost, int | float) and not isinstance(boost, bool) and 0 < boost <= MOST_BOOST
    )
    return number and isinstance(value.get("exclude", False), bool)


MOST_BOOST = 1_000
WORDS = "takes words: put them in quotes"
KEYS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "title": (is_text, WORDS),
    "description": (is_text, WORDS),
    "author": (is_text, WORDS),
    "tags": (is_listed, "takes a list of words, such as [pricing, onboarding]"),
    "hide": (is_hidden_part, f"takes a list of {list_choices(PARTS_TO_HIDE)}"),
    "search": (is_search, "takes 'boost:' with a number or 'exclude: true', such as {boost: 2}"),
    VISIBILITY: (lambda value: value in VISIBILITIES, ""),
}
"""What a page may say of itself, and no more: a theme obeys other keys, such as `template`."""


@dataclass(frozen=True)
class FrontMatter:
    """What a page says of itself, whether everybody may see it, and all that is wrong with that."""

    meta: dict[str, Any] = field(default_factory=dict)
    is_public: bool = True
    faults: tuple[Fault, ...] = ()
    end: int = 0
    """The index in the page's text at which its body starts."""


def read_front_matter(text: str) -> FrontMatter:
    """Return the front matter of a page's text.

    A page is public only if nothing in there says otherwise.
    """
    start = len(text) - len(text.lstrip(" \t\n\ufeff"))
    opened = OPENING.match(text, start)
    end = find_head_end(text, start, opened)
    if end - start > LONGEST and (opened or FIRST_KEY.match(text)):
        too_long = f"the front matter is longer than {LONGEST:,} characters: shorten it"
        return FrontMatter(is_public=False, faults=((Mark(), "FIL005", too_long),))
    body, meta = split_head(text)
    faults: list[Fault] = []
    is_unread = bool(opened) and not meta
    if is_unread:
        message = (
            "this is not read as front matter: write 'key: value' lines between two '---' lines, "
            "the first of them at the very top, or start the page with something else"
        )
        faults.append((find_mark(text, start), "FIL005", message))
    head = text[:end]
    slips = list(find_visibility_faults(head, meta))
    faults += [] if is_unread and slips else slips
    faults += filter(
        None, (find_key_fault(key, value, head, bool(opened)) for key, value in meta.items())
    )
    values = [value for key, value in meta.items() if is_visibility(key)] + [
        value for _, value in find_visibility_lines(head)
    ]
    return FrontMatter(
        meta,
        not is_unread and all(value == "public" for value in values),
        tuple(faults),
        len(text) - len(body),
    )


def split_head(text: str) -> tuple[str, dict[str, Any]]:
    """Return a page's text without its front matter, and what that says."""
    if text.startswith("#"):  # a title, as most pages begin: MkDocs, slow to load, finds nothing
        return text, {}
    from mkdocs.utils.meta import get_data  # noqa: PLC0415

    body, meta = get_data(text)
    return body, meta


def keep_known(meta: dict[str, Any]) -> dict[str, Any]:
    """Return what of a page's front matter may reach a theme."""
    return {key: value for key, value in meta.items() if key in KEYS and KEYS[key][0](value)}


def find_head_end(text: str, start: int, opened: re.Match[str] | None) -> int:
    """Return where the part of a page ends that front matter may stand in, well written or not."""
    end = CLOSING.search(text, opened.end()) if opened else BLANK.search(text, start)
    return end.end() if end else len(text)


def is_visibility(key: Any) -> bool:
    """Whether a key means the page's visibility, however it is spelt."""
    return str(key).strip(" \t\"'").casefold() == VISIBILITY


def find_visibility_lines(head: str) -> Iterator[tuple[int, str]]:
    """Yield where each value stands that is written as a page's visibility, and the value."""
    for match in LINE.finditer(head):
        group = "value" if match["key"] else "value_in_braces"
        yield match.start(group), match[group].strip(" \t\"'")


def find_visibility_faults(head: str, meta: dict[Any, Any]) -> Iterator[Fault]:
    """Yield what is wrong with how a page says who may see it."""
    values = list(find_visibility_lines(head))
    keys = [key for key in meta if is_visibility(key)]
    mark = find_mark(head, values[0][0]) if values else Mark()
    if VISIBILITY not in keys:
        if keys or values:
            subject = quoted(keys[0]) if keys else "this 'visibility'"
            yield (
                mark,
                "VIS001",
                f"{subject} is not read where it is, and the page is kept back: {HOW}",
            )
        return
    value = meta[VISIBILITY]
    if value not in VISIBILITIES:
        close = did_you_mean(value, VISIBILITIES)
        message = f"'visibility' is {quoted(value)}{close}: it can be {list_choices(VISIBILITIES)}"
        yield mark, "VIS001", message
    elif len(keys) > 1 or any(other != value for _, other in values):
        yield (
            mark,
            "VIS001",
            "'visibility' is here more than once, and the page is kept back: keep one",
        )


def find_key_fault(key: Any, value: Any, head: str, is_fenced: bool) -> Fault | None:  # noqa: FBT001 - which of two forms
    """Return what is wrong with one key of a page's front matter, if anything is."""
    if is_visibility(key):
        return None
    if key not in KEYS and not is_fenced:
        message = (
            f"this line is read as front matter, where {quoted(key)} is not known, "
            "and would not be shown: "
            "start the page with a heading or an empty line"
        )
        return find_key_mark(head, key), "SHP003", message
    if key not in KEYS:
        message = (
            f"{quoted(key)} is not known here{did_you_mean(key, KEYS)}: "
            f"it can be {list_choices(KEYS)}"
        )
        return find_key_mark(head, key), "SHP003", message
    is_fine, remedy = KEYS[key]
    return None if is_fine(value) else (find_key_mark(head, key), "SHP004", f"'{key}' {remedy}")


def find_key_mark(head: str, key: Any) -> Mark:
    """Return where a key stands, or where the page starts."""
    match = re.search(
        rf"""(?:^|[{{,])[ \t"']*({re.escape(str(key))})["' \t]*:""",
        head,
        re.IGNORECASE | re.MULTILINE,
    )
    return find_mark(head, match.start(1)) if match else Mark()


def find_mark(text: str, index: int) -> Mark:
    """Return the place of a character."""
    return Mark(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
