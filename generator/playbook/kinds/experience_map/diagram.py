"""An experience map as a picture."""

from collections.abc import Iterator

from playbook.drawing.drawing import Drawing
from playbook.kinds.experience_map.model import ExperienceMap
from playbook.parts.diagrams import moment
from playbook.wording import counted


def draw(it: ExperienceMap) -> Iterator[Drawing]:
    """Yield the one picture of a map: its nodes in the order of the steps, and every link between them."""
    moments, ways_out = counted(len(it.nodes), "moment"), counted(len(it.ways_out), "way") + " out"
    description = (
        f"{it.scope.plain()}: {moments}, {ways_out}. Each is a link to what is told about it below the picture."
    )
    told = {str(node.id): f"told {node.told}×" for node in it.nodes if node.told}  # noqa: RUF001 - a count of times
    yield Drawing(
        "map",
        it.title.plain(),
        description,
        gap=(0.45, 0.5),
        cards=moment.cards(it.nodes, told),
        links=moment.lines(it.nodes),
    )
