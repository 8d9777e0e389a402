"""A reference: something to read, hear or credit, outside the playbook.

And where to go next inside it.
"""

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from playbook.model.part import Part
from playbook.model.ref import Ref
from playbook.text.inline import Text, is_safe_link


def _web_address(url: str) -> str:
    if not is_safe_link(url) or re.search(r"[\s<>\"'`\\]", url):
        raise PydanticCustomError(
            "written", "a link is a whole web address that starts with 'https://'"
        )
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


class NextRef(Ref):
    """The id of something to do or to look at next."""

    kinds = (
        "play",
        "reading-guide",
        "club",
        "book",
        "experience-map",
        "opportunity-tree",
        "interview-snapshot",
    )


class Next(Part):
    """Where to go from here, or where to come from, and why."""

    short_for = "to"

    to: NextRef
    """The id of an artifact."""
    because: Text | None = None
    """Why."""
