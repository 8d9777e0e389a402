"""What an experience map says."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from playbook.language import _, format_day
from playbook.library.kind import Artifact
from playbook.model.part import OneOrMany, Part
from playbook.model.ref import Ref
from playbook.model.scalars import Day
from playbook.parts.evidence import Evidenced
from playbook.parts.moment import Moment, find_starts, find_ways_out
from playbook.parts.point import Point
from playbook.parts.question import Question
from playbook.text.inline import Text


class TreeRef(Ref):
    """The id of an opportunity solution tree."""

    kinds = ("opportunity-tree",)


class MergedMapRef(Ref):
    """The id of a map that this one was made from."""

    kinds = ("experience-map",)
    acyclic = True


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


PHASES = "nodes stand in the order of the story, so leave it out, or put its word in the titles"


class Node(Moment, Evidenced):
    """A distinct moment, action or event in the customer's experience."""

    elsewhere: ClassVar[Mapping[str, str]] = {
        **Moment.elsewhere,
        **dict.fromkeys(("phase", "stage"), PHASES),
        "confidence": "'heard_in:' and 'evidence:' say who told you; without them it is a guess",
        "moment_of_truth": "write it as one of the map's 'insights:'",
    }

    from_: Annotated[tuple[OriginRef, ...], OneOrMany] = Field(default=(), alias="from")
    """The nodes of the merged maps that this one was made from."""


class LeftOut(Part):
    """A node of a merged map that the shared map does without."""

    node: OriginRef
    """The node, as `map#node`."""
    because: Text
    """Why the trio left it out."""


class ExperienceMap(Artifact):
    """The customer's experience as nodes and links, drawn by one person or merged by the trio."""

    tells_of_customers = True
    of_the_team = ("drawn_by",)
    elsewhere: ClassVar[Mapping[str, str]] = dict.fromkeys(("phases", "stages"), PHASES)

    scope: Text
    """Where the map starts and where it ends."""
    outcome: TreeRef | None = None
    """The tree whose outcome sets the scope."""
    date: Day | None = None
    """The day on which it was last changed."""
    drawn_by: Author | None = None
    """Who drew it; left out on a shared map."""
    merges: Annotated[tuple[MergedMapRef, ...], OneOrMany] = Field(default=(), max_length=20)
    """The individual maps that a shared map was made from."""
    nodes: tuple[Node, ...] = Field(min_length=1, max_length=300)
    """The moments, in the order they are told."""
    left_out: Annotated[tuple[LeftOut, ...], OneOrMany] = ()
    """What the trio left out when it merged the maps, and why."""
    insights: tuple[Point, ...] = ()
    """What the trio noticed."""
    questions: tuple[Question, ...] = ()
    """What to ask customers next."""

    @property
    def headlines(self) -> tuple[str, ...]:
        """When it was last changed."""
        return (_("Last changed on %(day)s", day=format_day(self.date)),) if self.date else ()

    @property
    def is_shared(self) -> bool:
        """Whether nobody drew it alone."""
        return self.drawn_by is None

    @property
    def starts(self) -> tuple[str, ...]:
        """The nodes where customers come in."""
        return find_starts(self.nodes)

    @property
    def ways_out(self) -> frozenset[str]:
        """The nodes that customers reach only by giving up."""
        return find_ways_out(self.nodes)
