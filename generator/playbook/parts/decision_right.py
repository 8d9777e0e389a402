"""A decision right: who decides, who is asked before and who is told after."""

from typing import Annotated

from playbook.model.part import OneOrMany, Part
from playbook.text.inline import Text


class DecisionRight(Part):
    """Whose decision a topic is."""

    topic: Text
    """What is decided."""
    decides: Text
    """The one person or team who decides."""
    asked: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Who is heard before the decision."""
    told: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Who hears of it afterwards."""
    because: Text | None = None
    """Why it is for them to decide."""
