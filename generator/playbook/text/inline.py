"""Inline Markdown as people write it in YAML.

Emphasis, code, links and `[[references]]`, and nothing else.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Self
from unicodedata import east_asian_width
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import link as read_link
from markdown_it.token import Token
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from playbook.text.slug import compose

SCHEMES = {"http", "https", "mailto"}
LONGEST = 10_000
SIGNS = "*_`["
MOST_SIGNS = 1_000
"""How many signs a text holds that may begin emphasis, code or a link: each is looked at with those
before it."""
INVISIBLE = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""White space, and what Unicode calls ignorable: marks of direction and order, joiners, variants,
fillers."""
MARKED = re.compile(r"[*_`\[\]\\\0\r]")
"""What the parser looks for, and changes; a text without any is one run of words."""
REFERENCE = re.compile(
    r"\[\[(?>\s*([^\[\]|\s](?:[^\[\]|]*[^\[\]|\s])?)\s*)"
    r"(?:\|(?>\s*([^\[\]\s](?:[^\[\]]*[^\[\]\s])?)\s*))?\]\]"
)
LABEL = re.compile(r"\[(?:`[^`]*+`|`|\\.|\[[^\[\]]*+\]|[^\[\]\\`])*+\]\(", re.DOTALL)
"""A link up to its address; one pair of brackets may stand in its words."""

ESCAPED = re.compile(r"(?<![:\\])\\([*_`\[\]])")
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf]"
)
"""Thai, Lao, Tibetan, Burmese, Khmer and their like, which write sentences without spaces."""
PARAGRAPH_BREAK = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*\n[ \t\n]*")
LINE_BREAK = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")


class Referring(str):
    """A text that may refer to artifacts and their pieces."""

    __slots__ = ()

    def references(self) -> Iterable[str]:
        """Return what it refers to."""
        raise NotImplementedError


class Text(Referring):
    """Inline Markdown; its HTML is text, its links go to http, https and mailto only."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.check,
            core_schema.str_schema(strip_whitespace=True, min_length=1, max_length=LONGEST),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["string", "number", "boolean"]}

    @classmethod
    def check(cls, text: str) -> Self:
        """Return the text as this type; one of which nothing is seen raises PydanticCustomError."""
        own = cls(text)
        if len(text) > MOST_SIGNS and sum(map(text.count, SIGNS)) > MOST_SIGNS:
            raise PydanticCustomError(
                "written", f"it has more than {MOST_SIGNS:,} of the signs {' '.join(SIGNS)}"
            )
        if not (text[0].isascii() and text[0].isalnum()) and not INVISIBLE.sub("", own.plain()):
            raise PydanticCustomError("written", "nothing of it would be seen: write words")
        return own

    def references(self) -> list[str]:
        """Return the target of each `[[reference]]`."""
        if "[[" not in self:
            return []
        return [token.content for token in self.tokens() if token.type == "reference"]

    def plain(self) -> str:
        """Return the words alone, on one line."""
        if not MARKED.search(self):
            return " ".join(self.split())
        words = (token.meta.get("words") or token.content for token in self.tokens())
        return " ".join("".join(words).split())

    def tokens(self) -> tuple[Token, ...]:
        """Return the parsed text as a flat run of tokens."""
        return parse(str(self))


def is_safe_link(url: str) -> bool:
    """Whether a link's scheme is one that only ever leads to a page or a mail."""
    try:
        return urlsplit(url).scheme.lower() in SCHEMES
    except ValueError:
        return False


def read_reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
    """Read `[[id]]` or `[[id|words]]` where the parser stands."""
    match = REFERENCE.match(state.src, state.pos)
    if not match or match.end() > state.posMax:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.content = compose(match[1])
        token.meta = {"words": match[2] or ""}
    state.pos = match.end()
    return True


def read_sign_in_word(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
    """Keep a single `*` or `` ` `` as it is where it would open something inside a word."""
    sign, around = (
        state.src[state.pos],
        (state.src[max(state.pos - 1, 0)], state.src[state.pos + 1 : state.pos + 2]),
    )
    if (
        sign not in "*`"
        or not all(map(is_within_words, around))
        or (sign == "*" and has_open_emphasis(state))
    ):
        return False
    if not silent:
        state.pending += sign
    state.pos += 1
    return True


def has_open_emphasis(state: StateInline) -> bool:
    """Whether the last `*` before this place opens emphasis that this one may close."""
    last = state.delimiters[-1] if state.delimiters else None
    return last is not None and last.open and not last.close


def is_within_words(sign: str) -> bool:
    """Whether a sign belongs to a word.

    In scripts that don't put spaces between words nobody can tell.
    """
    return sign.isalnum() and east_asian_width(sign) not in "WF" and not UNSPACED.match(sign)


def escape_sign(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
    r"""Read `\*` and the like as the sign itself; any other backslash stays, as in a path."""
    match = ESCAPED.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.pending += match[1]
    state.pos = match.end()
    return True


def read_labelled_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
    """Read a link where the parser stands, and look no further where none begins.

    Many open brackets take long.
    """
    return bool(LABEL.match(state.src, state.pos)) and read_link(state, silent)


def make_parser() -> MarkdownIt:
    """Return a parser of emphasis, code, links and references."""
    parser = MarkdownIt("zero").enable(["backticks", "emphasis", "link"])
    parser.inline.ruler.before("backticks", "escape_sign", escape_sign)
    parser.inline.ruler.before("backticks", "sign_in_word", read_sign_in_word)
    parser.inline.ruler.at("link", read_labelled_link)
    parser.inline.ruler.before("link", "reference", read_reference)
    parser.validateLink = is_safe_link  # type: ignore[method-assign] # how markdown-it takes another allow-list
    return parser


PARSER = make_parser()


@lru_cache(maxsize=50_000)
def parse(text: str) -> tuple[Token, ...]:
    """Return the inline tokens of a text.

    Its lines run on, and an empty line keeps paragraphs apart.
    """
    joined = join_lines(text)
    if joined and not MARKED.search(joined):
        return (Token("text", "", 0, content=joined),)
    return parse_marked(joined)


def parse_marked(text: str) -> tuple[Token, ...]:
    """Return the inline tokens of a text whose lines are joined."""
    return tuple(PARSER.parseInline(text)[0].children or ())


def join_lines(text: str) -> str:
    """Return a text with each of its paragraphs on one line."""
    return "\n\n".join(" ".join(LINE_BREAK.split(lines)) for lines in PARAGRAPH_BREAK.split(text))
