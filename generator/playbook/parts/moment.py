"""A moment of a customer's experience, and where it leads."""

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from playbook.language import N_, pgettext
from playbook.model.part import Anchored, OneOrMany, Part
from playbook.model.ref import PartRef
from playbook.text.inline import Text

CHANNELS = ("channel", "channels", "touchpoint", "touchpoints")
DOERS = "say who does it in 'doing:', such as 'doing: The treasurer asks for three quotes'"
PLACE = "say where it happens in 'doing:', such as 'doing: Asks at the desk'"


class NodeRef(PartRef):
    """The id of a node of the same map."""

    words = ("node",)


class Link(Part):
    """The way from one node to another."""

    short_for = "to"

    to: NodeRef
    """The id of a node of this map."""
    as_: Literal["step", "loop", "error", "abandon"] = Field(default="step", alias="as")
    """A plain step, a loop back, something going wrong, or giving up."""
    because: Text | None = None
    """Why customers go this way."""


class Moment(Anchored):
    """A distinct moment, action or event in the customer's experience."""

    word = N_("node")
    elsewhere: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("actor", "actors"), DOERS
    ) | dict.fromkeys(CHANNELS, PLACE)

    title: Text
    """What happens, from the customer's side."""
    doing: Text | None = None
    """What the customer does."""
    thinking: Text | None = None
    """What the customer thinks, in their words."""
    feeling: Text | None = None
    """What the customer feels, in a word or two."""
    mood: int | None = Field(default=None, ge=-2, le=2)
    """From -2, very low, to 2, very high."""
    next: Annotated[tuple[Link, ...], OneOrMany] = ()
    """Where it goes from here."""

    @property
    def mood_label(self) -> str:
        """Its mood in a word; nothing where nobody has said."""
        return "" if self.mood is None else name_mood(self.mood)


def name_mood(mood: int) -> str:
    """Return a mood, from -2 to 2, in a word."""
    names = {
        -2: pgettext("mood", "very low"),
        -1: pgettext("mood", "low"),
        0: pgettext("mood", "even"),
        1: pgettext("mood", "high"),
        2: pgettext("mood", "very high"),
    }
    return names[mood]


def find_starts(moments: Sequence[Moment]) -> tuple[str, ...]:
    """Return the moments where customers come in: those that no way leads to."""
    reached = {str(link.to) for each in moments for link in each.next}
    return tuple(each.id for each in moments if each.id not in reached) or (moments[0].id,)


def find_ways_out(moments: Sequence[Moment]) -> frozenset[str]:
    """Return the moments that customers reach only by giving up."""
    links = [link for each in moments for link in each.next]
    abandoned = {str(link.to) for link in links if link.as_ == "abandon"}
    return frozenset(abandoned - {str(link.to) for link in links if link.as_ != "abandon"})
