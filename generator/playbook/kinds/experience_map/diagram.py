"""An experience map as a picture."""

from collections.abc import Iterator

from playbook.drawing.drawing import Card, Drawing
from playbook.drawing.drawing import Link as Line
from playbook.kinds.experience_map.model import ExperienceMap, Link, Node
from playbook.wording import counted

MOODS = {-2: "mood-very-low", -1: "mood-low", 0: "mood-even", 1: "mood-high", 2: "mood-very-high"}
WAYS = {
    "step": ("Leads on", ""),
    "loop": ("Goes back", "again"),
    "error": ("Goes wrong", "trouble"),
    "abandon": ("Gives up", "gives up"),
}


def draw(it: ExperienceMap) -> Iterator[Drawing]:
    """Yield the one picture of a map: its nodes in the order of the steps, and every link between them."""
    moments, ways_out = counted(len(it.nodes), "moment"), counted(len(it.ways_out), "way") + " out"
    description = (
        f"{it.scope.plain()}: {moments}, {ways_out}. Each is a link to what is told about it below the picture."
    )
    drawing = Drawing("map", it.title.plain(), description, gap=(0.45, 0.5))
    drawing.cards = [card(node, it) for node in it.nodes]
    drawing.links = [line(node, link) for node in it.nodes for link in node.next]
    yield drawing


def card(node: Node, it: ExperienceMap) -> Card:
    """Return a node's card: how it feels on top, what happens, and the customer's thought."""
    out, start = node.id in it.ways_out, node.id in it.starts
    heard = len(node.evidence)
    told = f"told {heard}×" if heard else "a guess"  # noqa: RUF001 - a count of times
    end = not node.next and not out
    place = "way out" if out else "start" if start else "end" if end else ""
    return Card(
        id=node.id,
        anchor=node.id,
        href=f"#told_{node.id}",
        title=node.title.plain(),
        eyebrow=sentence(" · ".join(filter(None, (place, node.feeling and node.feeling.plain(), told)))),
        note=f"“{node.thinking.plain()}”" if node.thinking else "",
        outline="chamfer" if out else "pill" if start or end else "round",
        look=" ".join(
            filter(
                None, ("way-out" if out else "start" if start else "end" if end else "moment", "" if heard else "guess")
            )
        ),
        icon=MOODS.get(node.mood, "") if node.mood is not None else "",
        legend="Way out"
        if out
        else "Start"
        if start
        else "End"
        if end
        else "Moment"
        if heard
        else "Moment nobody told us about yet",
        width=230,
    )


def line(node: Node, link: Link) -> Line:
    """Return the line for a link; all but plain steps say in a word what they are."""
    legend, sign = WAYS[link.as_]
    because = link.because.plain() if link.because else ""
    return Line(
        tail=node.id,
        head=link.to,
        look=link.as_,
        words=": ".join(filter(None, (sign, because))),
        legend=legend,
        back=link.as_ == "loop",
        main=link is node.next[0] and link.as_ == "step",
    )


def sentence(words: str) -> str:
    """Return words with a capital first letter."""
    return words[:1].upper() + words[1:]
