"""A term of the field, and what it means here."""

from typing import Annotated

from playbook.language import N_
from playbook.model.part import Anchored, OneOrMany
from playbook.model.ref import Ref
from playbook.text.inline import Text


class Term(Anchored):
    """A word that a newcomer may ask about."""

    word = N_("term")

    title: Text
    """The term, in the form in which a dictionary has it."""
    means: Text
    """What it means, in a sentence or two."""
    also: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Other words for it, and other forms: a plural that isn't made with an s, an abbreviation."""
    see: Ref | None = None
    """The play, guide, map or tree that shows it."""
