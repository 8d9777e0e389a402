"""A further page of an artifact, beside the one that tells all of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playbook.drawing.drawing import Drawing


@dataclass(frozen=True, kw_only=True)
class Further:
    """A page to be: its path from the site's root, the template in the kind's folder, what that shows."""

    path: str
    template: str
    title: str
    drawings: tuple["Drawing", ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
