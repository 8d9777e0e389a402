"""Whom a team shows its work to, in `site_config/audiences.yml`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import StringConstraints

from playbook.config.config_file import EMPTY, read_config_file
from playbook.language import N_, _
from playbook.model.part import Part
from playbook.model.scalars import Rhythm, Slug
from playbook.source.document import Source
from playbook.source.problem import Problem

FILE = Path("site_config") / "audiences.yml"
DAYS: dict[Rhythm, int] = {
    "daily": 1,
    "weekly": 7,
    "every two weeks": 14,
    "monthly": 31,
    "quarterly": 92,
    "yearly": 366,
}
NEXT_TIMES: dict[Rhythm, str] = {
    "daily": N_("tomorrow"),
    "weekly": N_("in a week"),
    "every two weeks": N_("in two weeks"),
    "monthly": N_("in a month"),
    "quarterly": N_("in three months"),
    "yearly": N_("in a year"),
}

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
"""A few words, shown as they are."""


class Audience(Part):
    """Someone who can stop or shape what the team decides, or is told of it."""

    id: Slug
    """Its name in addresses."""
    who: Words
    """Who they are, as in "for …"."""
    can: Literal["block", "shape", "told"]
    """What they can do to a decision: stop it, shape it, or be told of it."""
    how_often: Rhythm
    """How often they hear from the team."""
    depth: Literal["headline", "reasons", "evidence"]
    """How deep they want to look: what, why, or all that stands behind it."""
    cares_about: Words | None = None
    """What they look at first."""

    @property
    def days(self) -> int:
        """How many days lie between two talks, at most."""
        return DAYS[self.how_often]

    @property
    def next_time(self) -> str:
        """When they hear from the team again, as readers see it."""
        return _(NEXT_TIMES[self.how_often])


class Audiences(Part):
    """All of them, in the order in which pages name them."""

    audiences: tuple[Audience, ...] = ()
    """Whom the team shows its work to."""


def load_audiences(root: Path) -> tuple[tuple[Audience, ...], list[Problem]]:
    """Return the audiences of the project at `root`, none without the file.

    And every problem in it.
    """
    values, source, problems = read_config_file(root / FILE, root, Audiences, {EMPTY})
    if values is None or source is None:
        return (), problems
    return values.audiences, [*problems, *find_twins(values.audiences, source)]


def find_twins(audiences: tuple[Audience, ...], source: Source) -> Iterator[Problem]:
    """Yield a problem for each id that is given twice."""
    lines: dict[str, int] = {}
    for index, audience in enumerate(audiences):
        name, mark = audience.id, source.find_mark(("audiences", index, "id"))
        if name in lines:
            message = (
                f"'{name}' is already the id of the audience on line {lines[name]}: "
                "give this one its own"
            )
            yield Problem(source.path, mark, "SET002", message)
        lines.setdefault(name, mark.line)
