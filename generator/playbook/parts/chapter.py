"""A book, by its id, and the chapters of it."""

from collections.abc import Iterable
from typing import Any

from pydantic import Field

from playbook.model.part import Part
from playbook.model.ref import Ref
from playbook.text.inline import Text


class BookRef(Ref):
    """The id of a book."""

    kinds = ("book",)


class Chapter(Part):
    """A chapter to read."""

    number: int = Field(ge=0, le=999)
    """Its number in the book."""
    title: Text
    """Its title."""
    minutes: int | None = Field(default=None, ge=1, le=999)
    """How long it takes to read, where someone has said so."""


def list_chapters(book: Any) -> list[Chapter]:
    """Return the chapters of what should be a book; none when it isn't one, or can't be read."""
    return [each for each in getattr(book, "chapters", ()) if isinstance(each, Chapter)]


def format_runs(numbers: Iterable[int]) -> str:
    """Return numbers in order, runs of them as a span.

    `1–3, 5`.
    """  # noqa: RUF002 - a span takes an en dash
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in spans)  # noqa: RUF001 - the same
