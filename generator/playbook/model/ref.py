"""A link inside the playbook, by id."""

import re
from typing import ClassVar, Self

from playbook.model.scalars import FormattedText
from playbook.text.inline import Referring
from playbook.text.slug import compose


class Ref(FormattedText, Referring):
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
    """The piece around it, by what readers call it, that goes when its target may not be shown."""

    @classmethod
    def check(cls, text: str) -> Self:
        """Return the reference, spelled as ids are."""
        return super().check(compose(text))

    def references(self) -> tuple[str]:
        """Return itself."""
        return (self,)


class PartRef(Ref):
    """The id of a piece of the same artifact."""
