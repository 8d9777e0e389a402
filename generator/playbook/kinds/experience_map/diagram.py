"""An experience map as a picture."""

from collections.abc import Iterator

from playbook.drawing.drawing import Drawing
from playbook.kinds.experience_map.model import ExperienceMap
from playbook.language import _, ngettext
from playbook.parts.diagrams import moment


def draw(it: ExperienceMap) -> Iterator[Drawing]:
    """Yield the one picture of a map.

    Its nodes in the order of the steps, and every link between them.
    """
    description = _(
        "%(scope)s: %(moments)s, %(ways_out)s. Each links to its description below the picture.",
        scope=it.scope.plain(),
        moments=ngettext("%(number)s moment", "%(number)s moments", len(it.nodes)),
        ways_out=ngettext("%(number)s way out", "%(number)s ways out", len(it.ways_out)),
    )
    sources = {
        str(node.id): moment.count_told(node.evidence_count)
        for node in it.nodes
        if node.evidence_count
    }
    yield Drawing(
        "map",
        it.title.plain(),
        description,
        gap=(0.45, 0.5),
        cards=moment.make_cards(it.nodes, sources),
        links=moment.make_connectors(it.nodes),
    )
