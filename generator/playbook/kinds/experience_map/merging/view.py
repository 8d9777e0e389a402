"""One person's map among several, and the sign that stands for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import ascii_uppercase

from playbook.kinds.experience_map.model import ExperienceMap, Node
from playbook.language import _

SHAPES = ("circle", "square", "diamond", "slant", "drop", "arch")


@dataclass(frozen=True, eq=False)
class View:
    """One person's map, with the letter and the shape that stand for it in comparisons."""

    id: str
    map: ExperienceMap
    letter: str
    shape: str
    role: str
    """Who drew it, in words that no other view has."""

    @property
    def who(self) -> str:
        """Who drew it, as a sentence says it."""
        return (
            _("the %(role)s", role=self.role)
            if self.map.drawn_by
            else _("the map “%(title)s”", title=self.role)
        )

    @cached_property
    def seen(self) -> tuple["Seen", ...]:
        """Every moment of the map."""
        return tuple(Seen(self, node) for node in self.map.nodes)


@dataclass(frozen=True, eq=False)
class Seen:
    """A moment as one person drew it."""

    view: View
    node: Node

    @property
    def ref(self) -> str:
        """How the shared map names it."""
        return f"{self.view.id}#{self.node.id}"

    @property
    def quotation(self) -> str:
        """The moment and whose it is, as a sentence says them."""
        return _("“%(title)s” (%(who)s)", title=self.node.title.plain(), who=self.view.who)


def make_views(maps: Iterable[tuple[str, ExperienceMap]]) -> list[View]:
    """Return a view for each map by its id.

    No two share a letter, and neighbours don't share a shape.
    """
    views: list[View] = []
    given = list(maps)
    for number, ((name, map_), role) in enumerate(
        zip(given, name_authors([map_ for _name, map_ in given]), strict=True)
    ):
        letters = {view.letter for view in views}
        initials = [sign.upper()[:1] for sign in role if sign.isalpha()]
        letter = next(
            (sign for sign in (*initials, *ascii_uppercase) if sign not in letters), str(number + 1)
        )
        views.append(View(name, map_, letter, SHAPES[number % len(SHAPES)], role))
    return views


def name_authors(maps: Sequence[ExperienceMap]) -> list[str]:
    """Return who drew each map: a role, with a name or else a number where several have it.

    Or else the map's title.
    """
    roles = [it.drawn_by.role.plain() if it.drawn_by else it.title.plain() for it in maps]
    names = [it.drawn_by.name.plain() if it.drawn_by and it.drawn_by.name else "" for it in maps]
    full = [
        f"{role} {name}" if name and roles.count(role) > 1 else role
        for role, name in zip(roles, names, strict=True)
    ]
    return [
        f"{role} {number}" if full.count(role) > 1 else role for number, role in enumerate(full, 1)
    ]


def join_words(words: Iterable[str]) -> str:
    """Return words as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    *most, last = words
    return _("%(words)s and %(last)s", words=", ".join(most), last=last) if most else last
