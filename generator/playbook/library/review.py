"""What a kind asks those who review a change of its artifacts.

A kind may have a `review.py` in its folder, whose `ask` takes an artifact before and after the
change, and the pieces that changed, and yields such questions.
"""

from dataclasses import dataclass
from typing import TypeAlias

from playbook.model.part import Anchored


@dataclass(frozen=True)
class ReviewQuestion:
    """A question about a change, in one or two plain sentences."""

    piece: str
    """The id of the piece that it is about; empty for the artifact itself."""
    name: str
    """What sort of question it is, such as `target-without-decision`."""
    message: str


ChangedPieces: TypeAlias = list[tuple[Anchored, Anchored]]
"""The pieces that both states have and that differ, as they were and as they are."""
