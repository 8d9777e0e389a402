"""A reference: something to read, hear or credit, outside the playbook; and a link inside it, by id."""

import re
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from playbook.parts.part import Part
from playbook.parts.written import Written
from playbook.slug import compose
from playbook.text import Text, safe_link


def _web_address(url: str) -> str:
    if not safe_link(url) or re.search(r"[\s<>\"'`\\]", url):
        raise PydanticCustomError("written", "a link is a whole web address that starts with 'https://'")
    return url


Url = Annotated[str, AfterValidator(_web_address)]


class Reference(Part):
    """A post, book, video or recording, by title and author."""

    short_for = "title"

    title: Text
    """Its title, as published."""
    by: Text | None = None
    """Who wrote or made it."""
    inspired_by: Text | None = None
    """Whom the author says it was inspired by."""
    about: Text | None = None
    """What a reader finds there, in a sentence."""
    url: Url | None = None
    """Its web address."""


class Ref(Written):
    """The id of an artifact."""

    form = re.compile(r"[^\s\[\]|]+")
    remedy = "a reference is one id without spaces, such as 'show-your-work'; several go in a list"
    kinds: ClassVar[tuple[str, ...]] = ()
    """The kinds it may lead to; any when empty."""
    words: ClassVar[tuple[str, ...]] = ()
    """The sorts of piece it leads to, by what readers call them; an artifact itself when empty."""
    acyclic: ClassVar[bool] = False
    """Whether following it on and on must come to an end."""
    takes: ClassVar[str] = ""
    """The piece around it, by what readers call it, that goes when what it leads to may not be shown."""

    @classmethod
    def check(cls, text: str) -> Self:
        """Return the reference, spelled as ids are."""
        return super().check(compose(text))


class PartRef(Ref):
    """The id of a piece of the same artifact."""


class Next(Part):
    """Where to go from here, or where to come from, and why."""

    short_for = "to"

    to: Ref
    """The id of an artifact."""
    because: Text | None = None
    """Why."""
