"""Links in a text that are none, or that lose a part of what was typed."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from markdown_it.token import Token

from playbook.source.problem import Severity
from playbook.text.english import quoted
from playbook.text.inline import Text, is_safe_link

BRACKETS = re.compile(r"\[\[.{0,30}|(?<!\S)\S{0,30}\]\]|\]\]", re.DOTALL)
BESIDE = re.compile(r"\]\((\S{1,200}?)\)")


class Slip(NamedTuple):
    """What is wrong with a text."""

    code: str
    message: str
    severity: Severity


def find_slips(text: Text) -> Iterator[Slip]:
    """Yield what a reader would miss; signs in code and behind a backslash are meant."""
    if "[" not in text and "]" not in text:
        return
    tokens = text.tokens()
    yield from find_lost_parts(tokens)
    for token, following in pairwise(tokens):
        if token.type == "text" and following.type == "link_open" and token.content.endswith("!"):
            href = quoted(following.attrs["href"])
            message = (
                f"{href} has a '!' before its brackets, and texts show no pictures: take the '!' "
                "out, and readers get a link"
            )
            yield Slip("REF010", message, Severity.WARNING)
    if "\\[" in text or "\\]" in text:
        return
    for is_text, run in groupby(tokens, lambda token: token.type == "text"):
        words = "".join(token.content for token in run) if is_text else ""
        if match := BRACKETS.search(words):
            message = (
                f"{quoted(match[0])} is not a link and stays as it is: "
                "write '[[id]]' or '[[id|words]]'"
            )
            yield Slip("REF010", message, Severity.WARNING)
            return
        if match := BESIDE.search(words):
            message = (
                f"{quoted(match[1])} is not linked: an address starts with 'https://', "
                "'http://' or 'mailto:'"
            )
            if is_safe_link(match[1]):
                message = (
                    f"{quoted(match[1])} is not linked: write '[words](address)', "
                    "with no brackets in the words"
                )
            yield Slip("REF010", message, Severity.WARNING)
            return


def find_lost_parts(tokens: tuple[Token, ...]) -> Iterator[Slip]:
    """Yield each link whose title or whose whole address nobody would see."""
    for number, token in enumerate(tokens):
        if token.type != "link_open":
            continue
        if title := token.attrs.get("title"):
            message = (
                f"{quoted(title)} is a link's title and is not shown: write it in the text, "
                "and take it out there"
            )
            yield Slip("SHP010", message, Severity.ERROR)
        if (
            tokens[number + 1].type == "link_close"
            or not "".join(list_link_words(tokens[number + 1 :])).strip()
        ):
            message = (
                f"the link to {quoted(token.attrs['href'])} has no visible words: "
                "write '[words](address)'"
            )
            yield Slip("SHP010", message, Severity.ERROR)


def list_link_words(tokens: tuple[Token, ...]) -> Iterator[str]:
    """Yield the words of a link whose tokens these are, up to its end."""
    for token in tokens:
        if token.type == "link_close":
            return
        yield token.content
