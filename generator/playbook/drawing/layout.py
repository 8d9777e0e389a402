"""DOT -> the same graph with a place for everything; the only file that runs Graphviz."""

import re
from dataclasses import dataclass

import pygraphviz

ENGINE = f"graphviz {pygraphviz.__graphviz_version__}"
ESCAPED = re.compile(r"\\(.)", re.DOTALL)

Attributes = dict[str, str]
Point = tuple[float, float]


@dataclass(frozen=True)
class Placed:
    """A card: its attributes, its upper left corner, width and height in points, y downwards."""

    id: str
    attributes: Attributes
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Route:
    """A link: its ends and attributes, the points of its Bézier curve, its arrow's tip, the middle of its words."""

    tail: str
    head: str
    attributes: Attributes
    curve: list[Point]
    tip: Point | None
    words_at: Point | None


@dataclass(frozen=True)
class Layout:
    """A laid-out graph: its attributes, and its width and height in points."""

    attributes: Attributes
    width: float
    height: float
    cards: list[Placed]
    routes: list[Route]


def lay_out(dot: str) -> Layout:
    """Return where Graphviz puts everything."""
    graph = pygraphviz.AGraph(string=dot)
    graph.layout(prog="dot")
    _, _, across, height = (float(number) for number in graph.graph_attr["bb"].split(","))

    def flip(pair: str) -> Point:
        x, y = pair.split(",")
        return float(x), height - float(y)

    cards = []
    for node in graph.nodes():
        attributes = words(node.attr)
        x, y = flip(attributes["pos"])
        width, down = float(attributes["width"]) * 72, float(attributes["height"]) * 72
        indent = float(attributes.get("indent") or 0)
        left, top = round(x - width / 2 + indent, 2) + 0.0, round(y - down / 2, 2) + 0.0
        cards.append(Placed(str(node), attributes, left, top, width - indent, down))
    routes = []
    for edge in graph.edges():
        attributes = words(edge.attr)
        if attributes.get("style") == "invis":
            continue
        pairs = attributes["pos"].split()
        tip = flip(pairs.pop(0)[2:]) if pairs[0].startswith("e,") else None
        at = attributes.get("lp")
        routes.append(
            Route(str(edge[0]), str(edge[1]), attributes, [flip(pair) for pair in pairs], tip, flip(at) if at else None)
        )
    return Layout(words(graph.graph_attr), across, height, cards, routes)


def words(attributes: pygraphviz.ItemAttribute) -> Attributes:
    """Return attributes as they were before they were escaped for DOT."""
    return {key: ESCAPED.sub(r"\1", value) for key, value in dict(attributes).items() if value is not None}
