"""A driver tree: a metric at the top, and what moves it below."""

from typing import Annotated

from playbook.language import N_
from playbook.model.part import Anchored, OneOrMany
from playbook.text.inline import Text


class Driver(Anchored):
    """A number, how it is worked out, and the numbers that move it."""

    word = N_("driver")

    title: Text
    """What is counted."""
    how: Text | None = None
    """How it is worked out."""
    events: Annotated[tuple[Text, ...], OneOrMany] = ()
    """The tracked events it is worked out from."""
    drivers: tuple["Driver", ...] = ()
    """What moves it."""
