"""A drawing.

Cards and the links between them, their words broken into lines that fit, their sizes in points.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from playbook.drawing.text_width import measure_width, wrap_text

PADDING = 12
EYEBROW, TITLE, NOTE, WORDS = 10, 14, 12, 11.5
LEADING = 1.3
ICON = 22

Outline = Literal["round", "pill", "chamfer", "slant", "fold", "double", "hexagon", "bars", "plain"]


@dataclass(frozen=True, kw_only=True)
class Card:
    """A box with a small line on top, a title and a quiet remark.

    `look` is its class in the style sheet.
    """

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
    least_height: float = 0
    """How high it is even where its words need less."""

    @property
    def _room(self) -> int:
        return self.width - self.indent - 2 * PADDING

    @property
    def _room_beside_icon(self) -> int:
        return self._room - (ICON if self.icon else 0)

    @cached_property
    def eyebrow_line(self) -> str:
        """The small line on top, cut where it is too long."""
        if not self.eyebrow:
            return ""
        return wrap_text(self.eyebrow, self._room_beside_icon / 1.08, EYEBROW, bold=True, lines=1)[
            0
        ]

    @cached_property
    def title_lines(self) -> list[str]:
        """The lines of the title."""
        room = self._room if self.eyebrow else self._room_beside_icon
        return wrap_text(self.title, room, TITLE, bold=True, lines=5)

    @cached_property
    def note_lines(self) -> list[str]:
        """The lines of the remark."""
        return wrap_text(self.note, self._room, NOTE) if self.note else []

    @property
    def height(self) -> float:
        """How high its words make it."""
        ems = len(self.title_lines) * TITLE + len(self.note_lines) * NOTE
        if self.eyebrow_line:
            ems += EYEBROW + 1
        needed = 2 * PADDING - 2 + LEADING * ems + (4 if self.note_lines else 0)
        return max(needed, self.least_height)

    @property
    def spoken(self) -> str:
        """All its words in one line, for who can't see it."""
        texts = (self.eyebrow, self.title, self.note)
        return " ".join(". ".join(text.rstrip(".") for text in texts if text).split())


@dataclass(frozen=True, kw_only=True)
class Connector:
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

    @cached_property
    def lines(self) -> list[str]:
        """The lines of its words."""
        return wrap_text(self.words, 120, WORDS, lines=3) if self.words else []

    @property
    def words_height(self) -> float:
        """How high its words stand."""
        return len(self.lines) * WORDS * LEADING

    @property
    def words_width(self) -> float:
        """How wide its longest line is, at most."""
        return max(measure_width(line, WORDS) for line in self.lines)


@dataclass
class Drawing:
    """Cards and links with a title and a description, laid out from top to bottom, or across."""

    name: str
    title: str
    description: str
    gap: tuple[float, float] = (0.3, 0.4)
    """The distance of two neighbours and that of two levels, in inches."""
    across: bool = False
    cards: list[Card] = field(default_factory=list)
    links: list[Connector] = field(default_factory=list)
