"""What an experience map says."""

from typing import Annotated, Literal

from pydantic import Field

from playbook.kind import Artifact
from playbook.parts.part import Anchored, OneOrMany, Part
from playbook.parts.point import Point
from playbook.parts.question import Question
from playbook.parts.reference import PartRef, Ref
from playbook.text import Text


class TreeRef(Ref):
    """The id of an opportunity solution tree."""

    kinds = ("opportunity-tree",)


class MapRef(Ref):
    """The id of a map that this one was made from."""

    kinds = ("experience-map",)
    acyclic = True


class NodeRef(PartRef):
    """The id of a node of the same map."""

    words = ("node",)


class OriginRef(Ref):
    """The id of a node of another map, as `map#node`."""

    words = ("node",)


class Author(Part):
    """Who drew a map: one role, since everyone draws alone first."""

    short_for = "role"

    role: Text
    """The role in the trio."""
    name: Text | None = None
    """A first name, if the team likes."""


class Link(Part):
    """The way from one node to another."""

    short_for = "to"

    to: NodeRef
    """The id of a node of this map."""
    as_: Literal["step", "loop", "error", "abandon"] = Field(default="step", alias="as")
    """A plain step, a loop back, something going wrong, or giving up."""
    because: Text | None = None
    """Why customers go this way."""


class Node(Anchored):
    """A distinct moment, action or event in the customer's experience."""

    word = "node"

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
    evidence: Annotated[tuple[Text, ...], OneOrMany] = ()
    """Who told us, one interview or observation each."""
    from_: Annotated[tuple[OriginRef, ...], OneOrMany] = Field(default=(), alias="from")
    """The nodes of the merged maps that this one was made from."""
    next: Annotated[tuple[Link, ...], OneOrMany] = ()
    """Where it goes from here."""


class LeftOut(Part):
    """A node of a merged map that the shared map does without."""

    node: OriginRef
    """The node, as `map#node`."""
    because: Text
    """Why the trio left it out."""


class ExperienceMap(Artifact):
    """The customer's experience as nodes and links, drawn by one person or merged by the trio."""

    scope: Text
    """Where the map starts and where it ends."""
    outcome: TreeRef | None = None
    """The tree whose outcome sets the scope."""
    drawn_by: Author | None = None
    """Who drew it; left out on a shared map."""
    merges: Annotated[tuple[MapRef, ...], OneOrMany] = ()
    """The individual maps that a shared map was made from."""
    nodes: tuple[Node, ...] = Field(min_length=1)
    """The moments, in the order they are told."""
    left_out: Annotated[tuple[LeftOut, ...], OneOrMany] = ()
    """What the trio did without when it merged the maps, and why."""
    insights: tuple[Point, ...] = ()
    """What the trio noticed."""
    questions: tuple[Question, ...] = ()
    """What to ask customers next."""

    @property
    def starts(self) -> tuple[str, ...]:
        """The nodes where customers come in: those that no step leads to."""
        reached = {str(link.to) for node in self.nodes for link in node.next}
        return tuple(node.id for node in self.nodes if node.id not in reached) or (self.nodes[0].id,)

    @property
    def ways_out(self) -> frozenset[str]:
        """The nodes that customers reach only by giving up."""
        links = [link for node in self.nodes for link in node.next]
        abandoned = {str(link.to) for link in links if link.as_ == "abandon"}
        return frozenset(abandoned - {str(link.to) for link in links if link.as_ != "abandon"})
