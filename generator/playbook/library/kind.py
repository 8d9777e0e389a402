"""The contract that every kind keeps."""

import inspect
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import Field

from playbook.model.part import OneOrMany, Part
from playbook.model.scalars import Tag
from playbook.model.traverse import Walked
from playbook.parts.person import Person
from playbook.parts.reference import Reference
from playbook.parts.rules import RULES as PART_RULES
from playbook.parts.session_plan import SessionPlan
from playbook.rules.rule import Rule
from playbook.text.english import did_you_mean, pluralize
from playbook.text.inline import Text

if TYPE_CHECKING:
    from playbook.drawing.drawing import Drawing
    from playbook.library.entry import Entry
    from playbook.library.event import Event
    from playbook.library.library import Library


class Artifact(Walked, Part):
    """What every YAML document says, whatever its kind."""

    tells_of_customers: ClassVar[bool]
    """Whether all it says may be what a customer said, and so must not lead to a person.

    Each kind says so itself: to forget it would let people through.
    """
    of_the_team: ClassVar[tuple[str, ...]] = ()
    """The fields that name people of the team, who may be called by their names."""

    kind: str
    """Which kind of artifact this is."""
    title: Text
    """What it is called."""
    summary: Text
    """One sentence: what a reader gets from it."""
    visibility: Literal["public", "internal"] = "public"
    """Who may see it; a build made with `--public` leaves out what is internal, and each reference to it."""  # noqa: E501 - shown as it stands
    tags: Annotated[tuple[Tag, ...], OneOrMany] = Field(default=(), max_length=30)
    """What it is about, for readers who look for more of the same."""
    sources: tuple[Reference, ...] = ()
    """Whose thinking this is."""

    @property
    def session(self) -> SessionPlan | None:
        """The session that people can hold about it; None for a kind that is not run."""
        return None

    @property
    def is_shared(self) -> bool:
        """Whether it is the team's, and not what one of them made alone."""
        return True

    @property
    def at_a_glance(self) -> tuple[str, ...]:
        """What a card says of it below its summary: how long, for whom."""
        return ()

    @property
    def headlines(self) -> tuple[str, ...]:
        """What a poster says below its title: where things stand, and on which day."""
        return ()

    @property
    def cover(self) -> tuple[str, str]:
        """What stands large, and small below that, where there is no picture of it."""
        return ("", "")

    @property
    def person(self) -> Person | None:
        """Whom it is about, where that is one person."""
        return None

    @property
    def person_quote(self) -> Text | None:
        """What that person said that brings it all back."""
        return None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of artifact.

    What its YAML says, what can be wrong with it, how it is drawn and how its page reads.
    """

    name: str
    title: str
    plural: str
    folder: str
    about: str
    model: type[Artifact]
    own_rules: tuple[Rule, ...] = ()
    everyday_words: tuple[str, ...] = ()
    """Other words by which people ask for it, beside those of its name."""
    group: str = ""
    """The tab that it shares with other kinds; left out where it has one of its own."""
    top_field: str = ""
    """The field that stands above all pieces where an artifact is written as a tree."""
    is_drawn: bool = False
    has_subpages: bool = False
    """Whether its artifacts have more pages than one; `subpages.py` in its folder yields them."""
    is_in_motion: bool = False
    """Whether a team keeps coming back to its artifacts, so that home shows the latest,
    and its pages offer posters to hang up."""
    is_way_in: bool = False
    """Whether its pages help to find others, and so stand before the shelves."""
    is_club: bool = False
    """Whether its artifacts are clubs, with sessions on days that calendars show."""
    has_history: bool = False
    """Whether the site tells how its artifacts grew; `growth.py` in its folder counts parts, and
    may list what happened by the dates in the YAML."""
    is_interview: bool = False
    """Whether its artifacts are interviews, so that their date is the day of a conversation."""

    @property
    def counted(self) -> tuple[str, str]:
        """The message that says how many there are, for one and for more."""
        noun = self.title.lower()
        return f"%(number)s {noun}", f"%(number)s {pluralize(noun)}"

    @property
    def rules(self) -> tuple[Rule, ...]:
        """What the method asks of this kind, and of the parts that it may hold."""
        return (*self.own_rules, *PART_RULES)

    def draw(self, artifact: Artifact) -> Iterator["Drawing"]:
        """Yield the pictures of an artifact; what draws them is loaded when it is wanted."""
        if self.is_drawn:
            yield from self.load_module("diagram").draw(artifact)

    def draw_all(self, artifact: Artifact) -> Iterator["Drawing"]:
        """Yield the pictures of an artifact with all its pieces in them, however many there are."""
        if self.is_drawn:
            diagram = self.load_module("diagram")
            yield from getattr(diagram, "draw_all", diagram.draw)(artifact)

    def count_parts(self, artifact: Artifact) -> dict[str, dict[str, int]]:
        """Return how much of what there is: groups by their titles, numbers by their labels.

        Both are messages that are still to be translated.
        """
        counts: dict[str, dict[str, int]] = self.load_module("growth").count_parts(artifact)
        return counts

    def list_events(self, entry: "Entry", library: "Library") -> list["Event"]:
        """Return what happened to an artifact, by the dates in its YAML, where its kind has any."""
        list_events = getattr(self.load_module("growth"), "list_events", None)
        return [*list_events(entry, library)] if list_events else []

    def file(self, name: str) -> Path:
        """Return the path of a file in the kind's own folder."""
        return Path(inspect.getfile(self.model)).with_name(name)

    def load_module(self, name: str) -> Any:
        """Return a module of the kind's own folder.

        What draws or makes pages is loaded when it is wanted.
        """
        return import_module(self.model.__module__.replace(".model", f".{name}"))


def suggest_kind(word: Any, kinds: Collection[Kind]) -> str:
    """Return ` (did you mean 'x'?)` for the kind that a word most likely means, or nothing."""
    plain = str(word).casefold().removesuffix("s")
    meant = (kind.name for kind in kinds if plain in (*kind.name.split("-"), *kind.everyday_words))
    return did_you_mean(next(meant, word), [kind.name for kind in kinds])
