"""A drawing -> DOT.

What decides the places of cards and links, and none of their words, so that no font can.
"""

from graphviz import Digraph

from playbook.drawing.drawing import Card, Connector, Drawing

POINTS = 72
STRAIGHT = "8"


def write_dot(drawing: Drawing) -> str:
    """Return a drawing in DOT; an edge's `id` is its link's index in the drawing."""
    graph = Digraph(
        drawing.name, graph_attr=list_graph_attributes(drawing), node_attr=NODE_ATTRIBUTES
    )
    for card in drawing.cards:
        graph.node(card.id, **list_node_attributes(card))
    for index, link in enumerate(drawing.links):
        graph.edge(link.tail, link.head, id=str(index), **list_edge_attributes(link))
    return str(graph.source)


NODE_ATTRIBUTES = {"fixedsize": "true", "label": "", "shape": "box"}


def list_graph_attributes(drawing: Drawing) -> dict[str, str]:
    """Return the direction and the distances."""
    nodesep, ranksep = drawing.gap
    rankdir = "LR" if drawing.across else "TB"
    return {"nodesep": str(nodesep), "rankdir": rankdir, "ranksep": str(ranksep)}


def list_node_attributes(card: Card) -> dict[str, str]:
    """Return a card's size, in inches."""
    return {"width": f"{card.width / POINTS:.4f}", "height": f"{card.height / POINTS:.4f}"}


def list_edge_attributes(link: Connector) -> dict[str, str]:
    """Return how a link runs, with room for its words."""
    if link.hidden:
        levels = {"minlen": str(link.levels)} if link.levels > 1 else {}
        return {"style": "invis", "weight": "100", **levels}
    attributes = {}
    if link.lines:
        attributes["label"] = make_blank_label(link.words_width + 8, link.words_height + 4)
    if not link.arrow:
        attributes["arrowhead"] = "none"
    if link.back:
        attributes["constraint"] = "false"
    if link.main:
        attributes["weight"] = STRAIGHT
    return attributes


def make_blank_label(across: float, down: float) -> str:
    """Return an HTML-like label that holds a space of a fixed size open."""
    frame = 'BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE"'
    size = f'WIDTH="{across:.0f}" HEIGHT="{down:.0f}"'
    return f"<<TABLE {frame} {size}><TR><TD></TD></TR></TABLE>>"
