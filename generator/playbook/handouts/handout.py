"""A handout: a PDF to be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from playbook.fonts.fonts import FONTS, Fonts
from playbook.handouts.labels import list_labels
from playbook.handouts.sheet import Sheet, shorten_title
from playbook.language import SPOKEN

LONGEST_REASON = 200


@dataclass(frozen=True)
class Section:
    """A sheet of a file that holds several: what it is, and how to print it."""

    title: str
    how: str = ""
    part: str = ""
    """The id of the piece that it is made from, if of one."""
    is_each: bool = False
    """Whether each participant gets one."""
    is_deck: bool = False
    """Whether its pages are fronts and backs in turn."""


@dataclass(frozen=True)
class Handout:
    """Its path without paper and ending, its title, and its sheets in the order of use."""

    path: str
    title: str
    site: str
    sheets: Sequence[Sheet] = ()
    language: str = field(default_factory=lambda: SPOKEN.get().code)
    use: str = "worksheet"
    """What it is for, such as a worksheet or a pack; its name in addresses."""
    menu: str = ""
    """What the page that offers it calls it: a message, to be translated there."""
    sections: Sequence[Section] = ()
    """What its last sheets are, where they are several."""
    of: str = ""
    """The id of the artifact that it is made from."""
    part: str = ""
    """The id of the piece of it, where it is made from one."""
    fonts: Fonts = FONTS
    """What it is set in."""
    subject: str = ""
    """What it shows, where a page offers several of its use."""
    sizes: Mapping[str, str] = field(default_factory=dict)
    """By paper, how large it is, where it isn't as large as the paper."""
    fault: str = ""
    """Why its sheets could not be made, if so."""
    labels: dict[str, str] = field(default_factory=list_labels)
    """What every sheet says."""

    @cached_property
    def data(self) -> dict[str, Any]:
        """The handout as JSON for the templates, without its paper and its addresses' codes."""
        return {
            "title": self.title,
            "site": shorten_title(self.site),
            "language": self.language,
            "words": self.labels,
            "sheets": [sheet.data for sheet in self.sheets],
            "apart": self.use == "pack",
        }


def shorten_reason(error: Exception) -> str:
    """Return what an error says, in short, for a report."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}"[:LONGEST_REASON]
