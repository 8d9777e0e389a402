"""A signpost as a picture."""

from collections.abc import Iterator

from playbook.drawing.drawing import Drawing
from playbook.kinds.signpost.model import Signpost
from playbook.parts.diagrams import flow


def draw(it: Signpost) -> Iterator[Drawing]:
    """Yield the picture of its flow."""
    yield flow.draw(it.flow, across=True)
