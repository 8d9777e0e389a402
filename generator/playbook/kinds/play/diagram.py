"""The pictures of a play: its driver tree, and each of its flows."""

from collections.abc import Iterator

from playbook.drawing.drawing import Drawing
from playbook.kinds.play.model import Play
from playbook.parts.diagrams import driver, flow


def draw(it: Play) -> Iterator[Drawing]:
    """Yield the pictures in the order in which the page shows them."""
    if it.driver_tree:
        yield driver.draw(it.driver_tree)
    for one in it.flow:
        yield flow.draw(one)
