"""A drawing as DOT that a person can read.

What Graphviz places, and with it all that our own pictures say.
"""

from graphviz import Digraph, escape

from playbook.drawing.dot import (
    NODE_ATTRIBUTES,
    list_edge_attributes,
    list_graph_attributes,
    list_node_attributes,
)
from playbook.drawing.drawing import Card, Connector, Drawing


def print_dot(drawing: Drawing) -> str:
    """Return the DOT that the golden files hold."""
    texts = {
        "description": escape(" ".join(drawing.description.split())),
        "title": escape(" ".join(drawing.title.split())),
    }
    graph = Digraph(
        drawing.name,
        graph_attr=texts | list_graph_attributes(drawing),
        node_attr=NODE_ATTRIBUTES,
    )
    for card in drawing.cards:
        graph.node(card.id, **list_card_texts(card), **list_node_attributes(card))
    for link in drawing.links:
        graph.edge(link.tail, link.head, **list_link_texts(link), **list_edge_attributes(link))
    return str(graph.source)


def list_card_texts(card: Card) -> dict[str, str]:
    texts = {
        "anchor": card.anchor,
        "class": card.look,
        "eyebrow": card.eyebrow_line,
        "hangs_from": card.hangs_from,
        "href": card.href,
        "icon": card.icon,
        "indent": str(card.indent or ""),
        "legend": card.legend,
        "note": "\n".join(card.note_lines),
        "outline": card.outline,
        "told": card.spoken,
        "words": "\n".join(card.title_lines),
    }
    return {key: escape(text) for key, text in texts.items() if text}


def list_link_texts(link: Connector) -> dict[str, str]:
    if link.hidden:
        return {}
    texts = {
        "class": link.look,
        "legend": link.legend,
        "way": link.name,
        "words": "\n".join(link.lines),
    }
    return {key: escape(text) for key, text in texts.items() if text}
