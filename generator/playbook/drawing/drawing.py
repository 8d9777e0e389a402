"""A drawing of cards and links, as DOT."""

from dataclasses import dataclass, field
from typing import Literal

from graphviz import Digraph, escape

from playbook.drawing.text_width import width, wrap

POINTS = 72
PADDING = 12
EYEBROW, TITLE, NOTE, WORDS = 10, 14, 12, 11.5
LEADING = 1.3
ICON = 22
STRAIGHT = "8"

Outline = Literal["round", "pill", "chamfer", "slant", "fold", "double", "hexagon", "bars", "plain"]


@dataclass(frozen=True, kw_only=True)
class Card:
    """A box with a small line on top, a title and a quiet remark; `look` is its class in the style sheet."""

    id: str
    title: str
    eyebrow: str = ""
    note: str = ""
    outline: Outline = "round"
    look: str = ""
    icon: str = ""
    legend: str = ""
    href: str = ""
    anchor: str = ""
    hangs_from: str = ""
    indent: int = 0
    width: int = 200

    def attributes(self) -> dict[str, str]:
        """Return the card's DOT attributes; its words are wrapped, and its size follows from them."""
        room = self.width - self.indent - 2 * PADDING
        beside_icon = room - (ICON if self.icon else 0)
        title = wrap(self.title, room if self.eyebrow else beside_icon, TITLE, bold=True, lines=5)
        note = wrap(self.note, room, NOTE) if self.note else []
        eyebrow = wrap(self.eyebrow, beside_icon / 1.08, EYEBROW, bold=True, lines=1)[0] if self.eyebrow else ""
        height = 2 * PADDING - 2 + LEADING * (bool(eyebrow) * (EYEBROW + 1) + len(title) * TITLE + len(note) * NOTE)
        height += 4 if note else 0
        told = ". ".join(each.rstrip(".") for each in (self.eyebrow, self.title, self.note) if each)
        texts = {
            "anchor": self.anchor,
            "class": self.look,
            "eyebrow": eyebrow,
            "hangs_from": self.hangs_from,
            "href": self.href,
            "icon": self.icon,
            "indent": str(self.indent or ""),
            "legend": self.legend,
            "note": "\n".join(note),
            "outline": self.outline,
            "told": " ".join(told.split()),
            "words": "\n".join(title),
        }
        given = {key: escape(text) for key, text in texts.items() if text}
        return {**given, "width": f"{self.width / POINTS:.4f}", "height": f"{height / POINTS:.4f}"}


@dataclass(frozen=True, kw_only=True)
class Link:
    """A line from one card to another; `look` is its class in the style sheet."""

    tail: str
    head: str
    look: str = "step"
    words: str = ""
    legend: str = ""
    arrow: bool = True
    """Whether it points at its head; if not, it is a bracket from a parent down to its child."""
    back: bool = False
    """Whether it leads back, and so must not pull its head behind its tail."""
    main: bool = False
    """Whether it is part of the main path, which is drawn as straight as can be."""
    hidden: bool = False
    """Whether it only keeps its head behind its tail."""
    levels: int = 1
    """How many levels below its tail its head stands, where it is hidden."""
    name: str = ""
    """What a script finds it by."""

    def attributes(self) -> dict[str, str]:
        """Return the line's DOT attributes, with room for its words."""
        if self.hidden:
            return {"style": "invis", "weight": "100"} | ({"minlen": str(self.levels)} if self.levels > 1 else {})
        given = {"class": self.look, "legend": self.legend, "way": self.name}
        words = wrap(self.words, 120, WORDS, lines=3) if self.words else []
        if words:
            given["words"] = "\n".join(words)
        texts = {key: escape(text) for key, text in given.items() if text}
        if words:
            across = max(width(line, WORDS) for line in words) + 8
            texts["label"] = blank(across, len(words) * WORDS * LEADING + 4)
        if not self.arrow:
            texts["arrowhead"] = "none"
        if self.back:
            texts["constraint"] = "false"
        if self.main:
            texts["weight"] = STRAIGHT
        return texts


@dataclass
class Drawing:
    """Cards and links with a title and a description, laid out from top to bottom, or across."""

    name: str
    title: str
    description: str
    gap: tuple[float, float] = (0.3, 0.4)
    across: bool = False
    cards: list[Card] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def dot(self) -> str:
        """The drawing in DOT, the words in attributes of their own so that no font decides the layout."""
        nodesep, ranksep = self.gap
        graph = Digraph(
            self.name,
            graph_attr={
                "description": escape(" ".join(self.description.split())),
                "nodesep": str(nodesep),
                "rankdir": "LR" if self.across else "TB",
                "ranksep": str(ranksep),
                "title": escape(" ".join(self.title.split())),
            },
            node_attr={"fixedsize": "true", "label": "", "shape": "box"},
        )
        for card in self.cards:
            graph.node(card.id, **card.attributes())
        for link in self.links:
            graph.edge(link.tail, link.head, **link.attributes())
        return str(graph.source)


def blank(across: float, down: float) -> str:
    """Return an HTML-like label that holds a space of a fixed size open."""
    frame = 'BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE"'
    size = f'WIDTH="{across:.0f}" HEIGHT="{down:.0f}"'
    return f"<<TABLE {frame} {size}><TR><TD></TD></TR></TABLE>>"
