"""A drawing -> a place for each of its cards and links; the only file that runs Graphviz."""

from collections.abc import Iterator
from dataclasses import dataclass

import pygraphviz

from playbook.drawing.dot import POINTS, write_dot
from playbook.drawing.drawing import Card, Connector, Drawing

ENGINE = f"graphviz {pygraphviz.__graphviz_version__}"

Point = tuple[float, float]


@dataclass(frozen=True)
class PlacedCard:
    """A card with its upper left corner, width and height in points, y downwards."""

    card: Card
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Route:
    """A link with the points of its Bézier curve, its arrow's tip, and the middle of its words."""

    link: Connector
    curve: list[Point]
    tip: Point | None
    words_at: Point | None


@dataclass(frozen=True)
class Layout:
    """A drawing with its width and height in points; what is hidden has no route."""

    drawing: Drawing
    width: float
    height: float
    cards: list[PlacedCard]
    routes: list[Route]

    @property
    def places(self) -> dict[str, PlacedCard]:
        """The cards by their ids."""
        return {placed.card.id: placed for placed in self.cards}


def lay_out(drawing: Drawing) -> Layout:
    """Return where Graphviz puts everything."""
    graph = pygraphviz.AGraph(string=write_dot(drawing))
    graph.layout(prog="dot")
    _, _, width, height = (float(number) for number in graph.graph_attr["bb"].split(","))
    cards = list(place_cards(drawing, graph, height))
    return Layout(drawing, width, height, cards, list(find_routes(drawing, graph, height)))


def place_cards(drawing: Drawing, graph: pygraphviz.AGraph, height: float) -> Iterator[PlacedCard]:
    """Yield each card at its place in a graph of this height."""
    cards = {card.id: card for card in drawing.cards}
    for node in graph.nodes():
        card = cards[str(node)]
        x, y = read_point(node.attr["pos"], height)
        width, down = float(node.attr["width"]) * POINTS, float(node.attr["height"]) * POINTS
        left, top = round(x - width / 2 + card.indent, 2) + 0.0, round(y - down / 2, 2) + 0.0
        yield PlacedCard(card, left, top, width - card.indent, down)


def find_routes(drawing: Drawing, graph: pygraphviz.AGraph, height: float) -> Iterator[Route]:
    """Yield the route of each link that is seen, in a graph of this height."""
    for edge in graph.edges():
        link = drawing.links[int(edge.attr["id"])]
        if link.hidden:
            continue
        pairs = edge.attr["pos"].split()
        tip = read_point(pairs.pop(0)[2:], height) if pairs[0].startswith("e,") else None
        words_at = read_point(edge.attr["lp"], height) if link.lines else None
        yield Route(link, [read_point(pair, height) for pair in pairs], tip, words_at)


def read_point(pair: str, height: float) -> Point:
    """Return a point that Graphviz wrote as `x,y`, with y downwards."""
    x, y = pair.split(",")
    return float(x), height - float(y)
