"""A poster about one person: their mark, who they are and what they said, above their story."""

from dataclasses import dataclass

from playbook.handouts.poster import Poster
from playbook.handouts.rich_text import RichText, Runs
from playbook.parts.person import Person
from playbook.text.inline import Text


@dataclass(frozen=True)
class Portrait:
    """Who stands in the head of a poster."""

    initial: str
    name: Runs
    role: Runs
    quote: Runs


@dataclass(frozen=True, kw_only=True)
class PortraitPoster(Poster):
    """A poster with a person in its head."""

    person: Portrait


def add_person(
    poster: Poster, person: Person, quote: Text | None, rich_text: RichText
) -> PortraitPoster:
    """Return a poster with a person in its head."""
    portrait = Portrait(
        initial=person.initial,
        name=rich_text.runs(person.name),
        role=rich_text.runs(person.role),
        quote=rich_text.runs(quote),
    )
    return PortraitPoster(**vars(poster), person=portrait)
